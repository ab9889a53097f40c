package io.weft.gateway.execution;

import reactor.core.publisher.Mono;

/**
 * Runs plans. What goes wrong in subgraphs becomes errors beside partial data; the result itself only fails on a bug.
 * Safe for use by many threads.
 */
public final class Executor {

    private final SharedCalls transport;

    public Executor(SubgraphTransport transport) {
        this.transport = new SharedCalls(transport);
    }

    /** Starts when subscribed to; each subscription is a run of its own. Cancelling gives up the calls under way. */
    public Mono<Execution> execute(CompiledPlan plan, Variables variables, SubgraphHeaders headers) {
        return Mono.create(sink -> new PlanRun(plan, variables, headers, transport, sink).start());
    }
}
