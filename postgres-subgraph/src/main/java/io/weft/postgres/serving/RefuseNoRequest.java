package io.weft.postgres.serving;

import io.weft.postgres.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What is posted as a GraphQL request and is none is told so as GraphQL tells errors. The engine has no answer at all to an empty body. */
@Order(AnswerOperations.BESIDE_THE_DOOR - 1)
final class RefuseNoRequest implements WebFilter {

    private final String path;

    RefuseNoRequest(String path) {
        this.path = path;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().equals(path)
                || !HttpMethod.POST.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        ServerHttpResponse response = exchange.getResponse();
        return chain.filter(exchange)
                .onErrorResume(
                        failure -> failure instanceof ServerWebInputException && !response.isCommitted(),
                        unread -> Mono.empty())
                .then(Mono.defer(() -> response.isCommitted() ? Mono.empty() : refuse(response)));
    }

    private static Mono<Void> refuse(ServerHttpResponse response) {
        String answer = """
                {"errors":[{"message":"the request body is no GraphQL request: send a JSON object such as {\\"query\\": \\"{ __typename }\\"}, with variables as an object","extensions":{"code":"%s"}}]}""".formatted(ProblemCode.BAD_USER_INPUT);
        DataBuffer bytes = response.bufferFactory().wrap(answer.getBytes(StandardCharsets.UTF_8));
        response.setStatusCode(HttpStatus.BAD_REQUEST);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(Mono.just(bytes));
    }
}
