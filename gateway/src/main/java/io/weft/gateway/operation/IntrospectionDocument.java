package io.weft.gateway.operation;

import io.weft.gateway.document.Argument;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of an operation that the gateway answers from its own schema, as a document. */
final class IntrospectionDocument {
    private IntrospectionDocument() {}

    static Optional<String> of(SelectionSet selections, List<VariableDefinition> variables) {
        List<Selection> own = selections.selections().stream()
                .filter(IntrospectionDocument::isOwn)
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        SelectionSet set = new SelectionSet(own);
        Set<String> used = new HashSet<>();
        collectVariables(set, used);
        List<String> declared = variables.stream()
                .filter(variable -> used.contains(variable.name()))
                .map(variable -> "$" + variable.name() + ":" + variable.type().print()
                        + variable.defaultValue().map(value -> "=" + value).orElse(""))
                .toList();
        String head = declared.isEmpty() ? "" : "query(" + String.join(",", declared) + ")";
        return Optional.of(head + "{" + set.print() + "}");
    }

    private static boolean isOwn(Selection selection) {
        return selection instanceof FieldSelection field
                && (field.name().equals("__schema") || field.name().equals("__type"));
    }

    private static void collectVariables(SelectionSet set, Set<String> into) {
        for (Selection selection : set.selections()) {
            selection.conditions().all().stream()
                    .map(Conditions.Condition::variable)
                    .forEach(into::add);
            switch (selection) {
                case FieldSelection field ->
                    field.arguments().stream().map(Argument::variables).forEach(into::addAll);
                case InlineFragment fragment -> {}
            }
            collectVariables(selection.selections(), into);
        }
    }
}
