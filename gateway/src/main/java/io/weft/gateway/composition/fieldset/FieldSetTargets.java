package io.weft.gateway.composition.fieldset;

import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.Map;
import java.util.function.BiConsumer;

/** The fields that a field set names, at every depth. */
public final class FieldSetTargets {

    private final Map<String, SchemaType> types;
    private final Implementations implementations;

    /** @param implementations where an interface's field is named, the same field of these is a target too */
    public FieldSetTargets(Map<String, SchemaType> types, Implementations implementations) {
        this.types = types;
        this.implementations = implementations;
    }

    /** Calls {@code target} with type and field; what does not exist is passed over. */
    public void visit(SelectionSet selections, String typeName, BiConsumer<String, String> target) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case InlineFragment fragment ->
                    visit(fragment.selections(), fragment.typeCondition().orElse(typeName), target);
                case FieldSelection field -> visit(field, typeName, target);
            }
        }
    }

    private void visit(FieldSelection selection, String typeName, BiConsumer<String, String> target) {
        if (!(types.get(typeName) instanceof SchemaType.Composite composite)) {
            return;
        }
        SchemaField field = composite.fields().get(selection.name());
        if (field == null) {
            return;
        }
        target.accept(typeName, selection.name());
        if (composite instanceof SchemaType.InterfaceType) {
            for (String implementation : implementations.of(typeName)) {
                if (types.get(implementation) instanceof SchemaType.Composite type
                        && type.fields().containsKey(selection.name())) {
                    target.accept(implementation, selection.name());
                }
            }
        }
        visit(selection.selections(), field.type().typeName(), target);
    }
}
