package io.weft.gateway.planning.plan;

import io.weft.gateway.document.Argument;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Supergraph;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a request selects exists in its subgraph, and no response key stands for two things. */
final class CheckSelections {
    private final Supergraph supergraph;
    private final Subgraph subgraph;
    private final Collection<String> problems;

    CheckSelections(Supergraph supergraph, Subgraph subgraph, Collection<String> problems) {
        this.supergraph = supergraph;
        this.subgraph = subgraph;
        this.problems = problems;
    }

    void checkEntities(SelectionSet set, String where) {
        Set<String> findable = new HashSet<>();
        supergraph.lookups().stream()
                .filter(lookup -> lookup.subgraph().equals(subgraph.name()))
                .forEach(lookup -> findable.add(lookup.type()));
        for (Selection selection : set.selections()) {
            if (selection instanceof InlineFragment(Optional<String> type, var conditions, SelectionSet below)
                    && type.isPresent()) {
                if (!findable.contains(type.get())) {
                    problems.add(where + " looks up " + type.get() + ", which cannot be looked up there");
                }
                check(below, type.get(), where);
            } else {
                problems.add(where + " selects outside of a fragment on an entity");
            }
        }
    }

    void checkByField(Call.ByField call, String where) {
        String type = OperationKind.QUERY.rootType();
        List<String> path = call.lookup().path();
        for (int i = 0; i < path.size(); i++) {
            Optional<SubgraphField> field = subgraph.field(type, path.get(i));
            if (field.isEmpty()) {
                problems.add(where + " looks up " + call.lookup().type() + " by " + type + "." + path.get(i)
                        + ", which does not exist there");
                return;
            }
            boolean finds = i == path.size() - 1;
            arguments(field.get(), finds ? call.arguments() : List.of(), type, where);
            type = field.get().type().typeName();
        }
        if (!type.equals(call.returns())) {
            problems.add(where + " takes " + type + " for " + call.returns());
        }
        check(call.selections(), type, where);
    }

    private void arguments(SubgraphField field, List<Call.KeyArgument> given, String type, String where) {
        for (Call.KeyArgument argument : given) {
            if (!argument.type().equals(field.arguments().get(argument.name()))) {
                problems.add(where + " gives " + type + "." + field.name() + " the argument " + argument.name() + " as "
                        + argument.type().print() + ", which it does not take there");
            }
        }
    }

    void check(SelectionSet set, String type, String where) {
        Map<String, FieldSelection> byKey = new HashMap<>();
        if (set.isEmpty()) {
            problems.add(where + " selects nothing on " + type);
        }
        for (Selection selection : set.selections()) {
            switch (selection) {
                case FieldSelection field -> {
                    FieldSelection same = byKey.putIfAbsent(field.responseKey(), field);
                    if (same != null
                            && !(same.name().equals(field.name())
                                    && same.arguments().equals(field.arguments()))) {
                        problems.add(where + " asks for two things as " + type + "." + field.responseKey());
                    }
                    field(field, type, where);
                }
                case InlineFragment fragment -> {
                    String narrower = fragment.typeCondition().orElse(type);
                    if (!(subgraph.types().get(narrower) instanceof SubgraphType.Composite)) {
                        problems.add(where + " has a fragment on " + narrower + ", which is unknown there");
                    } else {
                        check(fragment.selections(), narrower, where);
                    }
                }
            }
        }
    }

    private void field(FieldSelection field, String type, String where) {
        if (field.name().equals(FieldSelection.TYPENAME)) {
            return;
        }
        Optional<SubgraphField> known = subgraph.field(type, field.name());
        if (known.isEmpty()) {
            problems.add(where + " asks for " + type + "." + field.name() + ", which does not exist there");
            return;
        }
        Set<String> contextual =
                known.get().contextual().stream().map(ContextualArgument::name).collect(Collectors.toSet());
        Set<String> given = field.arguments().stream().map(Argument::name).collect(Collectors.toSet());
        if (!given.containsAll(contextual)) {
            problems.add(where + " does not give " + type + "." + field.name() + " all of " + contextual
                    + ", which come from above");
        }
        for (Argument argument : field.arguments()) {
            if (!known.get().arguments().containsKey(argument.name()) && !contextual.contains(argument.name())) {
                problems.add(where + " gives " + type + "." + field.name() + " the argument " + argument.name()
                        + ", which it does not take there");
            }
        }
        String below = known.get().type().typeName();
        SubgraphType target = subgraph.types().get(below);
        boolean composite = target instanceof SubgraphType.Composite || target instanceof SubgraphType.UnionType;
        if (composite) {
            check(field.selections(), below, where);
        } else if (!field.selections().isEmpty()) {
            problems.add(where + " selects below the leaf " + type + "." + field.name());
        }
    }
}
