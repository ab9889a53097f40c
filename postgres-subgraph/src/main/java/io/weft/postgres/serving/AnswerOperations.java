package io.weft.postgres.serving;

import io.weft.contracts.DataVersion;
import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.contracts.VersionWish;
import io.weft.contracts.VersionedAnswer;
import io.weft.identity.Caller;
import io.weft.identity.SecurityHeaders;
import io.weft.identity.ServiceCallers;
import io.weft.postgres.operation.FieldFailed;
import io.weft.postgres.remembered.Answer;
import io.weft.postgres.remembered.Given;
import io.weft.postgres.remembered.RememberedAnswers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers at once what {@link io.weft.postgres.operation.Operations} knows how to, to those whom the door would let in by the same word.
 * Whatever else comes, whoever else comes, and whatever fails, goes on through the door as if nobody had looked at it.
 */
@Order(AnswerOperations.BESIDE_THE_DOOR)
final class AnswerOperations implements WebFilter {

    /** Before Spring Security's filters, which have -100. */
    static final int BESIDE_THE_DOOR = -101;

    private static final Logger LOG = LoggerFactory.getLogger(AnswerOperations.class);

    private static final SecurityHeaders HEADERS = SecurityHeaders.withoutCaching();

    private final ServiceCallers callers;
    private final LiveSubgraph live;
    private final RememberedAnswers remembered;
    private final JsonMapper json;
    private final String path;

    AnswerOperations(
            ServiceCallers callers, LiveSubgraph live, RememberedAnswers remembered, JsonMapper json, String path) {
        this.remembered = remembered;
        this.callers = callers;
        this.live = live;
        this.json = json;
        this.path = path;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        Optional<MediaType> answerType = isQuestion(request) ? answerType(request.getHeaders()) : Optional.empty();
        if (answerType.isEmpty()) {
            return chain.filter(exchange);
        }
        return callers.of(request.getHeaders())
                .flatMap(caller -> caller instanceof Caller.Known(Principal principal)
                        ? DataBufferUtils.join(request.getBody())
                                .map(AnswerOperations::bytes)
                                .defaultIfEmpty(new byte[0])
                                .flatMap(body -> answer(
                                        new Asking(principal, body, wish(request.getHeaders()), answerType.get()),
                                        exchange,
                                        chain))
                        : chain.filter(exchange));
    }

    /** What a browser's page of another origin may send is looked at by those who know the rules for that. */
    private boolean isQuestion(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return HttpMethod.POST.equals(request.getMethod())
                && request.getPath().value().equals(path)
                && headers.getContentLength() > 0
                && isJson(headers.getFirst(HttpHeaders.CONTENT_TYPE))
                && !headers.containsHeader(HttpHeaders.ORIGIN);
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && (contentType.equals(MediaType.APPLICATION_JSON_VALUE)
                        || contentType.equalsIgnoreCase("application/json; charset=utf-8")
                        || contentType.equalsIgnoreCase("application/json;charset=utf-8"));
    }

    /** As Spring for GraphQL chooses it: the first that it knows by name; empty if it is not for us to say. */
    private static Optional<MediaType> answerType(HttpHeaders headers) {
        List<MediaType> accepted;
        try {
            accepted = headers.getAccept();
        } catch (InvalidMediaTypeException _) {
            return Optional.empty();
        }
        for (MediaType type : accepted) {
            if (type.equals(MediaType.APPLICATION_GRAPHQL_RESPONSE) || type.equals(MediaType.APPLICATION_JSON)) {
                return Optional.of(type);
            }
        }
        return accepted.isEmpty() || accepted.contains(MediaType.ALL)
                ? Optional.of(MediaType.APPLICATION_JSON)
                : Optional.empty();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /**
     * @param wish what is to be told of the data
     * @param type of the answer
     */
    private record Asking(Principal principal, byte[] body, VersionWish wish, MediaType type) {

        boolean isToldVersions() {
            return !(wish instanceof VersionWish.Nothing);
        }
    }

    /** Only the gateway is told when there is something new: whoever is told has the right to see it. */
    private static VersionWish wish(HttpHeaders headers) {
        String wish = headers.getFirst(HeaderNames.DATA_VERSION);
        return wish == null || !headers.containsHeader(HeaderNames.SIGNATURE)
                ? new VersionWish.Nothing()
                : VersionWish.parse(wish);
    }

    private Mono<Void> answer(Asking asking, ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> answer(live.quick(), asking))
                .flatMap(given -> give(given, asking, exchange).thenReturn(true))
                .onErrorResume(
                        failure -> !exchange.getResponse().isCommitted(),
                        failure -> Mono.deferContextual(context -> {
                            RequestLog.during(
                                    context,
                                    () -> LOG.debug("answered by the engine, because {}", String.valueOf(failure)));
                            if (failure instanceof FieldFailed field) {
                                exchange.getAttributes().put(FieldFailed.class.getName(), field);
                            }
                            return Mono.empty();
                        }))
                .switchIfEmpty(Mono.defer(
                        () -> chain.filter(again(exchange, asking.body())).thenReturn(true)))
                .then();
    }

