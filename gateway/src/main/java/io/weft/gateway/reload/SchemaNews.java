package io.weft.gateway.reload;

import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * What services say of their schemas by themselves: the hash of the one they serve from now on. Whoever has not told that
 * schema yet is to be asked at once. Safe for use by many threads.
 */
final class SchemaNews {

    private static final Logger log = LoggerFactory.getLogger(SchemaNews.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** A service of several processes may be asked at one that is not that far yet; this long it is asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Announced(String hash, Instant giveUp) {}

    private final List<SchemaSource> sources;
    private final Function<SchemaSource, Flux<String>> news;
    private final Map<SubgraphName, Announced> announced = new ConcurrentHashMap<>();
    private final Set<SubgraphName> listening = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<SubgraphName> woken = Sinks.many().multicast().directBestEffort();
    private final Disposable.Composite streams = Disposables.composite();

    /** @param news of a source: never ends, fails where there are none; it is asked again later */
    SchemaNews(List<SchemaSource> sources, Function<SchemaSource, Flux<String>> news) {
        this.sources = sources;
        this.news = news;
    }

    void start() {
        sources.stream()
                .filter(source -> source.origin() instanceof SchemaSource.Origin.Service)
                .forEach(source -> streams.add(stream(source)));
    }

    private Disposable stream(SchemaSource source) {
        return news.apply(source)
                .doOnNext(hash -> hear(source.name(), hash))
                .doOnError(why -> {
                    listening.remove(source.name());
                    log.debug(
                            "Subgraph '{}' does not tell when its schema changes: {}",
                            source.name(),
                            String.valueOf(why));
                })
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true))
                .subscribe();
    }

    private void hear(SubgraphName name, String hash) {
        listening.add(name);
        announced.put(name, new Announced(hash, Instant.now().plus(PATIENCE)));
        synchronized (woken) {
            woken.tryEmitNext(name);
        }
    }

    /** Completes at the next news. */
    Mono<Void> next() {
        return woken.asFlux().next().then();
    }

    /** Whether a source would say by itself that its schema has changed. */
    boolean isHeard(SchemaSource source) {
        return listening.contains(source.name());
    }

    /** Whether a source has announced a schema that it has not told yet. */
    boolean isAwaited(SchemaSource source) {
        return announced.containsKey(source.name());
    }

    boolean isAnyAwaited() {
        return !announced.isEmpty();
    }

    /** @param hash of the schema that a source has told; empty where it told none */
    void told(SubgraphName name, Optional<String> hash) {
        announced.computeIfPresent(
                name,
                (_, waiting) -> hash.filter(waiting.hash()::equals).isPresent()
                                || Instant.now().isAfter(waiting.giveUp())
                        ? null
                        : waiting);
    }

    void stop() {
        streams.dispose();
    }
}
