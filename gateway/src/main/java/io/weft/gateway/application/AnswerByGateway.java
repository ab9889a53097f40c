package io.weft.gateway.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.gateway.Explain;
import io.weft.gateway.Gateway;
import io.weft.gateway.GatewayRequest;
import io.weft.gateway.GatewayResponse;
import io.weft.gateway.Graph;
import io.weft.gateway.observability.Explanation;
import io.weft.gateway.observability.RequestTrace;
import io.weft.gateway.planning.plan.PlanPrinter;
import io.weft.gateway.security.CallerHeaders;
import io.weft.gateway.transport.http.AnswerGraphQl;
import io.weft.gateway.transport.http.GraphQlRequest;
import io.weft.identity.CallerAuthentication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Brings together what HTTP, security and observability know of a request, and has the gateway execute it. */
final class AnswerByGateway implements AnswerGraphQl {

    private static final String EXPLAIN = "X-Weft-Explain";
    private static final List<String> TRACING = List.of("traceparent", "tracestate");
    private static final byte[] NO_GRAPH_YET =
            "{\"errors\":[{\"message\":\"There is no graph yet: the subgraphs have not told schemas that compose. Try again shortly.\",\"extensions\":{\"code\":\"NOT_READY\"}}]}"
                    .getBytes(UTF_8);

    private static final byte[] NO_SUCH_GRAPH =
            "{\"errors\":[{\"message\":\"There is no graph of this name here.\",\"extensions\":{\"code\":\"NO_SUCH_GRAPH\"}}]}"
                    .getBytes(UTF_8);

    private final Function<ServerWebExchange, Optional<ServedGraph>> graphs;
    private final Role explainRole;

    /** @param graphs which one is asked */
    AnswerByGateway(Function<ServerWebExchange, Optional<ServedGraph>> graphs, Role explainRole) {
        this.graphs = graphs;
        this.explainRole = explainRole;
    }

    @Override
    public Mono<Answer> answer(GraphQlRequest request, ServerWebExchange exchange) {
        Optional<ServedGraph> asked = graphs.apply(exchange);
        if (asked.isEmpty()) {
            return Mono.just(new Answer(Outcome.NO_SUCH_GRAPH, NO_SUCH_GRAPH));
        }
        ServedGraph graph = asked.get();
        Optional<Gateway> ready = graph.gateway();
        if (ready.isEmpty()) {
            return Mono.just(new Answer(Outcome.NOT_READY, NO_GRAPH_YET));
        }
        return graph.during(CallerAuthentication.current()
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("a request reached the gateway without anybody asking")))
                .flatMap(principal -> answer(graph, ready.get(), request, exchange, principal)));
    }

    private Mono<Answer> answer(
            ServedGraph graph, Gateway ready, GraphQlRequest request, ServerWebExchange exchange, Principal principal) {
        RequestTrace trace = RequestTrace.of(exchange);
        HttpHeaders sent = exchange.getRequest().getHeaders();
        Graph asking = ready.graph();
        GatewayRequest asked = new GatewayRequest(
                trace.requestId(),
                request.document(),
                request.operationName(),
                request.variables(),
                request.permitted(),
                principal,
                new CallerHeaders(
                        graph.trust(),
                        principal,
                        trace.requestId(),
                        only(sent, graph.settings().propagateHeaders()),
                        only(sent, TRACING)));
        return ready.execute(asked).map(response -> {
            Optional<Graph.Preparation.Prepared> prepared = prepared(asking, request);
            String operation = prepared.map(known -> known.operation().name().orElse("(unnamed)"))
                    .orElse("(refused)");
            trace.operation(operation);
            graph.timers().record(trace, operation, response.outcome().name());
            String wish = sent.getFirst(EXPLAIN);
            boolean explain = ("plan".equalsIgnoreCase(wish) || "all".equalsIgnoreCase(wish))
                    && principal.role().includes(explainRole);
            byte[] body = explain && prepared.isPresent()
                    ? Explanation.addedTo(
                            response.body(),
                            "all".equalsIgnoreCase(wish)
                                    ? Explain.stages(prepared.get())
                                    : Map.of(
                                            "plan",
                                            PlanPrinter.print(
                                                    prepared.get().plan().plan())),
                            trace)
                    : response.body();
            return new Answer(outcome(response.outcome()), body);
        });
    }

    /** What the graph keeps of the request that was just answered. */
    private static Optional<Graph.Preparation.Prepared> prepared(Graph graph, GraphQlRequest request) {
        return switch (graph.prepare(request.document(), request.operationName())) {
            case Graph.Preparation.Prepared prepared -> Optional.of(prepared);
            case Graph.Preparation.Refused ignored -> Optional.empty();
        };
    }

    private static Outcome outcome(GatewayResponse.Outcome outcome) {
        return switch (outcome) {
            case ANSWERED, PARTLY_ANSWERED -> Outcome.EXECUTED;
            case REFUSED -> Outcome.INVALID;
            case NOT_PERMITTED -> Outcome.NOT_PERMITTED;
            case FAILED -> Outcome.BROKEN;
        };
    }

    private static Map<String, String> only(HttpHeaders sent, List<String> names) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : names) {
            List<String> values = sent.getOrEmpty(name);
            if (!values.isEmpty()) {
                headers.put(name, String.join(", ", values));
            }
        }
        return headers;
    }
}
