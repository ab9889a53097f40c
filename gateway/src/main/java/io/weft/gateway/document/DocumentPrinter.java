package io.weft.gateway.document;

import io.weft.gateway.document.Conditions.Condition;
import java.util.ArrayList;
import java.util.List;

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
        List<Condition> conditions = selection.conditions().all();
        List<Condition> outer = repeated(conditions);
        for (Condition condition : outer) {
            out.append("...");
            condition(condition);
            out.append(indented ? " { " : "{");
        }
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
        conditions.stream().filter(condition -> !outer.contains(condition)).forEach(this::condition);
        if (!selection.selections().isEmpty()) {
            out.append(indented ? " {\n" : "{");
            body(selection.selections(), depth + 1);
            out.append(indented ? "\n" + "  ".repeat(depth) + "}" : "}");
        }
        out.append((indented ? " }" : "}").repeat(outer.size()));
    }

    /** A directive may stand only once on a selection; further ones move to fragments around it. */
    private static List<Condition> repeated(List<Condition> conditions) {
        List<Condition> repeated = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            boolean expected = conditions.get(i).expected();
            if (conditions.subList(0, i).stream().anyMatch(earlier -> earlier.expected() == expected)) {
                repeated.add(conditions.get(i));
            }
        }
        return repeated;
    }

    private void condition(Condition condition) {
        out.append(condition.expected() ? " @include(if:" : " @skip(if:")
                .append(indented ? " $" : "$")
                .append(condition.variable())
                .append(')');
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
