package io.weft.gateway.composition.merge;

import graphql.language.Value;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.ListLiteral;
import io.weft.gateway.supergraph.AccessRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What access an element asks for.
 *
 * @param authenticated whether the caller must be known
 * @param scopes        alternatives, each of which names all that the caller must have; none where there are none
 * @param policies      likewise
 */
public record Access(boolean authenticated, List<Set<String>> scopes, List<Set<String>> policies) {

    public Access {
        scopes = List.copyOf(scopes);
        policies = List.copyOf(policies);
    }

    public static Access of(Element element) {
        return new Access(
                element.has(FederationDirective.AUTHENTICATED),
                alternatives(element, FederationDirective.REQUIRES_SCOPES, "scopes"),
                alternatives(element, FederationDirective.POLICY, "policies"));
    }

    public AccessRule rule() {
        return new AccessRule(authenticated, scopes, policies);
    }

    /** What is asked of somebody who must pass both. */
    Access and(Access other) {
        return new Access(
                authenticated || other.authenticated, both(scopes, other.scopes), both(policies, other.policies));
    }

    /** Whether everybody who passes this passes the other too. */
    boolean implies(Access other) {
        return (authenticated || !other.authenticated)
                && implies(scopes, other.scopes)
                && implies(policies, other.policies);
    }

    private static boolean implies(List<Set<String>> own, List<Set<String>> other) {
        return other.isEmpty()
                || !own.isEmpty() && own.stream().allMatch(all -> other.stream().anyMatch(all::containsAll));
    }

    private static List<Set<String>> both(List<Set<String>> a, List<Set<String>> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        List<Set<String>> both = new ArrayList<>();
        for (Set<String> one : a) {
            for (Set<String> another : b) {
                Set<String> all = new LinkedHashSet<>(one);
                all.addAll(another);
                both.add(all);
            }
        }
        return both;
    }

    private static List<Set<String>> alternatives(Element element, FederationDirective directive, String argument) {
        List<Set<String>> alternatives = new ArrayList<>();
        element.first(directive)
                .map(applied -> applied.arguments().get(argument))
                .ifPresent(value -> {
                    for (Value<?> alternative : ListLiteral.elements(value)) {
                        alternatives.add(new LinkedHashSet<>(ListLiteral.strings(alternative)));
                    }
                });
        return alternatives;
    }
}
