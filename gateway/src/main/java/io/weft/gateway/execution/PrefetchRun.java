package io.weft.gateway.execution;

import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is found ahead during one run of a plan. */
final class PrefetchRun implements Prefetch {

    private final List<CompiledPrefetch> prefetches;
    private final Variables variables;
    private final Function<RequestRun, Mono<Response>> send;
    private final Map<Integer, Queue<Mono<Found>>> found = new ConcurrentHashMap<>();

    /** What came of one lookup. */
    private sealed interface Found {
        /** @param byKey {@code null} for what is not there; nothing where there were errors: as planned, they come to be told where they belong */
        record Entities(Map<Leaf, Leaf> byKey) implements Found {}

        record Nothing(Response.Failed why) implements Found {}
    }

    /** @param send begins at once, whoever subscribes later */
    PrefetchRun(List<CompiledPrefetch> prefetches, Variables variables, Function<RequestRun, Mono<Response>> send) {
        this.prefetches = prefetches.stream()
                .filter(prefetch -> prefetch.isAsked(variables))
                .toList();
        this.variables = variables;
        this.send = send;
    }

    @Override
    public Set<SubgraphName> subgraphs(String field) {
        return prefetches.stream()
                .filter(prefetch -> prefetch.isCheap() && prefetch.fields().contains(field))
                .map(CompiledPrefetch::subgraph)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Rider.OfNodes> ofNodes(String field, SubgraphName subgraph, Sureness sureness) {
        return find(field, subgraph)
                .filter(prefetch -> prefetch.isCheap() || sureness == Sureness.SURE)
                .flatMap(prefetch -> prefetch.ofNodes(variables, entities -> keep(prefetch, entities)));
    }

    @Override
    public Optional<Rider.RootField> rootField(String field, SubgraphName subgraph, int[] keys) {
        return find(field, subgraph)
                .flatMap(prefetch -> prefetch.rootField(keys, variables, entities -> keep(prefetch, entities)));
    }

    @Override
    public void send(String field, SubgraphName subgraph, int[] keys) {
        find(field, subgraph)
                .ifPresent(prefetch -> prefetch.run(keys).ifPresent(run -> {
                    int from = 0;
                    for (RequestRun request : run.requests()) {
                        int[] asked = Arrays.copyOfRange(keys, from, from + request.size(0));
                        from += asked.length;
                        keep(prefetch, send.apply(request).map(response -> read(prefetch, asked, response)));
                    }
                }));
    }

    private Optional<CompiledPrefetch> find(String field, SubgraphName subgraph) {
        return prefetches.stream()
                .filter(prefetch ->
                        prefetch.fields().contains(field) && prefetch.subgraph().equals(subgraph))
                .findFirst();
    }

    private void keep(CompiledPrefetch prefetch, Rider.Entities entities) {
        keep(prefetch, Mono.just(new Found.Entities(entities.byKey())));
    }

    private void keep(CompiledPrefetch prefetch, Mono<Found> entities) {
        found.computeIfAbsent(prefetch.fetch().index(), _ -> new ConcurrentLinkedQueue<>())
                .add(entities);
    }

    private static Found read(CompiledPrefetch prefetch, int[] keys, Response response) {
        return switch (response) {
            case Response.Failed failed -> new Found.Nothing(failed);
            case Response.Answered(int _, byte[] body, var _) ->
                Rider.list(body, prefetch.responseKey())
                        .<Found>map(list -> new Found.Entities(
                                CompiledPrefetch.inOrder(keys, list).byKey()))
                        .orElseGet(() -> new Found.Entities(Map.of()));
        };
    }

    /**
     * The answer to a request of the plan, from what was found ahead. Who could not be reached ahead is not asked again.
     *
     * @return empty where nothing was asked ahead; a Mono that is empty where what was found is not all
     */
    Optional<Mono<Response>> answer(RequestRun request) {
        Queue<Mono<Found>> asked = found.get(request.fetch().index());
        if (asked == null) {
            return Optional.empty();
        }
        return prefetches.stream()
                .filter(prefetch -> prefetch.fetch() == request.fetch())
                .findFirst()
                .map(prefetch -> Flux.concat(asked)
                        .collectList()
                        .flatMap(all -> Mono.justOrEmpty(answer(prefetch, request, all))));
    }

    private static Optional<Response> answer(CompiledPrefetch prefetch, RequestRun request, List<Found> all) {
        Map<Leaf, Leaf> entities = new HashMap<>();
        Optional<Response> failed = Optional.empty();
        for (Found each : all) {
            switch (each) {
                case Found.Entities(Map<Leaf, Leaf> byKey) -> entities.putAll(byKey);
                case Found.Nothing(Response.Failed why) -> failed = Optional.of(why);
            }
        }
        Optional<Response> otherwise = failed;
        return written(prefetch, request.firsts(0), entities).or(() -> otherwise);
    }

    private static Optional<Response> written(
            CompiledPrefetch prefetch, List<ObjectNode> objects, Map<Leaf, Leaf> entities) {
        JsonOutput out = new JsonOutput()
                .raw('{')
                .string("data")
                .raw(':')
                .raw('{')
                .string(prefetch.responseKey())
                .raw(':')
                .raw('[');
        for (int i = 0; i < objects.size(); i++) {
            Leaf key = prefetch.key(objects.get(i));
            Leaf entity = key == null ? null : entities.get(key);
            if (entity == null) {
                return Optional.empty();
            }
            (i == 0 ? out : out.raw(',')).raw(entity);
        }
        return Optional.of(
                new Response.Answered(200, out.raw(']').raw('}').raw('}').toByteArray()));
    }
}
