package io.weft.gateway.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The graphs of this process, by name. Safe for use by many threads. */
final class ServedGraphs implements AutoCloseable {

    /** The name of the only graph, where there is no manifest. */
    static final String ONLY = "default";

    private final Surroundings surroundings;
    private volatile Map<String, ServedGraph> served = Map.of();

    ServedGraphs(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Optional<ServedGraph> named(String name) {
        return Optional.ofNullable(served.get(name));
    }

    Collection<ServedGraph> all() {
        return served.values();
    }

    /**
     * Serves these and no others. Those that are served already, from the same origin, are left alone; those that are
     * gone finish their requests.
     *
     * @return over when each of the new graphs has been tried once
     */
    synchronized Mono<Void> serve(Map<String, GraphOrigin> wanted) {
        Map<String, ServedGraph> next = new LinkedHashMap<>();
        List<ServedGraph> fresh = new ArrayList<>();
        List<ServedGraph> gone = new ArrayList<>(served.values());
        wanted.forEach((name, origin) -> {
            ServedGraph known = served.get(name);
            if (known != null && known.origin().equals(origin)) {
                next.put(name, known);
                gone.remove(known);
            } else {
                ServedGraph graph = new ServedGraph(name, origin, surroundings);
                next.put(name, graph);
                fresh.add(graph);
            }
        });
        return Flux.fromIterable(fresh)
                .flatMap(graph -> Mono.fromRunnable(graph::start).subscribeOn(surroundings.threads()))
                .then(Mono.fromRunnable(() -> {
                    // The old one of a changed graph answers until the new one has been tried.
                    served = next;
                    gone.forEach(ServedGraph::close);
                    fresh.forEach(ServedGraph::measure);
                }));
    }

    @Override
    public void close() {
        all().forEach(ServedGraph::close);
    }
}
