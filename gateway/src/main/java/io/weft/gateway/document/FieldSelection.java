package io.weft.gateway.document;

import java.util.List;
import java.util.Objects;

/**
 * A selected field.
 *
 * @param responseKey the alias, or the field's name where there is none
 * @param name        the field's name in the schema
 * @param arguments   in the order they were written
 * @param conditions  {@code @skip} and {@code @include}
 * @param selections  what is selected below; empty for a leaf
 */
public record FieldSelection(
        String responseKey, String name, List<Argument> arguments, Conditions conditions, SelectionSet selections)
        implements Selection {

    public static final String TYPENAME = "__typename";

    public FieldSelection {
        Objects.requireNonNull(responseKey);
        Objects.requireNonNull(name);
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(conditions);
        Objects.requireNonNull(selections);
    }

    public static FieldSelection leaf(String name) {
        return new FieldSelection(name, name, List.of(), Conditions.ALWAYS, SelectionSet.EMPTY);
    }

    public boolean isAliased() {
        return !responseKey.equals(name);
    }

    public FieldSelection withSelections(SelectionSet replacement) {
        return new FieldSelection(responseKey, name, arguments, conditions, replacement);
    }

    public FieldSelection withArguments(List<Argument> replacement) {
        return new FieldSelection(responseKey, name, replacement, conditions, selections);
    }
}
