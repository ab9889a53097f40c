package io.weft.gateway.composition.fieldset;

import io.weft.gateway.document.Argument;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.stream.Collectors;

/** Selections as the text of a field set. */
public final class PrintSelections {

    private PrintSelections() {}

    public static String print(SelectionSet selections) {
        return selections.selections().stream().map(PrintSelections::print).collect(Collectors.joining(" "));
    }

    private static String print(Selection selection) {
        return switch (selection) {
            case FieldSelection field -> field.name() + arguments(field) + below(field.selections());
            case InlineFragment fragment ->
                "..." + fragment.typeCondition().map(type -> " on " + type).orElse("") + below(fragment.selections());
        };
    }

    private static String below(SelectionSet selections) {
        return selections.isEmpty() ? "" : " { " + print(selections) + " }";
    }

    private static String arguments(FieldSelection field) {
        return field.arguments().isEmpty()
                ? ""
                : field.arguments().stream().map(PrintSelections::print).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String print(Argument argument) {
        return argument.name() + ": " + argument.value();
    }
}
