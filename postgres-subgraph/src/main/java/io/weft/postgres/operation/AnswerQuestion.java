package io.weft.postgres.operation;

import io.weft.contracts.Principal;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.SelectorQuery;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Runs the statements of a question, at the same time, and writes the answer's bytes from their rows. */
public final class AnswerQuestion {

    private static final int USUAL_SIZE = 2048;

    private final RunQuery run;
    private final AnswerSelector selectors;
    private final JsonMapper json;

    public AnswerQuestion(RunQuery run, AnswerSelector selectors, JsonMapper json) {
        this.run = run;
        this.selectors = selectors;
        this.json = json;
    }

    /** What a part came to, to be written. */
    private interface Answer {
        void write(RequestValues values, JsonGenerator out);
    }

    private record Placed(int part, Answer answer) {}

    /**
     * The bytes of an answer without errors. Where there would be one it fails: with a {@link FieldFailed} if a statement did, otherwise
     * with what could not be bound or written.
     */
    public Mono<byte[]> answer(Principal principal, Question question) {
        return Mono.defer(() -> asked(principal, question));
    }

    private Mono<byte[]> asked(Principal principal, Question question) {
        List<Plan.Part> parts = question.plan().fields();
        if (parts.size() == 1) {
            return part(principal, parts.getFirst(), question).map(answer -> bytes(question, List.of(answer)));
        }
        return Flux.range(0, parts.size())
                .flatMap(
                        at -> part(principal, parts.get(at), question).map(answer -> new Placed(at, answer)),
                        Math.max(1, parts.size()))
                .collectSortedList(Comparator.comparingInt(Placed::part))
                .map(all -> bytes(question, all.stream().map(Placed::answer).toList()));
    }

    private Mono<Answer> part(Principal principal, Plan.Part part, Question question) {
        List<Object> given = question.given();
        return switch (part) {
            case Plan.TypeName(String _, String typeName) -> Mono.just((_, out) -> out.writeString(typeName));
            case Plan.Statement(String name, Query<?> query, WriteRows writer) ->
                run.rows(principal, query, given)
                        .onErrorMap(failure -> new FieldFailed(name, failure))
                        .map(rows -> (values, out) -> writer.write(rows, values, out));
            case Plan.Selected(String name, SelectorQuery query, WriteFound writer) ->
                selectors
                        .find(principal, query, given)
                        .onErrorMap(failure -> new FieldFailed(name, failure))
                        .map(found -> (values, out) -> writer.write(
                                found.withoutObjects(),
                                new WriteFound.Cells(found::facet, found.nodes()),
                                values,
                                out));
            case Plan.Own own ->
                own.select(principal, given)
                        .onErrorMap(failure -> new FieldFailed(own.name(), failure))
                        .map(found -> (values, out) -> own.writer().write(found, WriteFound.Cells.NONE, values, out));
        };
    }

    private byte[] bytes(Question question, List<Answer> answers) {
        RequestValues values = new RequestValues(question.given());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeName("data");
            out.writeStartObject();
            int at = 0;
            for (Plan.Part part : question.plan().fields()) {
                out.writeName(part.name());
                answers.get(at++).write(values, out);
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
