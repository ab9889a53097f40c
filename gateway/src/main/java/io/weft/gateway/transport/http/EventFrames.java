package io.weft.gateway.transport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.weft.gateway.transport.http.AnswerGraphQl.Event;

/** Server-sent events, as graphql-sse has them in its mode of distinct connections. */
final class EventFrames implements Frames {

    private static final String NEXT = "event: next\ndata: ";

    @Override
    public String contentType() {
        return "text/event-stream;charset=utf-8";
    }

    @Override
    public byte[] opening() {
        return beat();
    }

    @Override
    public byte[] frame(Event event) {
        return switch (event) {
            case Event.Next(byte[] body) -> next("", body, "");
            case Event.Ended(byte[] errors) -> next("{\"errors\":", errors, "}");
        };
    }

    @Override
    public byte[] beat() {
        return ":\n\n".getBytes(US_ASCII);
    }

    /** With a data line: browsers keep events without data to themselves. */
    @Override
    public byte[] end() {
        return "event: complete\ndata: \n\n".getBytes(US_ASCII);
    }

    /** A line break in JSON is nothing but space; in an event it would end the line. */
    private static byte[] next(String before, byte[] json, String behind) {
        byte[] event = Frames.joined(NEXT + before, json, behind + "\n\n");
        for (int i = NEXT.length(); i < event.length - 2; i++) {
            if (event[i] == '\n' || event[i] == '\r') {
                event[i] = ' ';
            }
        }
        return event;
    }
}
