package io.weft.gateway.transport.subgraph.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Streams as they are written elsewhere, cut wherever a network may cut them. */
class EventReadingTest {

    @Test
    void serverSentEventsAreReadWithAnyLineBreakAndCut() {
        for (String lineBreak : List.of("\n", "\r\n", "\r")) {
            String stream = String.join(
                    lineBreak,
                    ": welcome",
                    "",
                    "event: next",
                    "id: 7",
                    "data: {\"data\":1}",
                    "",
                    "data:{\"data\":",
                    "data: 2}",
                    "",
                    "event: ping",
                    "data: nothing to us",
                    "",
                    "event: complete",
                    "data",
                    "",
                    "event: next",
                    "data: {\"data\":\"too late\"}",
                    "",
                    "");
            read(() -> new ServerSentEvents(100), stream, true, "{\"data\":1}", "{\"data\":\n2}");
        }
    }

    @Test
    void aStreamThatStopsInAnEventIsNotComplete() {
        read(() -> new ServerSentEvents(100), "data: {}\n\nevent: complete\ndata:\n", false, "{}");
        read(() -> new MultipartEvents("-", 100), "---\r\n\r\n{\"payload\":{}}\r\n---\r\n\r\n{\"pay", false, "{}");
    }

    @Test
    void partsAreReadAsSoonAsTheBoundaryBehindThemIsThere() {
        MultipartEvents reading = new MultipartEvents("graphql", 100);
        assertThat(texts(reading, "--graphql\r\ncontent-type: application/json\r\n\r\n{}\r\n--graphql"))
                .isEmpty();
        assertThat(texts(reading, "\r\nContent-Type: application/json\r\n\r\n{\"payload\":{\"data\":1}}\r\n--graphql"))
                .containsExactly("{\"data\":1}");
        assertThat(reading.isComplete()).isFalse();
        assertThat(texts(reading, "-")).isEmpty();
        assertThat(reading.isComplete()).isFalse();
        assertThat(texts(reading, "-\r\n")).isEmpty();
        assertThat(reading.isComplete()).isTrue();
    }

    @Test
    void partsAreReadHoweverTheyAreCut() {
        read(
                () -> new MultipartEvents("b", 100),
                "preamble\r\n--b\r\nContent-Type: application/json; charset=utf-8\r\nX: y\r\n\r\n"
                        + "{\"payload\":{\"data\":\"--b\"}}\r\n--b\r\n\r\n{}\r\n--b\n\n{\"data\":2}\n--b\r\n\r\n"
                        + "{\"payload\":null,\"errors\":[{\"message\":\"gone\"}]}\r\n--b--",
                true,
                "{\"data\":\"--b\"}",
                "{\"data\":2}",
                "{\"errors\":[{\"message\":\"gone\"}]}");
    }

    @Test
    void whatIsTooLargeIsGivenUpBeforeItIsWhole() {
        assertThatThrownBy(() -> texts(new ServerSentEvents(10), "data: " + "x".repeat(20)))
                .isInstanceOf(EventTooLarge.class);
        assertThatThrownBy(() -> texts(new ServerSentEvents(30), "data: 12345678901234567890\n".repeat(2)))
                .isInstanceOf(EventTooLarge.class);
        assertThatThrownBy(() -> texts(new MultipartEvents("b", 10), "--b\r\n\r\n" + "x".repeat(20)))
                .isInstanceOf(EventTooLarge.class);
    }

    /** Whole, byte by byte, and in two parts cut anywhere. */
    private static void read(Supplier<EventReading> readings, String stream, boolean complete, String... events) {
        for (int cut = 0; cut <= stream.length(); cut++) {
            EventReading reading = readings.get();
            List<String> read = new ArrayList<>(texts(reading, stream.substring(0, cut)));
            read.addAll(texts(reading, stream.substring(cut)));
            assertThat(read).as("cut at %s", cut).containsExactly(events);
            assertThat(reading.isComplete()).isEqualTo(complete);
        }
        EventReading bytewise = readings.get();
        List<String> read = new ArrayList<>();
        stream.chars().forEach(c -> read.addAll(texts(bytewise, String.valueOf((char) c))));
        assertThat(read).containsExactly(events);
    }

    private static List<String> texts(EventReading reading, String bytes) {
        return reading.read(Unpooled.copiedBuffer(bytes, UTF_8)).stream()
                .map(event -> new String(event.answer().body(), UTF_8))
                .toList();
    }
}
