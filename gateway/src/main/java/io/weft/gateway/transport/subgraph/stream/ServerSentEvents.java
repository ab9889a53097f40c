package io.weft.gateway.transport.subgraph.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.weft.gateway.execution.SubgraphStreams.Signal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code text/event-stream}: {@code next} and unnamed events are answers, {@code complete} ends the stream,
 * comments and other events mean nothing.
 */
final class ServerSentEvents implements EventReading {

    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private String event = "";
    private boolean hasData;
    private boolean afterCarriageReturn;
    private boolean complete;

    /** @param limit of an event's bytes */
    ServerSentEvents(int limit) {
        this.limit = limit;
    }

    @Override
    public List<Signal.Event> read(ByteBuf bytes) {
        List<Signal.Event> events = new ArrayList<>();
        while (bytes.isReadable() && !complete) {
            byte next = bytes.readByte();
            boolean secondOfTwo = next == '\n' && afterCarriageReturn;
            afterCarriageReturn = next == '\r';
            if (next != '\n' && next != '\r') {
                if (line.size() >= limit) {
                    throw new EventTooLarge();
                }
                line.write(next);
            } else if (!secondOfTwo) {
                endLine(events);
            }
        }
        return events;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    private void endLine(List<Signal.Event> events) {
        byte[] text = line.toByteArray();
        line.reset();
        if (text.length == 0) {
            endEvent(events);
            return;
        }
        int colon = 0;
        while (colon < text.length && text[colon] != ':') {
            colon++;
        }
        int value = colon + 1 < text.length && text[colon + 1] == ' ' ? colon + 2 : Math.min(colon + 1, text.length);
        switch (new String(text, 0, colon, UTF_8)) {
            case "event" -> event = new String(text, value, text.length - value, UTF_8);
            case "data" -> addData(text, value);
            default -> {}
        }
    }

    private void addData(byte[] text, int from) {
        if (data.size() + text.length - from > limit) {
            throw new EventTooLarge();
        }
        if (hasData) {
            data.write('\n');
        }
        data.write(text, from, text.length - from);
        hasData = true;
    }

    private void endEvent(List<Signal.Event> events) {
        if (event.equals("complete")) {
            complete = true;
        } else if (hasData && (event.isEmpty() || event.equals("next") || event.equals("message"))) {
            events.add(Signal.Event.of(data.toByteArray()));
        }
        data.reset();
        hasData = false;
        event = "";
    }
}
