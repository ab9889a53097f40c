package io.weft.gateway;

import io.weft.gateway.GatewayResponse.Outcome;
import io.weft.gateway.Graph.Coercion;
import io.weft.gateway.Graph.Preparation;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.execution.Variables;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.projection.Projector;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The pipeline: prepare the document, coerce the variables, execute the plan, project the answer. Safe for use by many
 * threads.
 */
public final class Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final Executor executor;
    private volatile Graph graph;

    public Gateway(Graph graph, Executor executor) {
        this.graph = graph;
        this.executor = executor;
    }

    /** The graph that new requests begin with. */
    public Graph graph() {
        return graph;
    }

    /** New requests begin with this graph; those under way finish on theirs. */
    public void swap(Graph next) {
        graph = next;
    }

    /** Never fails: what goes wrong is a response with errors. */
    public Mono<GatewayResponse> execute(GatewayRequest request) {
        return Mono.defer(() -> execute(request, graph)).onErrorResume(bug -> Mono.just(failed(request, bug)));
    }

    private Mono<GatewayResponse> execute(GatewayRequest request, Graph graph) {
        return switch (graph.prepare(request.document(), request.operationName())) {
            case Preparation.Refused(var errors) -> Mono.just(refused(Outcome.REFUSED, errors));
            case Preparation.Prepared prepared
            when !isPermitted(request, prepared) ->
                Mono.just(notPermitted(prepared.operation().kind()));
            case Preparation.Prepared prepared ->
                switch (graph.coerce(prepared.operation(), request.variables())) {
                    case Coercion.Refused(var errors) -> Mono.just(refused(Outcome.REFUSED, errors));
                    case Coercion.Coerced(Variables variables) -> run(request, graph, prepared, variables);
                };
        };
    }

    private Mono<GatewayResponse> run(
            GatewayRequest request, Graph graph, Preparation.Prepared prepared, Variables variables) {
        return executor.execute(prepared.plan(), variables, request.headers())
                .map(execution -> Projector.project(
                        prepared.shape(), execution, variables, graph.introspect(prepared.operation(), variables)))
                .map(projected -> new GatewayResponse(
                        projected.hasErrors() ? Outcome.PARTLY_ANSWERED : Outcome.ANSWERED, projected.bytes()));
    }

    private static boolean isPermitted(GatewayRequest request, Preparation.Prepared prepared) {
        OperationKind kind = prepared.operation().kind();
        return kind != OperationKind.SUBSCRIPTION && request.permitted().contains(kind);
    }

    private static GatewayResponse notPermitted(OperationKind kind) {
        String why = kind == OperationKind.SUBSCRIPTION
                ? "Subscriptions are not supported."
                : "A " + kind.keyword() + " cannot be asked for in this way: send it with POST.";
        return refused(
                Outcome.NOT_PERMITTED, List.of(ResponseError.refusal(ErrorCode.NOT_SUPPORTED.name(), why, List.of())));
    }

    private static GatewayResponse refused(Outcome outcome, List<ResponseError> errors) {
        return new GatewayResponse(outcome, Projector.refusal(errors));
    }

    private static GatewayResponse failed(GatewayRequest request, Throwable bug) {
        LOG.atError()
                .setCause(bug)
                .addKeyValue("request_id", request.id())
                .addKeyValue("operation", request.operationName().orElse("-"))
                .log("A request failed");
        String message = "The gateway failed to answer. Its operators find the reason under the request id "
                + request.id() + ".";
        return refused(
                Outcome.FAILED, List.of(ResponseError.refusal(ErrorCode.INTERNAL_ERROR.name(), message, List.of())));
    }
}
