package io.weft.gateway.observability;

import io.weft.contracts.HeaderNames;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Gives every request an id and a trace, and writes one line about it when it is over. Stands before all others. */
public final class TraceFilter implements WebFilter {

    private static final Logger access = LoggerFactory.getLogger("io.weft.gateway.access");
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String id = Optional.ofNullable(request.getHeaders().getFirst(HeaderNames.REQUEST_ID))
                .filter(given -> SANE.matcher(given).matches())
                .orElseGet(TraceFilter::newId);
        RequestTrace trace = new RequestTrace(id);
        trace.keepIn(exchange);
        exchange.getResponse().getHeaders().set(HeaderNames.REQUEST_ID, id);
        return chain.filter(exchange).contextWrite(trace::keepIn).doFinally(signal -> log(exchange, trace, signal));
    }

    private static void log(ServerWebExchange exchange, RequestTrace trace, SignalType signal) {
        ServerHttpRequest request = exchange.getRequest();
        Level level = request.getPath().value().startsWith("/actuator") ? Level.DEBUG : Level.INFO;
        access.atLevel(level)
                .addKeyValue("request_id", trace.requestId())
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getPath().value())
                .addKeyValue("operation", trace.operation().orElse("-"))
                .addKeyValue("status", status(exchange, signal))
                .addKeyValue("duration_ms", trace.age().toNanos() / 1000 / 1000.0)
                .addKeyValue("fetches", trace.fetchCount())
                .addKeyValue("bytes", exchange.getResponse().getHeaders().getContentLength())
                .log("request");
    }

    private static String status(ServerWebExchange exchange, SignalType signal) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return signal == SignalType.CANCEL ? "cancelled" : status == null ? "200" : Integer.toString(status.value());
    }

    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }
}
