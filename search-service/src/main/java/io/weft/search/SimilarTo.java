package io.weft.search;

import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The input SimilarTo.
 *
 * @param to     the numbers; null where a record is named
 * @param record the record's SRN; null where numbers are given
 */
record SimilarTo(
        String vector, @Nullable List<?> to, @Nullable String record) {

    static SimilarTo of(Map<String, Object> input, String place) {
        Object record = input.get("record");
        SimilarTo similar = new SimilarTo(
                String.valueOf(input.get("vector")),
                input.get("to") instanceof List<?> numbers ? numbers : null,
                record == null ? null : record.toString());
        if ((similar.to == null) == (similar.record == null)) {
            throw Refusal.input(place + ": needs exactly one of to and record");
        }
        return similar;
    }

    /** Its vector as pgvector's text. */
    Mono<String> target(Transaction transaction, Map<String, NamedVector> vectors) {
        NamedVector named = Registry.find(vectors, vector, "vector:");
        if (to != null) {
            return Mono.just(named.text(to.stream().map(Number.class::cast).toList(), "to"));
        }
        return transaction
                .query(
                        Sql.of("SELECT embedding::text FROM " + named.table() + " WHERE record_srn = $1", record),
                        row -> Objects.requireNonNull(row.get(0, String.class)))
                .next()
                .switchIfEmpty(Mono.error(() -> Refusal.of(
                        ProblemCode.NOT_FOUND,
                        "record: there is no record " + record + " with a vector \"" + vector
                                + "\", or you may not see it")));
    }
}
