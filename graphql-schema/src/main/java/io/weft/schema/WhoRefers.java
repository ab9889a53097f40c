package io.weft.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which types refer to which, from one schema to the next: of a large one nearly all refer to the same as before, and only the others are
 * noted again. May be used by several threads.
 */
public final class WhoRefers {

    private final Map<String, Set<String>> references = new HashMap<>();
    private final Map<String, Set<String>> referring = new HashMap<>();

    /**
     * Some types and all that lead to them, by name.
     *
     * @param now   the names of what each type refers to, for all types of the schema; the sets stay as they are
     * @param types of which some need not be in the schema
     */
    public synchronized Set<String> leadingTo(Collection<String> types, Map<String, Set<String>> now) {
        follow(now);
        Set<String> found = new HashSet<>(types);
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (String above : referring.getOrDefault(open.removeFirst(), Set.of())) {
                if (found.add(above)) {
                    open.add(above);
                }
            }
        }
        return found;
    }

    private void follow(Map<String, Set<String>> now) {
        references.entrySet().removeIf(before -> {
            boolean isGone = !now.containsKey(before.getKey());
            if (isGone) {
                forget(before.getKey(), before.getValue());
            }
            return isGone;
        });
        now.forEach((name, names) -> {
            Set<String> before = references.put(name, names);
            if (before != names && !names.equals(before)) {
                forget(name, before == null ? Set.of() : before);
                names.forEach(reference -> referring
                        .computeIfAbsent(reference, _ -> new LinkedHashSet<>())
                        .add(name));
            }
        });
    }

    private void forget(String name, Set<String> names) {
        names.forEach(reference -> referring.computeIfPresent(reference, (_, others) -> {
            others.remove(name);
            return others.isEmpty() ? null : others;
        }));
    }
}
