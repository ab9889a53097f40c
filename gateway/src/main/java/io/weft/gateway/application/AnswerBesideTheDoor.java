package io.weft.gateway.application;

import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.gateway.security.Admission;
import io.weft.gateway.transport.http.GraphQlEndpoint;
import io.weft.identity.BearerTokens;
import io.weft.identity.Caller;
import io.weft.identity.CallerAuthentication;
import io.weft.identity.SecurityHeaders;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Hands what is posted to the one graph of this gateway to its endpoint at once, if the door would let the caller in by
 * the same word. Whatever else comes, and whoever is refused, goes on through the door as if nobody had looked.
 */
@Order(AnswerBesideTheDoor.BESIDE_THE_DOOR)
final class AnswerBesideTheDoor implements WebFilter {

    /** Before Spring Security's filters, which have -100. */
    static final int BESIDE_THE_DOOR = -101;

    /** What a CORS configuration adds to every answer. */
    private static final List<String> VARY_BY_ORIGIN = List.of(
            HttpHeaders.ORIGIN, HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);

    private static final SecurityHeaders HEADERS = SecurityHeaders.withOwnCaching();

    private final String path;
    private final GraphQlEndpoint endpoint;
    private final BearerTokens tokens;
    private final Admission admission;
    private final boolean knowsOrigins;

    /** @param knowsOrigins whether there is a CORS configuration */
    AnswerBesideTheDoor(
            String path, GraphQlEndpoint endpoint, BearerTokens tokens, Admission admission, boolean knowsOrigins) {
        this.path = path;
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.admission = admission;
        this.knowsOrigins = knowsOrigins;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!isPostedHere(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        if (admission == Admission.EVERYBODY_UNKNOWN) {
            return answer(exchange, Principal.anonymous());
        }
        return tokens.read(exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION))
                .flatMap(caller -> admitted(caller)
                        .map(principal -> answer(exchange, principal))
                        .orElseGet(() -> chain.filter(exchange)));
    }

    /** Pages of other origins, and who brings headers that only we may set, are looked at by those who know the rules. */
    private boolean isPostedHere(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return HttpMethod.POST.equals(request.getMethod())
                && request.getPath().value().equals(path)
                && !headers.containsHeader(HttpHeaders.ORIGIN)
                && HeaderNames.TRUSTED.stream().noneMatch(headers::containsHeader);
    }

    private Optional<Principal> admitted(Caller caller) {
        return switch (caller) {
            case Caller.Known(Principal principal) -> Optional.of(principal);
            case Caller.Silent() when admission == Admission.ANONYMOUS_TOO -> Optional.of(Principal.anonymous());
            case Caller.Silent(), Caller.Refused _, Caller.Unverifiable _ -> Optional.empty();
        };
    }

    private Mono<Void> answer(ServerWebExchange exchange, Principal principal) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.setPathPattern(path));
        HEADERS.write(exchange);
        if (knowsOrigins) {
            exchange.getResponse().getHeaders().addAll(HttpHeaders.VARY, VARY_BY_ORIGIN);
        }
        return endpoint.serve(exchange)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(new CallerAuthentication(principal)));
    }
}
