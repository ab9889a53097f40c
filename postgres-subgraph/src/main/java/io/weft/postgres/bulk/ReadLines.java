package io.weft.postgres.bulk;

import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** NDJSON in, lines out, as they come: no more than one line and one network buffer is held. */
final class ReadLines {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final int maxLine;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long number;

    private ReadLines(int maxLine) {
        this.maxLine = maxLine;
    }

    /** The lines of a body, in groups as they arrived. Empty lines count but are skipped. */
    static Flux<List<Line>> of(Flux<DataBuffer> body, BulkSettings settings) {
        return Flux.defer(() -> {
            ReadLines reader = new ReadLines((int) settings.maxLine().toBytes());
            return body.map(reader::take)
                    .concatWith(Mono.fromSupplier(reader::rest))
                    .filter(lines -> !lines.isEmpty());
        });
    }

    private List<Line> take(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                begin(bytes, start, i);
                finish(lines);
                start = i + 1;
            }
        }
        begin(bytes, start, bytes.length);
        return lines;
    }

    private List<Line> rest() {
        List<Line> lines = new ArrayList<>();
        if (begun.size() > 0) {
            finish(lines);
        }
        return lines;
    }

    private void begin(byte[] bytes, int start, int end) {
        if (begun.size() + end - start > maxLine) {
            throw refuse(ProblemCode.LIMIT_EXCEEDED, "it is longer than " + maxLine + " bytes");
        }
        begun.write(bytes, start, end - start);
    }

    private void finish(List<Line> lines) {
        byte[] bytes = begun.toByteArray();
        begun.reset();
        number++;
        if (isBlank(bytes)) {
            return;
        }
        try {
            JsonNode json = JSON.readTree(bytes);
            if (!json.isObject()) {
                number--;
                throw refuse(ProblemCode.BAD_USER_INPUT, "it is no JSON object");
            }
            lines.add(new Line(number, json));
        } catch (JacksonException e) {
            number--;
            throw refuse(ProblemCode.BAD_USER_INPUT, "it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }

    private Refusal refuse(ProblemCode code, String reason) {
        long line = number + 1;
        return Problem.of(code, "line " + line + ": " + reason)
                .with("line", line)
                .refusal();
    }
}
