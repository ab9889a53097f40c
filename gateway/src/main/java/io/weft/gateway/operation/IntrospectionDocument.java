package io.weft.gateway.operation;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
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
        Set<String> used = set.variables();
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
}
