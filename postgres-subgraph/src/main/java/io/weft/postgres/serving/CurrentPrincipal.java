package io.weft.postgres.serving;

import io.weft.contracts.Principal;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Mono;

/** Who sent the request that is being answered. */
public final class CurrentPrincipal {

    private CurrentPrincipal() {}

    /** @throws IllegalStateException (as the Mono's error) outside of a request that went through the door */
    public static Mono<Principal> get() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(authentication -> authentication.getPrincipal())
                .ofType(Principal.class)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("nobody is known to have sent this")));
    }
}
