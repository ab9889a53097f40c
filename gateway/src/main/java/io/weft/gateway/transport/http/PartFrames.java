package io.weft.gateway.transport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.weft.gateway.transport.http.AnswerGraphQl.Event;

/**
 * Apollo's multipart subscription protocol. Each part is written with the boundary behind it: clients take a part for
 * whole only then.
 */
final class PartFrames implements Frames {

    private static final String HEAD = "\r\ncontent-type: application/json\r\n\r\n";
    private static final String BOUNDARY = "\r\n--graphql";

    @Override
    public String contentType() {
        return "multipart/mixed;boundary=\"graphql\";subscriptionSpec=1.0";
    }

    @Override
    public byte[] opening() {
        return BOUNDARY.getBytes(US_ASCII);
    }

    @Override
    public byte[] frame(Event event) {
        return switch (event) {
            case Event.Next(byte[] body) -> Frames.joined(HEAD + "{\"payload\":", body, "}" + BOUNDARY);
            case Event.Ended(byte[] errors) ->
                Frames.joined(HEAD + "{\"payload\":null,\"errors\":", errors, "}" + BOUNDARY);
        };
    }

    @Override
    public byte[] beat() {
        return (HEAD + "{}" + BOUNDARY).getBytes(US_ASCII);
    }

    @Override
    public byte[] end() {
        return "--\r\n".getBytes(US_ASCII);
    }
}
