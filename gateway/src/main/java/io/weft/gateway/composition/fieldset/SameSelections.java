package io.weft.gateway.composition.fieldset;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.HashSet;
import java.util.Set;

/** Whether two field sets select the same, in whatever order. */
public final class SameSelections {

    private SameSelections() {}

    public static boolean same(SelectionSet a, SelectionSet b) {
        return shape(a).equals(shape(b));
    }

    private record Node(String name, Set<Node> below) {}

    private static Set<Node> shape(SelectionSet selections) {
        Set<Node> nodes = new HashSet<>();
        for (Selection selection : selections.selections()) {
            nodes.add(
                    switch (selection) {
                        case FieldSelection field ->
                            new Node(field.name() + field.arguments(), shape(field.selections()));
                        case InlineFragment fragment ->
                            new Node("... on " + fragment.typeCondition().orElse(""), shape(fragment.selections()));
                    });
        }
        return nodes;
    }
}