    /** Empty for what is the engine's. */
    private Mono<Given> answer(LiveSubgraph.Quick quick, Asking asking) {
        Mono<Answer> found = Mono.defer(() -> found(asking.principal(), quick, asking.body()));
        return quick.ownRows()
                ? remembered.answer(
                        new RememberedAnswers.Question(quick.operations(), asking.principal(), asking.body()),
                        asking.wish(),
                        found)
                : found.map(answer -> new Given.Found(answer, Optional.empty()));
    }

    private Mono<Answer> found(Principal principal, LiveSubgraph.Quick quick, byte[] body) {
        return request(body)
                .flatMap(asked -> quick.operations().find(asked.query(), asked.operationName(), asked.variables()))
                .map(question -> tellLog(question.operation())
                        .then(quick.answers().answer(principal, question))
                        .map(bytes -> new Answer(question.operation(), bytes)))
                .orElseGet(Mono::empty);
    }

    private static Mono<Void> tellLog(String operation) {
        return Mono.deferContextual(context -> {
            RequestLog.in(context).ifPresent(log -> log.operation(operation));
            return Mono.empty();
        });
    }

    private static Mono<Void> give(Given given, Asking asking, ServerWebExchange exchange) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed ->
                        observed.setPathPattern(exchange.getRequest().getPath().value()));
        HEADERS.write(exchange);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        return switch (given) {
            case Given.Found(Answer answer, Optional<VersionedAnswer> version) -> {
                version.filter(of -> asking.isToldVersions())
                        .ifPresent(of -> headers.set(HeaderNames.DATA_VERSION, of.text()));
                yield tellLog(answer.operation()).then(write(answer.body(), asking.type(), exchange.getResponse()));
            }
            case Given.Unchanged(DataVersion version) -> {
                headers.set(HeaderNames.DATA_VERSION, version.text());
                exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
                yield exchange.getResponse().setComplete();
            }
        };
    }

    private static Mono<Void> write(byte[] bytes, MediaType type, ServerHttpResponse response) {
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    private static ServerWebExchange again(ServerWebExchange exchange, byte[] body) {
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(exchange.getRequest()) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return Flux.just(exchange.getResponse().bufferFactory().wrap(body));
                    }
                })
                .build();
    }

    private record Asked(String query, @Nullable String operationName, Map<String, @Nullable Object> variables) {}

    /** Empty for what is no request as the specification has it. */
    @SuppressWarnings("unchecked")
    private Optional<Asked> request(byte[] body) {
        Object request;
        try {
            request = json.readValue(body, Object.class);
        } catch (JacksonException _) {
            return Optional.empty();
        }
        if (!(request instanceof Map<?, ?> fields) || !(fields.get("query") instanceof String query)) {
            return Optional.empty();
        }
        Object name = fields.get("operationName");
        Object variables = fields.get("variables");
        return (name == null || name instanceof String) && (variables == null || variables instanceof Map<?, ?>)
                ? Optional.of(new Asked(
                        query, (String) name, variables == null ? Map.of() : (Map<String, @Nullable Object>) variables))
                : Optional.empty();
    }
}
