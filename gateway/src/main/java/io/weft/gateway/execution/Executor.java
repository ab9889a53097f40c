package io.weft.gateway.execution;

import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.SubgraphTransport.Response;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs plans. What goes wrong in subgraphs becomes errors beside partial data; the result itself only fails on a bug.
 * Safe for use by many threads.
 */
public final class Executor {

    private final SharedCalls transport;
    private final SubgraphStreams streams;

    /** Without subscriptions. */
    public Executor(SubgraphTransport transport) {
        this(transport, SubgraphStreams.NONE);
    }

    public Executor(SubgraphTransport transport, SubgraphStreams streams) {
        this.transport = new SharedCalls(transport);
        this.streams = streams;
    }

    /** Starts when subscribed to; each subscription is a run of its own. Cancelling gives up the calls under way. */
    public Mono<Execution> execute(CompiledPlan plan, Variables variables, SubgraphHeaders headers) {
        return Mono.create(sink -> new PlanRun(plan, variables, headers, transport, Optional.empty(), sink).start());
    }

    /**
     * The same operation by another plan.
     *
     * @param before what the run before left
     */
    public Mono<Execution> execute(
            CompiledPlan plan, Variables variables, SubgraphHeaders headers, KnownAnswers before) {
        return Mono.create(sink -> new PlanRun(plan, variables, headers, transport, Optional.of(before), sink).start());
    }

    /** Subscribes at a subgraph when subscribed to. Cancelling ends the subscription there. */
    public Flux<Signal> open(EventSource source, SubgraphHeaders headers) {
        return Flux.defer(() -> streams.open(source.request(headers)));
    }

    /**
     * Runs what follows from one event of a subscription.
     *
     * @param plan  its first fetch has an {@link EventSource}
     * @param event what the source answered
     */
    public Mono<Execution> execute(
            CompiledPlan plan, Response.Answered event, Variables variables, SubgraphHeaders headers) {
        return Mono.create(
                sink -> new PlanRun(plan, variables, headers, transport, Optional.empty(), sink).start(event));
    }
}
