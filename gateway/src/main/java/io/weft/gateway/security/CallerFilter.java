package io.weft.gateway.security;

import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.identity.BearerTokens;
import io.weft.identity.Caller;
import io.weft.identity.CallerAuthentication;
import io.weft.identity.RefusalBody;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds out who asks. A token that is not believed is refused, never taken for none. What a client sends under the
 * names of the trusted headers is dropped.
 */
public final class CallerFilter implements WebFilter {

    private final BearerTokens tokens;
    private final Admission admission;
    private final Predicate<ServerWebExchange> saysLater;

    /** @param saysLater whose requests pass without credentials, to show them afterwards */
    public CallerFilter(BearerTokens tokens, Admission admission, Predicate<ServerWebExchange> saysLater) {
        this.tokens = tokens;
        this.saysLater = saysLater;
        this.admission = admission;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        ServerWebExchange cleaned = HeaderNames.TRUSTED.stream().anyMatch(headers::containsHeader)
                ? exchange.mutate()
                        .request(request -> request.headers(sent -> HeaderNames.TRUSTED.forEach(sent::remove)))
                        .build()
                : exchange;
        if (admission == Admission.EVERYBODY_UNKNOWN) {
            return proceed(cleaned, chain, Principal.anonymous());
        }
        return tokens.read(headers.getOrEmpty(HttpHeaders.AUTHORIZATION)).flatMap(caller -> switch (caller) {
            case Caller.Known(Principal principal) -> proceed(cleaned, chain, principal);
            case Caller.Silent() when isHealth(exchange) || saysLater.test(exchange) -> chain.filter(cleaned);
            case Caller.Silent()
            when admission == Admission.ANONYMOUS_TOO -> proceed(cleaned, chain, Principal.anonymous());
            case Caller.Silent() ->
                refuse(
                        exchange,
                        "NO_CREDENTIALS",
                        "anonymous requests are not allowed here: send \"Authorization: Bearer <token>\"");
            case Caller.Refused(String reason, String message) -> refuse(exchange, reason, message);
            case Caller.Unverifiable(String message) ->
                write(
                        exchange,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        RefusalBody.of("IDENTITY_UNAVAILABLE", "ISSUER_UNREACHABLE", message));
        });
    }

    /** Probes come without credentials. */
    private static boolean isHealth(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.equals("/actuator/health") || path.startsWith("/actuator/health/");
    }

    private static Mono<Void> proceed(ServerWebExchange exchange, WebFilterChain chain, Principal principal) {
        return chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(new CallerAuthentication(principal)));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, String reason, String message) {
        // RFC 6750: a request without credentials is told the scheme alone, a bad token what is wrong with it.
        exchange.getResponse()
                .getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        reason.equals("NO_CREDENTIALS") ? "Bearer" : "Bearer error=\"invalid_token\"");
        return write(exchange, HttpStatus.UNAUTHORIZED, RefusalBody.of("UNAUTHENTICATED", reason, message));
    }

    static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, byte[] body) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
