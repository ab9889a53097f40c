package io.weft.gateway.application;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.gateway.security.Policies.Policy;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who fulfils a policy that a schema asks for with {@code @policy}.
 *
 * @param roles  one of them, or one that includes it
 * @param scopes all of them
 */
public record PolicyProperties(
        @DefaultValue Set<Role> roles, @DefaultValue Set<String> scopes) {
    public PolicyProperties {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        if (roles.isEmpty() && scopes.isEmpty()) {
            throw new IllegalArgumentException("a policy says who fulfils it: give it roles, scopes, or both; one that"
                    + " nobody fulfils is left out");
        }
        for (String scope : scopes) {
            if (!Principal.isScope(scope)) {
                throw new IllegalArgumentException("the scope '" + scope + "' is none that a caller can have: visible"
                        + " ASCII without space, quote and backslash");
            }
        }
    }

    Policy policy() {
        return new Policy(roles, scopes);
    }
}
