package io.weft.postgres.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Numbers of more digits than a double has lose none on their way into a table. */
class DigitsOfLinesTest {

    private static final String EXACT = "12345678901234567890.123456789012345678900";

    private static JsonNode line() {
        byte[] text = ("{\"value\":" + EXACT + ",\"within\":[" + EXACT + "]}\n").getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(ReadLines.of(
                                Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(text)),
                                new BulkSettings(DataSize.ofKilobytes(1)))
                        .blockFirst())
                .getFirst()
                .json();
    }

    private static JsonNode given() {
        BigDecimal exact = new BigDecimal(EXACT);
        return Objects.requireNonNull(
                        Lines.ofArgument("records", List.of(Map.of("value", exact, "within", List.of(exact))))
                                .groups()
                                .blockFirst())
                .getFirst()
                .json();
    }

    @Test
    void ofALineAndOfAnArgument() {
        for (JsonNode json : List.of(line(), given())) {
            assertThat(StageValue.text(ColumnType.of(ScalarKind.NUMERIC), json.get("value"), "value"))
                    .isEqualTo(EXACT);
            assertThat(StageValue.text(ColumnType.of(ScalarKind.JSON), json.get("within"), "within"))
                    .isEqualTo("[" + EXACT + "]");
        }
    }
}
