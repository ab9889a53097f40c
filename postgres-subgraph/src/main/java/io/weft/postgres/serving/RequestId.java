package io.weft.postgres.serving;

import io.weft.contracts.HeaderNames;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One request's name: taken from the caller where it is one, made otherwise, sent back, kept in the Reactor context. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestId implements WebFilter {

    /** Its name in logs and in the Reactor context. */
    static final String KEY = "requestId";

    private static final Logger LOG = LoggerFactory.getLogger(RequestId.class);
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /** The current request's id, "none" outside of one. */
    static Mono<String> current() {
        return Mono.deferContextual(context -> Mono.just(context.hasKey(KEY) ? context.<String>get(KEY) : "none"));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String sent = exchange.getRequest().getHeaders().getFirst(HeaderNames.REQUEST_ID);
        String id = sent != null && SAFE.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        exchange.getResponse().getHeaders().set(HeaderNames.REQUEST_ID, id);
        long began = System.nanoTime();
        return chain.filter(exchange)
                .doFinally(_ -> log(exchange, id, (System.nanoTime() - began) / 1_000_000.0))
                .contextWrite(context -> context.put(KEY, id));
    }

    private static void log(ServerWebExchange exchange, String id, double milliseconds) {
        if (LOG.isDebugEnabled()) {
            try (MDC.MDCCloseable _ = MDC.putCloseable(KEY, id)) {
                LOG.debug(
                        "{} {} answered {} in {} ms",
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath(),
                        exchange.getResponse().getStatusCode(),
                        milliseconds);
            }
        }
    }
}
