package io.weft.gateway.document;

import java.util.List;

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

    /** On one line, without the braces around it, as short as the language allows. */
    public String print() {
        return new DocumentPrinter(false).print(this, 0);
    }

    /** One selection a line, without the braces around it, {@code depth} steps of two blanks from the left. */
    public String printIndented(int depth) {
        return new DocumentPrinter(true).print(this, depth);
    }
}
