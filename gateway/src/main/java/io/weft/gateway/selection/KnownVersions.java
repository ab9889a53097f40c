package io.weft.gateway.selection;

import io.weft.contracts.DataVersion;
import io.weft.http.server.EventLoopTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Which versions of their data subgraphs have told since a selection began. Who has an answer waits to be told that it holds: by somebody who asks something else anyway,
 * and where nobody does, or he takes his time, by one of those who wait. Safe for use by many threads.
 */
final class KnownVersions {

    private final Map<String, Source> sources = new HashMap<>();
    private final Duration patience;

    /** What somebody learns who waits. */
    sealed interface Turn {

        /** The version that the data have. */
        record Told(DataVersion version) implements Turn {}

        /** Whoever was to tell did not. */
        record Untold() implements Turn {}

        /** It is on him to ask, for all who wait. */
        record Ask() implements Turn {}
    }

    private static final class Source {

        @Nullable DataVersion told;

        final Set<Object> asking = new HashSet<>();

        final Map<Object, Sinks.One<Turn>> waiting = new LinkedHashMap<>();

        /** To be told once nothing is locked any more: whoever is told goes on at once. */
        List<Sinks.One<Turn>> released() {
            List<Sinks.One<Turn>> all = new ArrayList<>(waiting.values());
            waiting.clear();
            return all;
        }
    }

    /** @param patience with who asks for something new, which may take long, before another asks for the version alone */
    KnownVersions(Duration patience) {
        this.patience = patience;
    }

    /** @param who waits; whatever becomes of it, it ends by {@link #gone} */
    Mono<Turn> next(String source, Object who) {
        return Mono.defer(() -> {
            Sinks.One<Turn> turn = Sinks.one();
            boolean isFirst;
            boolean isAsked;
            synchronized (this) {
                Source of = of(source);
                if (of.told != null) {
                    return Mono.just(new Turn.Told(of.told));
                }
                isFirst = of.waiting.isEmpty();
                isAsked = !of.asking.isEmpty();
                of.waiting.put(who, turn);
            }
            if (isFirst) {
                Scheduler loop = EventLoopTimers.here();
                if (!isAsked) {
                    // By then all that is asked at the same time has been asked.
                    loop.schedule(() -> letOneAsk(source, of -> of.asking.isEmpty()));
                }
                loop.schedule(() -> letOneAsk(source, _ -> true), patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return turn.asMono();
        });
    }

    private void letOneAsk(String source, Predicate<Source> where) {
        Sinks.One<Turn> first;
        synchronized (this) {
            Source of = of(source);
            Iterator<Map.Entry<Object, Sinks.One<Turn>>> waiting =
                    of.waiting.entrySet().iterator();
            if (!where.test(of) || !waiting.hasNext()) {
                return;
            }
            Map.Entry<Object, Sinks.One<Turn>> one = waiting.next();
            waiting.remove();
            of.asking.add(one.getKey());
            first = one.getValue();
        }
        first.tryEmitValue(new Turn.Ask());
    }

    /**
     * Whether somebody who is about to ask is to ask for the version, too, as others wait for it.
     *
     * @param who asks; if so, it ends by {@link #gone}
     */
    synchronized boolean isToTell(String source, Object who) {
        Source of = of(source);
        boolean isToTell = of.told == null && of.asking.isEmpty() && !of.waiting.isEmpty();
        if (isToTell) {
            of.asking.add(who);
        }
        return isToTell;
    }

    /** Whether anybody waits for a version of anything. */
    synchronized boolean isAwaited() {
        return sources.values().stream().anyMatch(source -> !source.waiting.isEmpty());
    }

    void told(DataVersion version) {
        List<Sinks.One<Turn>> waiting;
        synchronized (this) {
            Source of = of(version.source());
            of.told = version;
            waiting = of.released();
        }
        waiting.forEach(one -> one.tryEmitValue(new Turn.Told(version)));
    }

    /** He neither waits nor asks any more. */
    void gone(String source, Object who) {
        List<Sinks.One<Turn>> untold;
        synchronized (this) {
            Source of = of(source);
            of.waiting.remove(who);
            boolean wasLast = of.asking.remove(who) && of.asking.isEmpty();
            untold = wasLast ? of.released() : List.of();
        }
        untold.forEach(one -> one.tryEmitValue(new Turn.Untold()));
    }

    private Source of(String source) {
        return sources.computeIfAbsent(source, _ -> new Source());
    }
}
