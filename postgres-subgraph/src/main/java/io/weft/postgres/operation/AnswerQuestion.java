package io.weft.postgres.operation;

import io.weft.contracts.Principal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Runs the statements of a question, at the same time, and writes the answer's bytes from their rows. */
public final class AnswerQuestion {

    private static final int USUAL_SIZE = 2048;

    private final RunQuery run;
    private final JsonMapper json;

    public AnswerQuestion(RunQuery run, JsonMapper json) {
        this.run = run;
        this.json = json;
    }

    /** The rows of each statement, in their order; none for what is no statement. */
    private record Rows(int part, List<List<@Nullable String>> rows) {}

    /**
     * The bytes of an answer without errors. Where there would be one it fails: with a {@link FieldFailed} if a statement did, otherwise
     * with what could not be bound or written.
     */
    public Mono<byte[]> answer(Principal principal, Question question) {
        return Mono.defer(() -> asked(principal, question));
    }

    private Mono<byte[]> asked(Principal principal, Question question) {
        List<Plan.Part> parts = question.plan().fields();
        if (parts.size() == 1 && parts.getFirst() instanceof Plan.Statement only) {
            return rows(principal, only, question).map(rows -> bytes(question, List.of(rows)));
        }
        return Flux.range(0, parts.size())
                .flatMap(
                        part -> switch (parts.get(part)) {
                            case Plan.TypeName _ -> Mono.just(new Rows(part, List.of()));
                            case Plan.Statement statement ->
                                rows(principal, statement, question).map(rows -> new Rows(part, rows));
                        },
                        Math.max(1, parts.size()))
                .collectList()
                .map(all -> {
                    List<List<List<@Nullable String>>> inOrder = new ArrayList<>();
                    parts.forEach(_ -> inOrder.add(List.of()));
                    all.forEach(each -> inOrder.set(each.part(), each.rows()));
                    return bytes(question, inOrder);
                });
    }

    private Mono<List<List<@Nullable String>>> rows(Principal principal, Plan.Statement statement, Question question) {
        return run.rows(principal, statement.query(), question.given())
                .onErrorMap(failure -> new FieldFailed(statement.name(), failure));
    }

    private byte[] bytes(Question question, List<List<List<@Nullable String>>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeName("data");
            out.writeStartObject();
            int at = 0;
            for (Plan.Part part : question.plan().fields()) {
                out.writeName(part.name());
                switch (part) {
                    case Plan.TypeName(String _, String typeName) -> out.writeString(typeName);
                    case Plan.Statement statement -> statement.writer().write(rows.get(at), question.given(), out);
                }
                at++;
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
