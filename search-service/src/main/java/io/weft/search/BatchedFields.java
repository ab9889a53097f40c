package io.weft.search;

import graphql.schema.DataFetchingEnvironment;
import io.weft.contracts.Principal;
import io.weft.postgres.serving.CurrentPrincipal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The fields of RecordSearch that take arguments: those of one request with the same arguments are answered together. */
@Component
final class BatchedFields {

    private static final String SIMILAR = "RecordSearch.similar";
    private static final String VECTOR = "RecordSearch.vector";

    /** A field of a record with its arguments. */
    private record Asked<A>(Record record, A arguments) {}

    private record Similar(String vector, int first) {}

    BatchedFields(BatchLoaderRegistry loaders, FindNearest nearest, ReadIndexed indexed) {
        loaders.<Asked<Similar>, FindNearest.Answer>forName(SIMILAR)
                .registerMappedBatchLoader((asked, _) -> together(
                        asked,
                        (principal, arguments, records) -> nearest.near(
                                        principal,
                                        arguments.vector(),
                                        records.stream().map(Record::srn).toList(),
                                        arguments.first())
                                .map(found -> {
                                    Map<Record, FindNearest.Answer> byRecord = new HashMap<>();
                                    records.forEach(record ->
                                            byRecord.put(record, Objects.requireNonNull(found.get(record.srn()))));
                                    return byRecord;
                                })));
        loaders.<Asked<String>, List<Float>>forName(VECTOR)
                .registerMappedBatchLoader((asked, _) ->
                        together(asked, (principal, name, records) -> indexed.vectors(principal, name, records)));
    }

    /** Fails where the record has no such vector. */
    CompletableFuture<FindNearest.Nearest> similar(
            DataFetchingEnvironment environment, Record record, String vector, int first) {
        DataLoader<Asked<Similar>, FindNearest.Answer> loader = loader(environment, SIMILAR);
        return loader.load(new Asked<>(record, new Similar(vector, first)))
                .thenApply(answer -> answer.orThrow(record.srn(), vector));
    }

    /** Null where the record has no such vector. */
    CompletableFuture<@Nullable List<Float>> vector(DataFetchingEnvironment environment, Record record, String name) {
        DataLoader<Asked<String>, @Nullable List<Float>> loader = loader(environment, VECTOR);
        return loader.load(new Asked<>(record, name));
    }

    private static <K, V extends @Nullable Object> DataLoader<K, V> loader(
            DataFetchingEnvironment environment, String name) {
        return Objects.requireNonNull(environment.<K, V>getDataLoader(name), name);
    }

    @FunctionalInterface
    private interface Answers<A, V> {
        Mono<Map<Record, V>> of(Principal principal, A arguments, Collection<Record> records);
    }

    private static <A, V> Mono<Map<Asked<A>, V>> together(Set<Asked<A>> asked, Answers<A, V> answers) {
        Map<A, Set<Record>> byArguments = new LinkedHashMap<>();
        asked.forEach(one -> byArguments
                .computeIfAbsent(one.arguments(), _ -> new LinkedHashSet<>())
                .add(one.record()));
        return CurrentPrincipal.get()
                .flatMapMany(principal -> Flux.fromIterable(byArguments.entrySet())
                        .concatMap(group -> answers.of(principal, group.getKey(), group.getValue())
                                .flatMapIterable(Map::entrySet)
                                .map(found ->
                                        Map.entry(new Asked<>(found.getKey(), group.getKey()), found.getValue()))))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
