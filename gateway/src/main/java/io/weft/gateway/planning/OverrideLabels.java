package io.weft.gateway.planning;

import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Supergraph;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels of a supergraph's progressive overrides ({@code @override(from:, label:)}). {@code percent(x)} is on for
 * so many of a hundred requests; any other label is on where somebody has switched it on.
 */
public final class OverrideLabels {

    private static final Pattern PERCENT = Pattern.compile("percent\\((\\d{1,3}(?:\\.\\d{1,8})?)\\)");

    private final Map<String, OptionalDouble> percentages;

    private OverrideLabels(Set<String> labels) {
        percentages = new LinkedHashMap<>();
        for (String label : labels) {
            Matcher percent = PERCENT.matcher(label);
            percentages.put(
                    label,
                    percent.matches()
                            ? OptionalDouble.of(Double.parseDouble(percent.group(1)))
                            : OptionalDouble.empty());
        }
    }

    static OverrideLabels of(Supergraph supergraph) {
        Set<String> labels = new TreeSet<>();
        supergraph
                .subgraphs()
                .forEach(subgraph -> subgraph.types().values().forEach(type -> {
                    if (type instanceof SubgraphType.Composite composite) {
                        composite.fields().values().forEach(field -> {
                            if (field.resolution() instanceof Resolution.Progressive(String label, var by)) {
                                labels.add(label);
                            }
                        });
                    }
                }));
        return new OverrideLabels(labels);
    }

    public boolean isEmpty() {
        return percentages.isEmpty();
    }

    /**
     * The labels that are on for one request. All fields with the same label move together.
     *
     * @param switchedOn labels that somebody has switched on; a percentage decides for itself
     */
    public Set<String> sample(Set<String> switchedOn, RandomGenerator random) {
        if (percentages.isEmpty()) {
            return Set.of();
        }
        Set<String> active = new LinkedHashSet<>();
        percentages.forEach((label, percentage) -> {
            boolean on = percentage.isPresent()
                    ? random.nextDouble(100) < percentage.getAsDouble()
                    : switchedOn.contains(label);
            if (on) {
                active.add(label);
            }
        });
        return active;
    }

    /** Those of {@code labels} that the supergraph has. */
    Set<String> among(Set<String> labels) {
        Set<String> known = new LinkedHashSet<>(labels);
        known.retainAll(percentages.keySet());
        return Set.copyOf(known);
    }
}
