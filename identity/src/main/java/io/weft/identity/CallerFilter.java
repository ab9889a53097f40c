package io.weft.identity;

import io.weft.contracts.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out who is calling, before anything else looks at the request. */
final class CallerFilter implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(CallerFilter.class);

    private final ServiceCallers callers;

    CallerFilter(ServiceCallers callers) {
        this.callers = callers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean probe = exchange.getRequest().getPath().value().startsWith("/actuator/health");
        return callers.of(exchange.getRequest().getHeaders()).flatMap(caller -> switch (caller) {
            case Caller.Known(Principal principal) ->
                chain.filter(exchange)
                        .contextWrite(
                                ReactiveSecurityContextHolder.withAuthentication(new CallerAuthentication(principal)));
            // Probes come without credentials; whoever has some may see more.
            case Caller ignored when probe -> chain.filter(exchange);
            case Caller.Silent() ->
                refuse(exchange, HttpStatus.UNAUTHORIZED, "NO_CREDENTIALS", "there are no credentials");
            case Caller.Refused(String reason, String message) ->
                refuse(exchange, HttpStatus.UNAUTHORIZED, reason, message);
            case Caller.Unverifiable(String message) ->
                refuse(exchange, HttpStatus.SERVICE_UNAVAILABLE, "ISSUER_UNREACHABLE", message);
        });
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status, String reason, String message) {
        log.warn("caller refused: {} ({})", reason, message);
        return RefusalBody.write(exchange.getResponse(), status, reason, message);
    }
}
