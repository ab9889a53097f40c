package io.weft.postgres.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.postgres.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

class LongLinesTest {

    private static final BulkSettings SETTINGS = new BulkSettings(DataSize.ofBytes(10));

    private static List<Long> read(String... pieces) {
        return Objects.requireNonNull(ReadLines.of(
                        Flux.just(pieces)
                                .map(piece -> DefaultDataBufferFactory.sharedInstance.wrap(
                                        piece.getBytes(StandardCharsets.UTF_8))),
                        SETTINGS)
                .flatMapIterable(lines -> lines)
                .map(Line::number)
                .collectList()
                .block());
    }

    @Test
    void aLineOfTheLargestSizeIsRead() {
        assertThat(read("{\"a\":1234}\n", "{\"b\":", "5678}")).containsExactly(1L, 2L);
    }

    @Test
    void aLongerOneIsRefusedWithItsNumberHoweverItComes() {
        for (String[] pieces : List.of(
                new String[] {"{\"a\":1}\n{\"a\":12345}\n"},
                new String[] {"{\"a\":1}\n{\"a\"", ":123", "45}\n"},
                new String[] {"{\"a\":1}\n{\"a\":1", "2345}"})) {
            assertThatThrownBy(() -> read(pieces))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("line 2: it is longer than 10 bytes");
        }
    }
}
