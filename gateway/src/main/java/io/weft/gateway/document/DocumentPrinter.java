package io.weft.gateway.document;

/** Selections as text: on one line for requests, or indented for people. */
final class DocumentPrinter {
    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    DocumentPrinter(boolean indented) {
        this.indented = indented;
    }

    String print(SelectionSet set, int depth) {
        body(set, depth);
        return out.toString();
    }

    private void body(SelectionSet set, int depth) {
        String separator = "";
        for (Selection selection : set.selections()) {
            out.append(separator);
            if (indented) {
                out.append("  ".repeat(depth));
            }
            selection(selection, depth);
            separator = indented ? "\n" : " ";
        }
    }

    private void selection(Selection selection, int depth) {
        switch (selection) {
            case FieldSelection field -> {
                if (field.isAliased()) {
                    out.append(field.responseKey()).append(indented ? ": " : ":");
                }
                out.append(field.name());
                arguments(field);
            }
            case InlineFragment fragment -> {
                out.append("...");
                fragment.typeCondition()
                        .ifPresent(type -> out.append(indented ? " on " : "on ").append(type));
            }
        }
        for (Conditions.Condition condition : selection.conditions().all()) {
            out.append(condition.expected() ? " @include(if:" : " @skip(if:")
                    .append(indented ? " $" : "$")
                    .append(condition.variable())
                    .append(')');
        }
        if (!selection.selections().isEmpty()) {
            out.append(indented ? " {\n" : "{");
            body(selection.selections(), depth + 1);
            out.append(indented ? "\n" + "  ".repeat(depth) + "}" : "}");
        }
    }

    private void arguments(FieldSelection field) {
        String separator = "(";
        for (Argument argument : field.arguments()) {
            out.append(separator)
                    .append(argument.name())
                    .append(indented ? ": " : ":")
                    .append(argument.value());
            separator = indented ? ", " : ",";
        }
        if (!field.arguments().isEmpty()) {
            out.append(')');
        }
    }
}
