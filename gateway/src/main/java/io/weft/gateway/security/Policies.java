package io.weft.gateway.security;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who fulfils which policy ({@code @policy}). One that is not named here is fulfilled by nobody.
 *
 * @param byName what each asks for
 */
public record Policies(Map<String, Policy> byName) {

    public static final Policies NONE = new Policies(Map.of());

    public Policies {
        byName = Map.copyOf(byName);
    }

    /**
     * What a policy asks for.
     *
     * @param roles  of which a caller has one, or one that includes it; none where the role does not matter
     * @param scopes of which a caller has all
     */
    public record Policy(Set<Role> roles, Set<String> scopes) {
        public Policy {
            roles = Set.copyOf(roles);
            scopes = Set.copyOf(scopes);
        }

        boolean isFulfilledBy(Principal caller) {
            return (roles.isEmpty() || roles.stream().anyMatch(caller.role()::includes))
                    && caller.scopes().containsAll(scopes);
        }
    }

    public boolean isFulfilledBy(Principal caller, String name) {
        Policy policy = byName.get(Objects.requireNonNull(name));
        return policy != null && policy.isFulfilledBy(caller);
    }
}
