package io.weft.gateway.transport.subgraph.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.data.JsonMembers;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.JsonProblem;
import io.weft.gateway.execution.data.Leaf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code multipart/mixed} as Apollo's multipart subscription protocol has it: a part's {@code payload} is an
 * answer, {@code {}} a sign of life, {@code errors} without a payload the reason why the stream ends. A part is read as
 * soon as the boundary behind it has arrived.
 */
final class MultipartEvents implements EventReading {

    private final int limit;
    private final byte[] delimiter;
    private byte[] buffer = new byte[1024];
    private int length;
    private int searched;
    /** Of what stands before the first boundary nothing is meant for us. */
    private boolean inPart;

    private boolean complete;

    /** @param limit of an event's bytes */
    MultipartEvents(String boundary, int limit) {
        this.limit = limit;
        this.delimiter = ("\n--" + boundary).getBytes(UTF_8);
        this.buffer[length++] = '\n';
    }

    @Override
    public List<Signal.Event> read(ByteBuf bytes) {
        int more = bytes.readableBytes();
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
        bytes.readBytes(buffer, length, more);
        length += more;
        List<Signal.Event> events = new ArrayList<>();
        for (int at = delimiter(); at >= 0 && !complete; at = delimiter()) {
            if (inPart) {
                part(at, events);
            }
            inPart = true;
            drop(at + delimiter.length);
        }
        if (length > limit + delimiter.length) {
            throw new EventTooLarge();
        }
        return events;
    }

    @Override
    public boolean isComplete() {
        return complete || (inPart && length >= 2 && buffer[0] == '-' && buffer[1] == '-');
    }

    /** Where the next boundary stands, or less than zero. */
    private int delimiter() {
        for (; searched + delimiter.length <= length; searched++) {
            if (Arrays.equals(buffer, searched, searched + delimiter.length, delimiter, 0, delimiter.length)) {
                return searched;
            }
        }
        return -1;
    }

    private void drop(int count) {
        System.arraycopy(buffer, count, buffer, 0, length - count);
        length -= count;
        searched = 0;
    }

    /** Headers, an empty line, JSON. */
    private void part(int end, List<Signal.Event> events) {
        int start = afterHeaders(end);
        if (start >= end || new String(buffer, start, end - start, UTF_8).isBlank()) {
            return;
        }
        if (end - start > limit) {
            throw new EventTooLarge();
        }
        byte[] body = Arrays.copyOfRange(buffer, start, end);
        switch (JsonMembers.read(body)) {
            case JsonProblem problem -> events.add(Signal.Event.of(body));
            case JsonMembers.Members(Map<String, Leaf> members) -> event(body, members, events);
        }
    }

    private int afterHeaders(int end) {
        int lineStart = 0;
        boolean first = true;
        for (int i = 0; i < end; i++) {
            if (buffer[i] == '\n') {
                boolean empty = i - lineStart == (i > 0 && buffer[i - 1] == '\r' ? 1 : 0);
                if (empty && !first) {
                    return i + 1;
                }
                first = false;
                lineStart = i + 1;
            }
        }
        return end;
    }

    private void event(byte[] body, Map<String, Leaf> members, List<Signal.Event> events) {
        Leaf payload = members.get("payload");
        Leaf errors = members.get("errors");
        if (payload != null && payload.first() != 'n') {
            events.add(Signal.Event.of(Arrays.copyOfRange(payload.bytes(), payload.offset(), payload.end())));
        } else if (members.containsKey("data")) {
            events.add(Signal.Event.of(body));
        } else if (errors != null && errors.first() != 'n') {
            events.add(Signal.Event.of(new JsonOutput()
                    .raw('{')
                    .string("errors")
                    .raw(':')
                    .raw(errors)
                    .raw('}')
                    .toByteArray()));
            complete = true;
        }
    }
}
