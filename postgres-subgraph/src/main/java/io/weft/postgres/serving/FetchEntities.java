package io.weft.postgres.serving;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code _entities}: representations of one type and key become one statement; places are kept, null for what is missing. */
final class FetchEntities implements DataFetcher<Mono<List<@Nullable Object>>> {

    private final PublishedQueries queries;
    private final Map<String, EntityFetcher> own;

    FetchEntities(PublishedQueries queries, Map<String, EntityFetcher> own) {
        this.queries = queries;
        this.own = own;
    }

    private record Group(String typeName, String keyField) {}

    private record Entry(int position, Map<String, Object> representation, Object key) {}

    @Override
    public Mono<List<@Nullable Object>> get(DataFetchingEnvironment environment) {
        List<Map<String, Object>> representations = environment.getArgument("representations");
        Map<Group, List<Entry>> groups = new LinkedHashMap<>();
        int position = 0;
        for (Map<String, Object> representation :
                representations == null ? List.<Map<String, Object>>of() : representations) {
            sort(representation, position++, groups);
        }
        List<@Nullable Object> answer = new ArrayList<>(Collections.nCopies(position, null));
        return Flux.fromIterable(groups.entrySet())
                .flatMap(group -> fetch(group.getKey(), group.getValue(), environment)
                        .doOnNext(found -> place(group.getValue(), found, answer)))
                .then(Mono.just(answer));
    }

    private void sort(Map<String, Object> representation, int position, Map<Group, List<Entry>> groups) {
        String place = "representations[" + position + "]";
        String typeName = String.valueOf(representation.get("__typename"));
        if (own.containsKey(typeName)) {
            add(groups, new Group(typeName, ""), new Entry(position, representation, typeName));
            return;
        }
        Optional<ObjectType> type = queries.publication()
                .find(typeName)
                .filter(found -> !found.keys().isEmpty());
        if (type.isEmpty()) {
            throw Refusal.input(place + ": there is no entity \"" + typeName + "\" here");
        }
        String keyField = type.get().keys().stream()
                .filter(key -> representation.get(key) != null)
                .findFirst()
                .orElseThrow(() -> Refusal.input(
                        place + ": needs one of the keys " + type.get().keys()));
        Object key = key(type.get(), keyField, representation.get(keyField), place + "." + keyField);
        add(groups, new Group(typeName, keyField), new Entry(position, representation, key));
    }

    private static void add(Map<Group, List<Entry>> groups, Group group, Entry entry) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(entry);
    }

    private static Object key(ObjectType type, String keyField, @Nullable Object value, String place) {
        ColumnType column = type.column(keyField).column().type();
        boolean whole = column.plain() instanceof ColumnType.Scalar(ScalarKind kind)
                && (kind == ScalarKind.BIGINT || kind == ScalarKind.INTEGER || kind == ScalarKind.SMALLINT);
        String text = String.valueOf(value);
        if (whole && !text.matches("-?\\d{1,18}")) {
            throw Refusal.input(place + ": \"" + text + "\" is no whole number");
        }
        return text;
    }

    private Mono<? extends List<? extends @Nullable Object>> fetch(
            Group group, List<Entry> entries, DataFetchingEnvironment environment) {
        EntityFetcher fetcher = own.get(group.typeName());
        if (fetcher != null) {
            return fetcher.fetch(entries.stream().map(Entry::representation).toList(), environment);
        }
        return queries.rows(
                group.typeName(),
                group.keyField(),
                entries.stream().map(Entry::key).toList(),
                environment.getSelectionSet().getImmediateFields());
    }

    private static void place(
            List<Entry> entries, List<? extends @Nullable Object> found, List<@Nullable Object> answer) {
        for (int i = 0; i < entries.size(); i++) {
            answer.set(entries.get(i).position(), found.get(i));
        }
    }
}
