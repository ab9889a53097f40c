package io.weft.identity;

import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.contracts.TrustVerdict;
import io.weft.contracts.TrustedHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Who calls a service: the gateway's word if it is proven, else the caller's own token. */
public final class ServiceCallers {

    private final String service;
    private final Optional<TrustedHeaders> trust;
    private final BearerTokens tokens;
    private final Clock clock;
    private final Caller whenSilent;

    ServiceCallers(
            ServiceSettings service,
            IdentitySettings identity,
            Optional<TrustedHeaders> trust,
            BearerTokens tokens,
            Clock clock) {
        this.service = service.name();
        this.trust = trust;
        this.tokens = tokens;
        this.clock = clock;
        this.whenSilent = identity.anonymous()
                ? new Caller.Known(Principal.anonymous())
                : new Caller.Refused(
                        "NO_CREDENTIALS",
                        "nobody may ask this service anonymously: send \"Authorization: Bearer <token>\", or go through"
                                + " the gateway");
    }

    /** Never empty. */
    public Mono<Caller> of(HttpHeaders headers) {
        return switch (verdict(headers)) {
            case TrustVerdict.Verified(Principal principal) -> Mono.just(new Caller.Known(principal));
            case TrustVerdict.Refused(TrustVerdict.Reason reason, String detail) ->
                Mono.just(new Caller.Refused(
                        "TRUSTED_HEADERS_" + reason, "the X-OSA headers are not believed: " + detail));
            case TrustVerdict.Absent() ->
                tokens.read(all(headers, HttpHeaders.AUTHORIZATION))
                        .map(caller -> caller instanceof Caller.Silent ? whenSilent : caller);
        };
    }

    private TrustVerdict verdict(HttpHeaders headers) {
        TrustedHeaders.Values values = name -> all(headers, name);
        if (trust.isPresent()) {
            return trust.get().verify(values, service, clock.instant());
        }
        boolean none =
                HeaderNames.TRUSTED.stream().allMatch(name -> values.of(name).isEmpty());
        return none
                ? new TrustVerdict.Absent()
                : new TrustVerdict.Refused(
                        TrustVerdict.Reason.UNKNOWN_KEY, "no key is configured here (weft.trust.keys)");
    }

    private static List<String> all(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name);
    }
}
