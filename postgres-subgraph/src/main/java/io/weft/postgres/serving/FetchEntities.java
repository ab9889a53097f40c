package io.weft.postgres.serving;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.sql.KeyedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code _entities}: all representations that the library answers become one statement, whatever their types and keys; places are kept, null
 * for what is missing.
 */
final class FetchEntities implements DataFetcher<Mono<List<@Nullable Object>>> {

    private final PublishedQueries queries;
    private final Map<String, EntityFetcher> own;

    FetchEntities(PublishedQueries queries, Map<String, EntityFetcher> own) {
        this.queries = queries;
        this.own = own;
    }

    /** @param key as the type's keys have it; empty for a service's own entities */
    private record Group(String typeName, String key) {}

    private record Entry(int position, Map<String, Object> representation, List<String> values) {}

    @Override
    public Mono<List<@Nullable Object>> get(DataFetchingEnvironment environment) {
        List<Map<String, Object>> representations = environment.getArgument("representations");
        Map<Group, List<Entry>> groups = new LinkedHashMap<>();
        int position = 0;
        for (Map<String, Object> representation :
                representations == null ? List.<Map<String, Object>>of() : representations) {
            sort(representation, position++, groups, environment);
        }
        List<@Nullable Object> answer = new ArrayList<>(Collections.nCopies(position, null));
        List<Mono<Void>> fetches = new ArrayList<>();
        List<Map.Entry<Group, List<Entry>>> published = new ArrayList<>();
        for (Map.Entry<Group, List<Entry>> group : groups.entrySet()) {
            EntityFetcher fetcher = own.get(group.getKey().typeName());
            if (fetcher == null) {
                published.add(group);
            } else {
                List<Map<String, Object>> asked =
                        group.getValue().stream().map(Entry::representation).toList();
                fetches.add(fetcher.fetch(asked, environment)
                        .doOnNext(found -> place(group.getValue(), found, answer))
                        .then());
            }
        }
        if (!published.isEmpty()) {
            fetches.add(fetch(published, environment, answer));
        }
        return ClientPresence.whilePresent(environment, Flux.merge(fetches).then(Mono.just(answer)));
    }

    private Mono<Void> fetch(
            List<Map.Entry<Group, List<Entry>>> groups,
            DataFetchingEnvironment environment,
            List<@Nullable Object> answer) {
        List<KeyedRows> rows = groups.stream()
                .map(group -> {
                    ObjectType type = queries.publication().type(group.getKey().typeName());
                    return new KeyedRows(
                            type,
                            type.keyFields(group.getKey().key()).stream()
                                    .map(ColumnField::column)
                                    .toList(),
                            group.getValue().stream().map(Entry::values).toList());
                })
                .toList();
        return queries.entities(rows, environment.getSelectionSet().getImmediateFields())
                .doOnNext(found -> {
                    for (int i = 0; i < groups.size(); i++) {
                        place(groups.get(i).getValue(), found.get(i), answer);
                    }
                })
                .then();
    }

    private void sort(
            Map<String, Object> representation,
            int position,
            Map<Group, List<Entry>> groups,
            DataFetchingEnvironment environment) {
        String place = "representations[" + position + "]";
        String typeName = String.valueOf(representation.get("__typename"));
        if (own.containsKey(typeName)) {
            add(groups, new Group(typeName, ""), new Entry(position, representation, List.of()));
            return;
        }
        Optional<ObjectType> type = queries.publication()
                .find(typeName)
                .filter(found -> !found.keys().isEmpty());
        if (type.isEmpty()) {
            throw Refusal.input(place + ": there is no entity \"" + typeName + "\" here");
        }
        String key = type.get().keys().stream()
                .filter(candidate ->
                        Arrays.stream(candidate.split(" ")).allMatch(field -> representation.get(field) != null))
                .findFirst()
                .orElseThrow(() -> Refusal.input(
                        place + ": needs one of the keys " + type.get().keys()));
        List<String> values = new ArrayList<>();
        ReadKey read = new ReadKey(environment);
        for (ColumnField field : type.get().keyFields(key)) {
            values.add(read.text(field, representation.get(field.name()), place + "." + field.name()));
        }
        add(groups, new Group(typeName, key), new Entry(position, representation, values));
    }

    private static void add(Map<Group, List<Entry>> groups, Group group, Entry entry) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(entry);
    }

    private static void place(
            List<Entry> entries, List<? extends @Nullable Object> found, List<@Nullable Object> answer) {
        for (int i = 0; i < entries.size(); i++) {
            answer.set(entries.get(i).position(), found.get(i));
        }
    }
}
