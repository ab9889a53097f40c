package io.weft.gateway.planning.plan;

import java.util.List;
import java.util.Set;

/**
 * From the data tree's root to objects. Lists on the way need no step of their own: a path goes through every
 * element of every list it meets, however deeply nested.
 */
public record DataPath(List<Step> steps) {

    public static final DataPath ROOT = new DataPath(List.of());

    public DataPath {
        steps = List.copyOf(steps);
    }

    public sealed interface Step {
        /** Into the value under a data key. {@code list}s met there are walked through. */
        record Key(String dataKey) implements Step {}

        /** On only for objects whose {@code __typename} is one of {@code types}. */
        record OfType(Set<String> types) implements Step {
            public OfType {
                types = Set.copyOf(types);
            }
        }
    }

    public DataPath then(Step step) {
        List<Step> longer = new java.util.ArrayList<>(steps);
        longer.add(step);
        return new DataPath(longer);
    }
}
