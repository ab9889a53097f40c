package io.weft.gateway.execution;

import io.weft.contracts.VersionedAnswer;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Sends a request to a subgraph. Never fails: what goes wrong is a {@link Response.Failed}. */
public interface SubgraphTransport {

    Mono<Response> send(Request request);

    /**
     * @param kind          what it does: only a query may be sent again when it fails
     * @param body          the GraphQL request, as JSON
     * @param headers       to send along: trusted headers, request id, those the client's are propagated from
     * @param operationName for logs and metrics
     */
    record Request(
            SubgraphName subgraph,
            URI url,
            OperationKind kind,
            byte[] body,
            Map<String, String> headers,
            Optional<String> operationName) {
        public Request {
            Objects.requireNonNull(subgraph);
            Objects.requireNonNull(url);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(body);
            headers = Map.copyOf(headers);
            Objects.requireNonNull(operationName);
        }
    }

    sealed interface Response {
        /**
         * The subgraph answered over HTTP, with whatever status.
         *
         * @param version of the data it answers by, where it was asked for and says so
         */
        record Answered(int status, byte[] body, Optional<VersionedAnswer> version) implements Response {
            public Answered(int status, byte[] body) {
                this(status, body, Optional.empty());
            }
        }

        /**
         * There is no answer.
         *
         * @param reason  what happened
         * @param message for the client: names no address and no exception
         */
        record Failed(Reason reason, String message) implements Response {}
    }

    /** Why there is no answer. The name is the error's {@code extensions.code}, prefixed {@code SUBGRAPH_}. */
    enum Reason {
        /** Could not be reached, or the connection broke. */
        UNREACHABLE,
        /** Did not answer in time. */
        TIMEOUT,
        /** Failed so often lately that it is left alone for a while. */
        CIRCUIT_OPEN,
        /** Too many requests to it are under way. */
        OVERLOADED,
        /** Its answer is larger than the limit. */
        TOO_LARGE,
        /** What it sends is not what the protocol asks for. */
        INVALID_ANSWER
    }
}
