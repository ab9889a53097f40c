package io.weft.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who may have which fields of object types. A rule on a type is one on each of its fields, and on each field that
 * returns it. Interfaces have no rules of their own: what counts is the object that comes.
 */
public final class AccessRules {

    public static final AccessRules NONE = new AccessRules(Map.of());

    private final Map<String, Map<String, Set<AccessRule>>> byField;
    private final Set<AccessRule> all;

    /** @param byField the rules, by object type and field; only fields that have some */
    public AccessRules(Map<String, Map<String, Set<AccessRule>>> byField) {
        this.byField = Map.copyOf(byField);
        Set<AccessRule> distinct = new LinkedHashSet<>();
        byField.values().forEach(fields -> fields.values().forEach(distinct::addAll));
        this.all = Collections.unmodifiableSet(distinct);
    }

    /**
     * What a caller is denied.
     *
     * @param policy whether the caller fulfils the policy of this name; asked only where a rule names one
     */
    public Denied denied(boolean known, Set<String> scopes, Predicate<String> policy) {
        if (all.isEmpty()) {
            return Denied.NOTHING;
        }
        Set<AccessRule> unmet = new LinkedHashSet<>(all);
        unmet.removeIf(rule -> rule.isMetBy(known, scopes, policy));
        return new Denied(this, unmet);
    }

    /**
     * The fields that ask for what a caller does not have; equal for callers who lack the same.
     *
     * @param unmet the rules that the caller does not meet
     */
    public record Denied(AccessRules rules, Set<AccessRule> unmet) {

        public static final Denied NOTHING = new Denied(NONE, Set.of());

        public Denied {
            unmet = Set.copyOf(unmet);
        }

        public boolean has(String objectType, String field) {
            return !unmet.isEmpty()
                    && !Collections.disjoint(
                            unmet,
                            rules.byField.getOrDefault(objectType, Map.of()).getOrDefault(field, Set.of()));
        }
    }

    /** Collects rules. */
    public static final class Builder {
        private final Map<String, Map<String, Set<AccessRule>>> byField = new LinkedHashMap<>();

        public void add(String objectType, String field, AccessRule rule) {
            if (!rule.asksForNothing()) {
                byField.computeIfAbsent(objectType, key -> new LinkedHashMap<>())
                        .computeIfAbsent(field, key -> new LinkedHashSet<>())
                        .add(rule);
            }
        }

        public AccessRules build() {
            return byField.isEmpty() ? NONE : new AccessRules(byField);
        }
    }
}
