package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Subgraphs;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What objects of a type give to fields below them: where they set a context, it is theirs, be it had or not. */
final class FindGiven {

    /** By object type: what it would give, and the selection that has to be had of it. */
    private final Map<String, Map<Given, SelectionSet>> byType = new HashMap<>();

    FindGiven(Subgraphs subgraphs, RuntimeTypes types) {
        for (Subgraph subgraph : subgraphs.all()) {
            for (SubgraphType type : subgraph.types().values()) {
                if (type instanceof SubgraphType.Composite composite) {
                    for (SubgraphField field : composite.fields().values()) {
                        for (ContextualArgument argument : field.contextual()) {
                            argument.types().stream()
                                    .flatMap(name -> types.of(name).stream())
                                    .forEach(name -> byType.computeIfAbsent(name, key -> new LinkedHashMap<>())
                                            .put(
                                                    Given.of(subgraph.name(), argument),
                                                    argument.selection().selections()));
                        }
                    }
                }
            }
        }
    }

    /** Whether an object of the type changes what is given below it. */
    boolean isGiving(String type) {
        return byType.containsKey(type);
    }

    /**
     * @param above what is given to the object itself
     * @param has   whether a selection can be had of the object
     */
    Set<Given> below(String type, Set<Given> above, Predicate<SelectionSet> has) {
        Set<Given> given = new LinkedHashSet<>(above);
        byType.getOrDefault(type, Map.of()).forEach((each, selection) -> {
            if (has.test(selection)) {
                given.add(each);
            } else {
                given.remove(each);
            }
        });
        return given;
    }
}
