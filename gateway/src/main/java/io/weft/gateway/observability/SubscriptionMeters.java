package io.weft.gateway.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

/**
 * Counts subscriptions that are open ({@code weft.subscriptions}), their events ({@code weft.subscription.events}) and
 * why they ended ({@code weft.subscription.ends}), and writes a line about each when it is over.
 */
public final class SubscriptionMeters implements AutoCloseable {

    private static final Logger access = LoggerFactory.getLogger("io.weft.gateway.access");

    private final MeterRegistry meters;
    private final String graph;
    private final AtomicInteger open = new AtomicInteger();
    private final Gauge gauge;
    private final Counter events;
    private final ConcurrentMap<String, Counter> ends = new ConcurrentHashMap<>();

    /** @param graph the name of the graph that is asked; tags what is measured */
    public SubscriptionMeters(MeterRegistry meters, String graph) {
        this.meters = meters;
        this.graph = graph;
        this.gauge = Gauge.builder("weft.subscriptions", open, AtomicInteger::get)
                .description("Subscriptions that are open")
                .tag("graph", graph)
                .register(meters);
        this.events = Counter.builder("weft.subscription.events")
                .description("Events that clients of subscriptions were sent")
                .tag("graph", graph)
                .register(meters);
    }

    /** Forgets what was measured: the graph is no longer served. */
    @Override
    public void close() {
        meters.remove(gauge);
        meters.remove(events);
        ends.values().forEach(meters::remove);
    }

    /**
     * @param events    of one subscription
     * @param operation its name, or a label in parentheses
     * @param reason    why an event is the last; empty for any other
     */
    public <E> Flux<E> measured(
            Flux<E> events, String operation, RequestTrace trace, Function<E, Optional<String>> reason) {
        return Flux.defer(() -> {
            AtomicLong told = new AtomicLong();
            AtomicReference<String> why = new AtomicReference<>("COMPLETE");
            open.incrementAndGet();
            return events.doOnNext(event -> reason.apply(event).ifPresentOrElse(why::set, () -> {
                        told.incrementAndGet();
                        this.events.increment();
                    }))
                    .doFinally(signal -> {
                        open.decrementAndGet();
                        ended(operation, trace, told.get(), end(signal, Objects.requireNonNull(why.get())));
                    });
        });
    }

    private static String end(SignalType signal, String why) {
        return switch (signal) {
            case CANCEL -> "CANCELLED";
            case ON_ERROR -> "FAILED";
            default -> why;
        };
    }

    private void ended(String operation, RequestTrace trace, long told, String end) {
        ends.computeIfAbsent(
                        end,
                        reason -> Counter.builder("weft.subscription.ends")
                                .description("Subscriptions that ended, by why")
                                .tag("graph", graph)
                                .tag("reason", reason)
                                .register(meters))
                .increment();
        access.atInfo()
                .addKeyValue("request_id", trace.requestId())
                .addKeyValue("operation", operation)
                .addKeyValue("events", told)
                .addKeyValue("end", end)
                .addKeyValue("duration_ms", trace.age().toMillis())
                .log("subscription");
    }
}
