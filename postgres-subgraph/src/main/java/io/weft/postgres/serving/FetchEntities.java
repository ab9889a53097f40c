package io.weft.postgres.serving;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.weft.postgres.operation.EntityKeys;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.sql.KeyedRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Representations of a type that the service answers by itself. */
    private record Own(EntityFetcher fetcher, List<Map<String, Object>> representations, List<Integer> positions) {}

    @Override
    public Mono<List<@Nullable Object>> get(DataFetchingEnvironment environment) {
        List<?> representations =
                Objects.requireNonNull(environment.getArgument("representations"), "the schema demands it");
        EntityKeys keys = new EntityKeys(queries.publication(), environment.getGraphQLSchema());
        EntityKeys.Groups published = new EntityKeys.Groups();
        Map<String, Own> groups = new LinkedHashMap<>();
        int position = 0;
        for (Object representation : representations) {
            String typeName = typeName(representation);
            EntityFetcher fetcher = own.get(typeName);
            if (fetcher != null) {
                Own group =
                        groups.computeIfAbsent(typeName, _ -> new Own(fetcher, new ArrayList<>(), new ArrayList<>()));
                group.representations().add(object(representation));
                group.positions().add(position);
            } else {
                keys.add(representation, position, published);
            }
            position++;
        }
        List<@Nullable Object> answer = new ArrayList<>(Collections.nCopies(position, null));
        List<Mono<Void>> fetches = new ArrayList<>();
        groups.forEach((_, group) -> fetches.add(group.fetcher()
                .fetch(group.representations(), environment)
                .doOnNext(found -> place(group.positions(), found, answer))
                .then()));
        if (!published.all().isEmpty()) {
            fetches.add(fetch(published.all(), environment, answer));
        }
        return TriedBefore.orElse(environment, () -> Flux.merge(fetches).then(Mono.just(answer)));
    }

    private static String typeName(Object representation) {
        return representation instanceof Map<?, ?> object ? String.valueOf(object.get("__typename")) : "";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object representation) {
        return (Map<String, Object>) representation;
    }

    private Mono<Void> fetch(
            List<EntityKeys.Group> groups, DataFetchingEnvironment environment, List<@Nullable Object> answer) {
        List<KeyedRows> rows = groups.stream()
                .map(group -> new KeyedRows(
                        group.type(),
                        group.type().keyFields(group.key()).stream()
                                .map(ColumnField::column)
                                .toList(),
                        group.columns()))
                .toList();
        return queries.entities(rows, environment.getSelectionSet().getImmediateFields())
                .doOnNext(found -> {
                    for (int i = 0; i < groups.size(); i++) {
                        List<Integer> positions = groups.get(i).positions();
                        place(positions, found.get(i).inOrder(positions.size()), answer);
                    }
                })
                .then();
    }

    private static void place(
            List<Integer> positions, List<? extends @Nullable Object> found, List<@Nullable Object> answer) {
        for (int i = 0; i < positions.size(); i++) {
            answer.set(positions.get(i), found.get(i));
        }
    }
}
