package io.weft.search;

import graphql.schema.DataFetchingEnvironment;
import io.r2dbc.spi.Readable;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.serving.CurrentPrincipal;
import io.weft.postgres.serving.EntityFetcher;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records by either key, all in one statement. */
@Component
final class RecordEntities implements EntityFetcher {

    private static final String FIND =
            "SELECT number, srn FROM records.records WHERE srn = ANY($1) OR number = ANY($2)";

    private final PrincipalSession session;

    RecordEntities(PrincipalSession session) {
        this.session = session;
    }

    @Override
    public String typeName() {
        return "Record";
    }

    @Override
    public Mono<List<@Nullable Record>> fetch(
            List<Map<String, Object>> representations, DataFetchingEnvironment environment) {
        List<Object> keys = representations.stream().map(RecordEntities::key).toList();
        String[] srns = keys.stream().filter(String.class::isInstance).toArray(String[]::new);
        Long[] numbers = keys.stream().filter(Long.class::isInstance).toArray(Long[]::new);
        return CurrentPrincipal.get()
                .flatMap(principal -> session.read(
                        principal,
                        transaction -> transaction
                                .query(Sql.of(FIND, srns, numbers), RecordEntities::record)
                                .collectList()))
                .map(found -> inOrder(keys, found));
    }

    private static Object key(Map<String, Object> representation) {
        Object srn = representation.get("srn");
        if (srn instanceof String text) {
            return text;
        }
        try {
            return Long.valueOf(String.valueOf(representation.get("number")));
        } catch (NumberFormatException _) {
            throw Refusal.input("a representation of Record needs its srn or its number");
        }
    }

    private static List<@Nullable Record> inOrder(List<Object> keys, List<Record> found) {
        Map<Object, Record> byKey = new HashMap<>();
        for (Record record : found) {
            byKey.put(record.srn(), record);
            byKey.put(record.number(), record);
        }
        List<@Nullable Record> records = new ArrayList<>();
        keys.forEach(key -> records.add(byKey.get(key)));
        return records;
    }

    static Record record(Readable row) {
        return new Record(
                Objects.requireNonNull(row.get("srn", String.class)),
                Objects.requireNonNull(row.get("number", Long.class)));
    }
}
