package io.weft.identity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the body of a request that is answered without anybody having read it, such as one that is refused. On a
 * connection that is kept alive the next request stands behind that body, and is never answered if it stays there. A
 * body that is too long or too slow to be worth reading ends the connection instead.
 */
final class ReadUnreadBodies implements WebFilter, Ordered {

    private static final long WORTH_READING = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!hasBody(request)) {
            return chain.filter(exchange);
        }
        AtomicBoolean isRead = new AtomicBoolean();
        exchange.getResponse().beforeCommit(() -> isRead.get() ? Mono.empty() : read(exchange));
        return chain.filter(exchange.mutate()
                .request(new ServerHttpRequestDecorator(request) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return super.getBody().doOnSubscribe(reader -> isRead.set(true));
                    }
                })
                .build());
    }

    private static Mono<Void> read(ServerWebExchange exchange) {
        return exchange.getRequest()
                .getBody()
                .map(ReadUnreadBodies::discarded)
                .scan(0L, Long::sum)
                .takeUntil(length -> length > WORTH_READING)
                .last()
                .timeout(PATIENCE, Mono.just(Long.MAX_VALUE))
                .filter(length -> length > WORTH_READING)
                .doOnNext(length -> exchange.getResponse().getHeaders().setConnection("close"))
                .then();
    }

    private static long discarded(DataBuffer buffer) {
        long length = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return length;
    }

    private static boolean hasBody(ServerHttpRequest request) {
        return request.getHeaders().getContentLength() > 0
                || request.getHeaders().getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
