package io.weft.gateway.observability;

import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What is noted of one request while it is answered. Safe for use by many threads. */
public final class RequestTrace {

    /** What a subscription's events cause without end is counted, but not kept. */
    private static final int KEPT = 1000;

    private static final String KEY = RequestTrace.class.getName();

    private final String requestId;
    private final long begun = System.nanoTime();
    private final Queue<Fetch> fetches = new ConcurrentLinkedQueue<>();
    private final AtomicInteger fetchCount = new AtomicInteger();
    private final Queue<Map<String, Object>> selections = new ConcurrentLinkedQueue<>();
    private volatile Optional<String> operation = Optional.empty();

    RequestTrace(String requestId) {
        this.requestId = requestId;
    }

    /**
     * One call to a subgraph.
     *
     * @param begun         since the request began
     * @param duration      until the answer was there
     * @param requestBytes  sent
     * @param responseBytes received; zero where there is no answer
     * @param outcome       an HTTP status, or why there is no answer
     */
    public record Fetch(
            SubgraphName subgraph,
            Duration begun,
            Duration duration,
            int requestBytes,
            int responseBytes,
            String outcome) {}

    /** Of one of several operations over one connection; its id is this one's, with {@code suffix} behind a slash. */
    public RequestTrace part(String suffix) {
        return new RequestTrace(requestId + "/" + suffix);
    }

    /** @throws IllegalStateException outside of {@link TraceFilter} */
    public static RequestTrace of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.<RequestTrace>getAttribute(KEY))
                .orElseThrow(() -> new IllegalStateException("no trace: the request did not pass the TraceFilter"));
    }

    /** Empty outside of a request. */
    public static Optional<RequestTrace> of(ContextView context) {
        return context.getOrEmpty(KEY);
    }

    public String requestId() {
        return requestId;
    }

    /** In the order of their answers; of very many, the first. */
    public List<Fetch> fetches() {
        return new ArrayList<>(fetches);
    }

    /** How a selection over several subgraphs was answered, as JSON. */
    public void selected(Map<String, Object> how) {
        selections.add(how);
    }

    public List<Map<String, Object>> selections() {
        return new ArrayList<>(selections);
    }

    /** For the access log. */
    public void operation(String label) {
        operation = Optional.of(Objects.requireNonNull(label));
    }

    Optional<String> operation() {
        return operation;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    void add(Fetch fetch) {
        if (fetchCount.incrementAndGet() <= KEPT) {
            fetches.add(fetch);
        }
    }

    int fetchCount() {
        return fetchCount.get();
    }

    void keepIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(KEY, this);
    }

    /** The context of what is done for the request. */
    public Context keepIn(Context context) {
        return context.put(KEY, this);
    }
}
