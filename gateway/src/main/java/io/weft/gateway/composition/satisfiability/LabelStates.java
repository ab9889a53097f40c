package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Subgraphs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which labels of progressive overrides may be on together: the sets of those that are. Each request has its own; so all
 * combinations of a few labels, and of many none, all, and each alone and each left out as far as {@value #MOST} go.
 */
final class LabelStates {

    private static final int FEW = 4;
    private static final int MOST = 32;

    private LabelStates() {}

    static List<Set<String>> of(Subgraphs subgraphs) {
        List<String> labels = labels(subgraphs);
        Set<Set<String>> states = new LinkedHashSet<>();
        if (labels.size() <= FEW) {
            for (int bits = 0; bits < 1 << labels.size(); bits++) {
                Set<String> on = new LinkedHashSet<>();
                for (int i = 0; i < labels.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        on.add(labels.get(i));
                    }
                }
                states.add(on);
            }
            return List.copyOf(states);
        }
        states.add(Set.of());
        states.add(new LinkedHashSet<>(labels));
        for (String label : labels) {
            Set<String> others = new LinkedHashSet<>(labels);
            others.remove(label);
            states.add(Set.of(label));
            states.add(others);
        }
        return states.stream().limit(MOST).toList();
    }

    private static List<String> labels(Subgraphs subgraphs) {
        Set<String> labels = new LinkedHashSet<>();
        for (Subgraph subgraph : subgraphs.all()) {
            for (SubgraphType type : subgraph.types().values()) {
                if (type instanceof SubgraphType.Composite composite) {
                    for (SubgraphField field : composite.fields().values()) {
                        if (field.resolution() instanceof Resolution.Progressive(String label, var by)) {
                            labels.add(label);
                        }
                    }
                }
            }
        }
        return new ArrayList<>(labels);
    }
}
