package io.weft.gateway.transport.http;

import io.weft.gateway.transport.http.AnswerGraphQl.Answer;
import io.weft.gateway.transport.http.AnswerGraphQl.Event;
import io.weft.gateway.transport.http.AnswerGraphQl.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Serves GraphQL at one path: negotiates, reads, hands on, answers with the right status. Who asks is settled before. */
public final class GraphQlEndpoint {

    private final String path;
    private final HttpSettings settings;
    private final Duration heartbeat;
    private final AnswerGraphQl answers;

    /**
     * @param path      where it is served; may have variables
     * @param heartbeat how often a client of a stream sees a sign of life
     */
    public GraphQlEndpoint(String path, HttpSettings settings, Duration heartbeat, AnswerGraphQl answers) {
        this.path = path;
        this.settings = settings;
        this.heartbeat = heartbeat;
        this.answers = answers;
    }

    public RouterFunction<ServerResponse> route() {
        return RouterFunctions.route(RequestPredicates.path(path), request -> handle(request.exchange()));
    }

    /** For who has looked at the path already: as the route does it, and writes the answer. */
    public Mono<Void> serve(ServerWebExchange exchange) {
        return handle(exchange).flatMap(response -> response.writeTo(exchange, WritesItself.CONTEXT));
    }

    private Mono<ServerResponse> handle(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        boolean get = request.getMethod().equals(HttpMethod.GET);
        if (!get && !request.getMethod().equals(HttpMethod.POST)) {
            return refuse(
                    ResponseType.JSON,
                    new HttpProblem(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "METHOD_NOT_ALLOWED",
                            "GraphQL is asked by POST, or by GET for queries; not by " + request.getMethod()));
        }
        if (get && asksForHelp(request, headers)) {
            return respond(HttpStatus.OK, "text/html;charset=utf-8", HelpPage.html());
        }
        Accepted accepted = new Accepted(ResponseType.accepted(headers), StreamType.accepted(headers));
        if (accepted.single().isEmpty() && accepted.stream().isEmpty()) {
            return refuse(
                    ResponseType.JSON,
                    new HttpProblem(
                            HttpStatus.NOT_ACCEPTABLE,
                            "NOT_ACCEPTABLE",
                            "answers are application/graphql-response+json or application/json, or a stream:"
                                    + " text/event-stream or multipart/mixed;subscriptionSpec=1.0; the Accept header"
                                    + " allows none of them"));
        }
        Mono<ReadRequest.Result> read =
                get ? Mono.fromSupplier(() -> ReadRequest.fromUrl(request.getQueryParams())) : post(request, headers);
        return read.flatMap(result -> switch (result) {
            case ReadRequest.Result.Refused(HttpProblem problem) ->
                refuse(accepted.single().orElse(ResponseType.JSON), problem);
            case ReadRequest.Result.Read(var graphql) ->
                answers.answer(accepted.stream().isPresent() ? graphql : graphql.withoutSubscriptions(), exchange)
                        .flatMap(answer -> respond(accepted, answer));
        });
    }

    /** All our bodies are bytes, which need no writers. */
    private enum WritesItself implements ServerResponse.Context {
        CONTEXT;

        @Override
        public List<HttpMessageWriter<?>> messageWriters() {
            return List.of();
        }

        @Override
        public List<ViewResolver> viewResolvers() {
            return List.of();
        }
    }

    /** What the client accepts; one of them is there. */
    private record Accepted(Optional<ResponseType> single, Optional<StreamType> stream) {}

    private Mono<ReadRequest.Result> post(ServerHttpRequest request, HttpHeaders headers) {
        Optional<HttpProblem> problem = unreadable(headers);
        if (problem.isPresent()) {
            return Mono.just(new ReadRequest.Result.Refused(problem.get()));
        }
        int limit = Math.toIntExact(settings.maxBody().toBytes());
        return body(request, limit)
                .map(ReadRequest::fromBody)
                .onErrorResume(
                        DataBufferLimitException.class,
                        tooLarge -> Mono.just(new ReadRequest.Result.Refused(tooLarge())));
    }

