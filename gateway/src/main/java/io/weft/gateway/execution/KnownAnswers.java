package io.weft.gateway.execution;

import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What one run of an operation leaves for another, by a plan that asks others: no question is asked twice, so that a page stays the page it was,
 * and who did not answer is asked nothing more. Safe for use by many threads.
 */
public final class KnownAnswers {

    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final Map<SubgraphName, Response> failures = new ConcurrentHashMap<>();

    private record Answered(Request request, Response response) {
        boolean isTo(Request question) {
            return request.subgraph().equals(question.subgraph()) && Arrays.equals(request.body(), question.body());
        }
    }

    /** Subgraphs of which a whole answer is missing. Where too much is asked of one already, others are not to be asked instead. */
    public Set<SubgraphName> unanswered() {
        return Set.copyOf(failures.keySet());
    }

    void answered(Request request, Response response) {
        answered.add(new Answered(request, response));
    }

    /** @param response has no data */
    void failed(SubgraphName subgraph, Response response) {
        if (!(response instanceof Response.Failed(Reason reason, String ignored) && reason == Reason.OVERLOADED)) {
            failures.put(subgraph, response);
        }
    }

    /** An answer without data may be due to its question: another is asked. */
    Optional<Response> answer(Request request) {
        return failures.get(request.subgraph()) instanceof Response.Failed failed
                ? Optional.of(failed)
                : answered.stream()
                        .filter(known -> known.isTo(request))
                        .map(Answered::response)
                        .findFirst();
    }
}
