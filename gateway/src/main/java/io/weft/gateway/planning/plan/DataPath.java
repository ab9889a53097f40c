package io.weft.gateway.planning.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
        /**
         * Into the value under a data key, and through all lists met there.
         *
         * @param lists how many lists stand around an object there, as the schema says
         */
        record Key(String dataKey, int lists) implements Step {}

        /** On only for objects whose {@code __typename} is one of {@code types}. */
        record OfType(Set<String> types) implements Step {
            public OfType {
                types = Set.copyOf(types);
            }
        }
    }

    public DataPath then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new DataPath(longer);
    }

    /** As people write it: {@code feed.@|[Book].author}. */
    public String print() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Step.Key(String dataKey, int lists) ->
                    out.append(out.isEmpty() ? "" : ".").append(dataKey).append(".@".repeat(lists));
                case Step.OfType(Set<String> types) ->
                    out.append("|[")
                            .append(String.join("|", new TreeSet<>(types)))
                            .append(']');
            }
        }
        return out.toString();
    }
}
