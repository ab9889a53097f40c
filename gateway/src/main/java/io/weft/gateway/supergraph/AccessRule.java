package io.weft.gateway.supergraph;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a caller must bring to have something ({@code @authenticated}, {@code @requiresScopes}, {@code @policy}).
 *
 * @param authenticated whether the caller must be known
 * @param scopes        alternatives, each of which names all that the caller must have; none where there are none
 * @param policies      likewise, of names that somebody else gives a meaning
 */
public record AccessRule(boolean authenticated, List<Set<String>> scopes, List<Set<String>> policies) {

    public AccessRule {
        scopes = scopes.stream().map(Set::copyOf).toList();
        policies = policies.stream().map(Set::copyOf).toList();
    }

    public boolean asksForNothing() {
        return !authenticated && scopes.isEmpty() && policies.isEmpty();
    }

    /**
     * @param known  whether the caller is somebody
     * @param owned  the caller's scopes
     * @param policy whether the caller fulfils the policy of this name
     */
    public boolean isMetBy(boolean known, Set<String> owned, Predicate<String> policy) {
        return (known || !authenticated)
                && (scopes.isEmpty() || scopes.stream().anyMatch(owned::containsAll))
                && (policies.isEmpty()
                        || policies.stream().anyMatch(all -> all.stream().allMatch(policy)));
    }
}
