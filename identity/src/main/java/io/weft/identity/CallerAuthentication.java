package io.weft.identity;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** A Principal as Spring Security sees it: {@code ROLE_<name>} for each role it has, {@code SCOPE_<scope>}. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Principal principal;

    public CallerAuthentication(Principal principal) {
        super(Stream.<GrantedAuthority>concat(
                        Stream.of(Role.values())
                                .filter(principal.role()::includes)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role)),
                        principal.scopes().stream().map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope)))
                .toList());
        this.principal = principal;
        setAuthenticated(true);
    }

    /** The Principal of the request that is being answered; empty outside of one. */
    public static Mono<Principal> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(CallerAuthentication.class)
                .map(CallerAuthentication::caller);
    }

    public Principal caller() {
        return principal;
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return principal.userId().orElse("anonymous");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && principal.equals(that.principal);
    }

    @Override
    public int hashCode() {
        return principal.hashCode();
    }
}
