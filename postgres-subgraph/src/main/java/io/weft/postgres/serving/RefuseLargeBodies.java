package io.weft.postgres.serving;

import io.weft.postgres.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A GraphQL request that is larger than it may be is refused as that, and is no fault of the service. */
@Order(AnswerOperations.BESIDE_THE_DOOR - 1)
final class RefuseLargeBodies implements WebFilter {

    private final String path;
    private final DataSize largest;

    RefuseLargeBodies(String path, DataSize largest) {
        this.path = path;
        this.largest = largest;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!request.getPath().value().equals(path)) {
            return chain.filter(exchange);
        }
        return request.getHeaders().getContentLength() > largest.toBytes()
                ? refuse(exchange.getResponse())
                : chain.filter(exchange)
                        .onErrorResume(
                                failure -> failure instanceof DataBufferLimitException
                                        && !exchange.getResponse().isCommitted(),
                                tooLarge -> refuse(exchange.getResponse()));
    }

    private Mono<Void> refuse(ServerHttpResponse response) {
        String answer = """
                {"errors":[{"message":"the request body is larger than %d bytes (weft.limits.max-body)","extensions":{"code":"%s"}}]}""".formatted(largest.toBytes(), ProblemCode.LIMIT_EXCEEDED);
        DataBuffer bytes = response.bufferFactory().wrap(answer.getBytes(StandardCharsets.UTF_8));
        response.setStatusCode(HttpStatus.CONTENT_TOO_LARGE);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(Mono.just(bytes));
    }
}
