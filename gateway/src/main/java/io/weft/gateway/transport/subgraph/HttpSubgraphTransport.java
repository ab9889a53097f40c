package io.weft.gateway.transport.subgraph;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.weft.contracts.HeaderNames;
import io.weft.contracts.VersionedAnswer;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;

/**
 * GraphQL over HTTP to a subgraph: {@code POST}, one pool of kept-alive connections per subgraph, the answer's size
 * bounded. Redirects are not followed: trusted headers are meant for the subgraph they were signed for.
 */
public final class HttpSubgraphTransport implements SubgraphTransport, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpSubgraphTransport.class);

    private final Map<SubgraphName, SubgraphConnections> connections = new ConcurrentHashMap<>();
    private final Function<SubgraphName, ConnectionSettings> settings;

    public HttpSubgraphTransport(Function<SubgraphName, ConnectionSettings> settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Response> send(Request request) {
        SubgraphConnections to = connections.computeIfAbsent(
                request.subgraph(), name -> new SubgraphConnections(name, settings.apply(name)));
        HttpClient client = request.kind() == OperationKind.QUERY ? to.client() : to.clientForMutations();
        return client.headers(headers -> {
                    request.headers().forEach(headers::set);
                    headers.set(HttpHeaderNames.CONTENT_LENGTH, request.body().length);
                })
                .post()
                .uri(request.url())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(request.body())))
                .response((response, content) -> collect(response, content, to.maxResponse()))
                .next()
                .onErrorResume(failure -> Mono.just(failed(request, to, failure)));
    }

    /** From now on, subgraphs whose settings are others now are connected to anew; calls under way finish. */
    public void settingsChanged() {
        connections.forEach((subgraph, before) -> {
            if (!settings.apply(subgraph).equals(before.settings()) && connections.remove(subgraph, before)) {
                before.close();
            }
        });
    }

    @Override
    public void close() {
        connections.values().forEach(SubgraphConnections::close);
    }

    private static Flux<Response> collect(HttpClientResponse response, Flux<ByteBuf> content, int limit) {
        long announced = contentLength(response);
        if (announced > limit) {
            return Flux.error(new AnswerTooLarge());
        }
        BoundedBody body = new BoundedBody(limit, announced);
        int status = response.status().code();
        return content.<Response>handle((part, sink) -> {
                    if (!body.append(part)) {
                        sink.error(new AnswerTooLarge());
                    }
                })
                .concatWith(Mono.fromSupplier(() -> new Response.Answered(status, body.bytes(), version(response))));
    }

    private static Optional<VersionedAnswer> version(HttpClientResponse response) {
        return Optional.ofNullable(response.responseHeaders().get(HeaderNames.DATA_VERSION))
                .flatMap(VersionedAnswer::parse);
    }

    private static long contentLength(HttpClientResponse response) {
        String value = response.responseHeaders().get(HttpHeaderNames.CONTENT_LENGTH);
        boolean compressed = response.responseHeaders().contains(HttpHeaderNames.CONTENT_ENCODING);
        if (value == null || compressed) {
            return -1;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static Response failed(Request request, SubgraphConnections to, Throwable failure) {
        SubgraphName name = request.subgraph();
        Response.Failed failed = switch (failure) {
            case AnswerTooLarge ignored ->
                new Response.Failed(
                        Reason.TOO_LARGE,
                        "subgraph '" + name + "' answered with more than " + to.maxResponse() + " bytes");
            case PoolAcquirePendingLimitException ignored ->
                new Response.Failed(Reason.OVERLOADED, "too many requests to subgraph '" + name + "' are waiting");
            case TimeoutException ignored ->
                new Response.Failed(Reason.OVERLOADED, "no connection to subgraph '" + name + "' became free in time");
            case ConnectTimeoutException ignored ->
                new Response.Failed(Reason.TIMEOUT, "the connection to subgraph '" + name + "' was not made in time");
            default -> new Response.Failed(Reason.UNREACHABLE, "subgraph '" + name + "' could not be reached");
        };
        log.atWarn()
                .addKeyValue("subgraph", name)
                .addKeyValue("url", request.url())
                .addKeyValue("request_id", request.headers().getOrDefault("X-Request-Id", ""))
                .addKeyValue("operation", request.operationName().orElse("-"))
                .addKeyValue("reason", failed.reason())
                .log("A call to subgraph '{}' failed: {}", name, String.valueOf(failure.getMessage()));
        return failed;
    }

    /** Carries the finding out of the stream; never leaves this class. */
    private static final class AnswerTooLarge extends RuntimeException {
        AnswerTooLarge() {
            super("the answer exceeds connection.max-response", null, false, false);
        }
    }
}
