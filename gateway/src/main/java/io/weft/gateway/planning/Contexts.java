package io.weft.gateway.planning;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What objects give to fields below them, over all subgraphs. Immutable. */
final class Contexts {
    /** Their fields act, so none of them is asked for its value's sake. */
    private static final Set<String> ACTING =
            Set.of(OperationKind.MUTATION.rootType(), OperationKind.SUBSCRIPTION.rootType());

    /** What a variable's name begins with until its request is known: no variable of a client's does. */
    static final String PROVISIONAL = "?";

    private final Map<String, Set<SelectionSet>> byType = new HashMap<>();
    private final Map<Coordinate, String> variables = new LinkedHashMap<>();

    private record Coordinate(int subgraph, String type, String field, String argument) {}

    /** @param possible the object types a type stands for */
    Contexts(List<Subgraph> subgraphs, Function<String, Set<String>> possible) {
        for (int number = 0; number < subgraphs.size(); number++) {
            int arguments = 0;
            for (SubgraphType type : subgraphs.get(number).types().values()) {
                if (type instanceof SubgraphType.Composite composite) {
                    for (SubgraphField field : composite.fields().values()) {
                        for (ContextualArgument argument : field.contextual()) {
                            variables.put(
                                    new Coordinate(number, type.name(), field.name(), argument.name()),
                                    PROVISIONAL + "contextualArgument_" + (number + 1) + "_" + arguments++);
                            argument.types().stream()
                                    .flatMap(name -> possible.apply(name).stream())
                                    .filter(name -> !ACTING.contains(name))
                                    .forEach(name -> byType.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                            .add(argument.selection().selections()));
                        }
                    }
                }
            }
        }
    }

    /** All that fields below an object of the type might want of it. */
    Set<SelectionSet> selections(String objectType) {
        return byType.getOrDefault(objectType, Set.of());
    }

    /** The provisional name of the variable that carries an argument's value. */
    String variable(int subgraph, String type, SubgraphField field, ContextualArgument argument) {
        String variable = variables.get(new Coordinate(subgraph, type, field.name(), argument.name()));
        if (variable == null) {
            throw new IllegalArgumentException(
                    "no contextual argument " + type + "." + field.name() + "(" + argument.name() + ":)");
        }
        return variable;
    }
}
