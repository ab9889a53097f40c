package io.weft.gateway.transport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.weft.gateway.transport.http.AnswerGraphQl.Event;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import reactor.core.publisher.Flux;

/** How a stream of answers is written into one HTTP response's body. */
interface Frames {

    String contentType();

    /** What is written at once, so that the client learns that it has subscribed. */
    byte[] opening();

    byte[] frame(Event event);

    /** A sign of life. */
    byte[] beat();

    /** What is written behind the last event. */
    byte[] end();

    /** @param heartbeat how often there is a sign of life; left out where the client does not read */
    default Flux<byte[]> write(Flux<Event> events, Duration heartbeat) {
        byte[] end = end();
        Flux<byte[]> told = events.map(this::frame).concatWithValues(end);
        Flux<byte[]> beats = Flux.interval(heartbeat).onBackpressureDrop().map(tick -> beat());
        return Flux.merge(1, told, beats).takeUntil(frame -> frame == end).startWith(opening());
    }

    /** @param before ASCII, as {@code behind} */
    static byte[] joined(String before, byte[] json, String behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(before.length() + json.length + behind.length());
        out.writeBytes(before.getBytes(US_ASCII));
        out.writeBytes(json);
        out.writeBytes(behind.getBytes(US_ASCII));
        return out.toByteArray();
    }
}
