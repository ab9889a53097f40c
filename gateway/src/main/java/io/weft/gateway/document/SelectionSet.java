package io.weft.gateway.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Selections in the order they were written. Immutable; equal when their selections are equal, in order. */
public record SelectionSet(List<Selection> selections) {

    public static final SelectionSet EMPTY = new SelectionSet(List.of());

    public SelectionSet {
        selections = List.copyOf(selections);
    }

    public static SelectionSet of(Selection... selections) {
        return new SelectionSet(List.of(selections));
    }

    public boolean isEmpty() {
        return selections.isEmpty();
    }

    /** The names (without {@code $}) of all variables used in arguments and conditions, at any depth. */
    public Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        for (Selection selection : selections) {
            selection.conditions().all().forEach(condition -> names.add(condition.variable()));
            if (selection instanceof FieldSelection field) {
                field.arguments().forEach(argument -> names.addAll(argument.variables()));
            }
            names.addAll(selection.selections().variables());
        }
        return names;
    }

    /** Under which keys an answer may hold something, fragments looked through. */
    public Set<String> responseKeys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field -> keys.add(field.responseKey());
                case InlineFragment fragment ->
                    keys.addAll(fragment.selections().responseKeys());
            }
        }
        return keys;
    }

    /**
     * With other variables in arguments.
     *
     * @param names old name to new name; only an argument that is nothing but the variable is changed
     */
    public SelectionSet withVariables(Map<String, String> names) {
        return names.isEmpty()
                ? this
                : new SelectionSet(selections.stream()
                        .<Selection>map(selection -> switch (selection) {
                            case FieldSelection field ->
                                field.withArguments(field.arguments().stream()
                                                .map(argument -> argument.withVariable(names))
                                                .toList())
                                        .withSelections(field.selections().withVariables(names));
                            case InlineFragment(var type, var conditions, var below) ->
                                new InlineFragment(type, conditions, below.withVariables(names));
                        })
                        .toList());
    }

    /** On one line, without the braces around it, as short as the language allows. */
    public String print() {
        return new DocumentPrinter(false).print(this, 0);
    }

    /** One selection a line, without the braces around it, {@code depth} steps of two blanks from the left. */
    public String printIndented(int depth) {
        return new DocumentPrinter(true).print(this, depth);
    }
}
