package io.weft.search;

import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The input SimilarTo.
 *
 * @param to     the numbers; null where it is said otherwise
 * @param record the record's SRN; null where it is said otherwise
 * @param text   what a provider makes a vector of; null where it is said otherwise
 */
record SimilarTo(
        String vector,
        @Nullable List<?> to,
        @Nullable String record,
        @Nullable String text) {

    static SimilarTo of(Map<String, Object> input, String place) {
        Object record = input.get("record");
        Object text = input.get("text");
        SimilarTo similar = new SimilarTo(
                String.valueOf(input.get("vector")),
                input.get("to") instanceof List<?> numbers ? numbers : null,
                record == null ? null : record.toString(),
                text == null ? null : text.toString());
        if (Stream.of("to", "record", "text")
                        .filter(way -> input.get(way) != null)
                        .count()
                != 1) {
            throw Refusal.input(place + ": needs exactly one of to, record and text");
        }
        return similar;
    }

    /** Whether its vector stands in the database. */
    boolean isOfRecord() {
        return record != null;
    }

    /**
     * Its vector as pgvector's text.
     *
     * @param embedded the vectors of those given by a text
     */
    String target(Map<String, NamedVector> vectors, Map<SimilarTo, List<Float>> embedded) {
        NamedVector named = named(vectors);
        return to == null
                ? named.target(Objects.requireNonNull(embedded.get(this)), "text: what the model makes of it")
                : named.target(to.stream().map(Number.class::cast).toList(), "to");
    }

    /** The same of one that is given by a record. */
    Mono<String> ofRecord(Transaction transaction, Map<String, NamedVector> vectors) {
        return transaction
                .query(
                        Sql.of(
                                "SELECT embedding::text FROM " + named(vectors).table() + " WHERE record_srn = $1",
                                record),
                        row -> Objects.requireNonNull(row.get(0, String.class)))
                .next()
                .switchIfEmpty(Mono.error(() -> Refusal.of(
                        ProblemCode.NOT_FOUND,
                        "record: there is no record " + record + " with a vector \"" + vector
                                + "\", or you may not see it")));
    }

    private NamedVector named(Map<String, NamedVector> vectors) {
        return Registry.find(vectors, vector, "vector:");
    }
}
