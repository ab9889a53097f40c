package io.weft.search;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What search knows of some records, in one statement. */
@Component
final class ReadIndexed {

    private final PrincipalSession session;

    ReadIndexed(PrincipalSession session) {
        this.session = session;
    }

    record Texts(String a, String b, String c, String d) {}

    /** The GraphQL type RecordSearch. */
    record Indexed(
            Record record,
            @Nullable String language,
            @Nullable Texts texts) {}

    /** By record; those that were never indexed are not in it. */
    Mono<Map<Record, Indexed>> read(Principal principal, Collection<Record> records) {
        Map<Long, Record> byNumber = new HashMap<>();
        records.forEach(record -> byNumber.put(record.number(), record));
        Long[] numbers = byNumber.keySet().toArray(Long[]::new);
        return session.read(
                principal,
                transaction -> Registry.all(transaction)
                        .flatMap(vectors -> transaction
                                .query(
                                        Sql.of(statement(vectors.values()), (Object) numbers),
                                        row -> indexed(row, byNumber))
                                .collectMap(Indexed::record)));
    }

    private static String statement(Collection<NamedVector> vectors) {
        String any = vectors.stream()
                .map(vector ->
                        " OR EXISTS (SELECT FROM " + vector.table() + " v WHERE v.record_number = wanted.number)")
                .collect(Collectors.joining());
        return "SELECT wanted.number, doc.* FROM unnest($1::bigint[]) AS wanted(number)"
                + " LEFT JOIN search.documents doc ON doc.record_number = wanted.number"
                + " WHERE doc.record_number IS NOT NULL" + any;
    }

    private static Indexed indexed(Readable row, Map<Long, Record> byNumber) {
        Record record = Objects.requireNonNull(byNumber.get(row.get("number", Long.class)));
        String language = row.get("language", String.class);
        return new Indexed(
                record,
                language,
                language == null
                        ? null
                        : new Texts(
                                text(row, "text_a"), text(row, "text_b"), text(row, "text_c"), text(row, "text_d")));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    /** By record; those that have no such vector are not in it. */
    Mono<Map<Record, List<Float>>> vectors(Principal principal, String name, Collection<Record> records) {
        Map<Long, Record> byNumber = new HashMap<>();
        records.forEach(record -> byNumber.put(record.number(), record));
        Long[] numbers = byNumber.keySet().toArray(Long[]::new);
        return session.read(
                principal,
                transaction -> Registry.all(transaction)
                        .map(vectors -> Registry.find(vectors, name, "name:"))
                        .flatMap(vector -> transaction
                                .query(
                                        Sql.of(
                                                "SELECT record_number, embedding::text FROM " + vector.table()
                                                        + " WHERE record_number = ANY($1)",
                                                (Object) numbers),
                                        row -> Map.entry(
                                                Objects.requireNonNull(byNumber.get(row.get(0, Long.class))),
                                                numbers(Objects.requireNonNull(row.get(1, String.class)))))
                                .collectMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static List<Float> numbers(String text) {
        return Arrays.stream(text.substring(1, text.length() - 1).split(","))
                .map(Float::valueOf)
                .toList();
    }
}
