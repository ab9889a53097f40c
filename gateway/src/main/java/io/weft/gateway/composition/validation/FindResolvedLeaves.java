package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.ArrayList;
import java.util.List;

/** The leaves of a field set that its subgraph resolves anyway, so that requiring or providing them means nothing. */
final class FindResolvedLeaves {

    private final ValidatedSubgraph subgraph;
    private final Implementations implementations;
    private final List<String> found = new ArrayList<>();

    FindResolvedLeaves(ValidatedSubgraph subgraph, Implementations implementations) {
        this.subgraph = subgraph;
        this.implementations = implementations;
    }

    List<String> find(SelectionSet selections, String typeName) {
        visit(selections, typeName);
        return List.copyOf(found);
    }

    private void visit(SelectionSet selections, String typeName) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case InlineFragment fragment ->
                    visit(fragment.selections(), fragment.typeCondition().orElse(typeName));
                case FieldSelection field -> visit(field, typeName);
            }
        }
    }

    private void visit(FieldSelection selection, String typeName) {
        if (selection.name().equals(FieldSelection.TYPENAME)
                || !(subgraph.field(typeName, selection.name()).orElse(null) instanceof SchemaField field)) {
            return;
        }
        // below an external field everything is external
        if (isExternal(typeName, selection.name())) {
            return;
        }
        if (selection.selections().isEmpty()) {
            found.add(typeName + "." + selection.name());
        } else {
            visit(selection.selections(), field.type().typeName());
        }
    }

    private boolean isExternal(String typeName, String field) {
        if (subgraph.facts(typeName, field).isExternal()) {
            return true;
        }
        return subgraph.types().get(typeName) instanceof SchemaType.InterfaceType
                && implementations.of(typeName).stream()
                        .anyMatch(type -> subgraph.field(type, field).isPresent()
                                && subgraph.facts(type, field).isExternal());
    }
}