    private static Mono<byte[]> body(ServerHttpRequest request, int limit) {
        return DataBufferUtils.join(request.getBody(), limit)
                .map(GraphQlEndpoint::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Optional<HttpProblem> unreadable(HttpHeaders headers) {
        Optional<MediaType> type;
        try {
            type = Optional.ofNullable(headers.getContentType());
        } catch (InvalidMediaTypeException unreadable) {
            type = Optional.empty();
        }
        if (type.isEmpty() || !type.get().equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            return Optional.of(unsupported("the request body must be application/json: set the Content-Type header"));
        }
        if (type.get().getCharset() != null
                && !StandardCharsets.UTF_8.equals(type.get().getCharset())) {
            return Optional.of(unsupported(
                    "the request body must be UTF-8, not " + type.get().getCharset()));
        }
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Optional.of(unsupported(
                    "compressed request bodies are not supported: send it without " + HttpHeaders.CONTENT_ENCODING));
        }
        return headers.getContentLength() > settings.maxBody().toBytes() ? Optional.of(tooLarge()) : Optional.empty();
    }

    private static HttpProblem unsupported(String message) {
        return new HttpProblem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", message);
    }

    private HttpProblem tooLarge() {
        return new HttpProblem(
                HttpStatus.CONTENT_TOO_LARGE,
                "REQUEST_TOO_LARGE",
                "the request body is larger than " + settings.maxBody().toBytes()
                        + " bytes (weft.gateway.http.max-body)");
    }

    private static boolean asksForHelp(ServerHttpRequest request, HttpHeaders headers) {
        return !request.getQueryParams().containsKey("query")
                && headers.getOrEmpty(HttpHeaders.ACCEPT).stream().anyMatch(accept -> accept.contains("text/html"));
    }

    private Mono<ServerResponse> respond(Accepted accepted, Answer answer) {
        return switch (answer) {
            case Answer.Stream(Flux<Event> events) -> stream(accepted.stream().orElse(StreamType.EVENTS), events);
            case Answer.Once(Outcome outcome, byte[] body)
            when accepted.single().isEmpty() && isTold(outcome) ->
                stream(accepted.stream().orElse(StreamType.EVENTS), Flux.just(new Event.Next(body)));
            case Answer.Once(Outcome outcome, byte[] body) -> {
                ResponseType type = accepted.single().orElse(ResponseType.JSON);
                yield respond(status(type, outcome), type.contentType(), body);
            }
        };
    }

    /** graphql-sse wants GraphQL's own errors in the stream: browsers do not show a refused one to the page. */
    private static boolean isTold(Outcome outcome) {
        return switch (outcome) {
            case EXECUTED, INVALID, NOT_PERMITTED, NEEDS_STREAM -> true;
            case NO_SUCH_GRAPH, NOT_READY, BROKEN -> false;
        };
    }

    private Mono<ServerResponse> stream(StreamType type, Flux<Event> events) {
        Frames frames = type.frames();
        return ServerResponse.ok()
                .header(HttpHeaders.CONTENT_TYPE, frames.contentType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Asks reverse proxies not to hold events back.
                .header("X-Accel-Buffering", "no")
                .body((http, context) -> http.writeAndFlushWith(frames.write(events, heartbeat)
                        .map(frame -> Mono.just(http.bufferFactory().wrap(frame)))));
    }

    private static HttpStatus status(ResponseType type, Outcome outcome) {
        return switch (outcome) {
            case EXECUTED -> HttpStatus.OK;
            case INVALID ->
                switch (type) {
                    case JSON -> HttpStatus.OK;
                    case GRAPHQL_RESPONSE -> HttpStatus.BAD_REQUEST;
                };
            case NOT_PERMITTED -> HttpStatus.METHOD_NOT_ALLOWED;
            case NEEDS_STREAM -> HttpStatus.NOT_ACCEPTABLE;
            case NO_SUCH_GRAPH -> HttpStatus.NOT_FOUND;
            case NOT_READY -> HttpStatus.SERVICE_UNAVAILABLE;
            case BROKEN -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static Mono<ServerResponse> refuse(ResponseType type, HttpProblem problem) {
        return respond(problem.status(), type.contentType(), problem.body());
    }

    private static Mono<ServerResponse> respond(HttpStatus status, String contentType, byte[] body) {
        ServerResponse.BodyBuilder response = ServerResponse.status(status)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentLength(body.length);
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, "GET, POST");
        }
        return response.body((http, context) ->
                http.writeWith(Mono.fromSupplier(() -> http.bufferFactory().wrap(body))));
    }
}
