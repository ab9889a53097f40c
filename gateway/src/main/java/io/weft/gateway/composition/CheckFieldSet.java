package io.weft.gateway.composition;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.Map;
import java.util.function.BiConsumer;

/** Checks that a field set selects what exists, down to leaves. */
final class CheckFieldSet {

    private final Map<String, SchemaType> types;
    private final FieldSetDirective directive;
    private final BiConsumer<ErrorCode, String> error;

    CheckFieldSet(Map<String, SchemaType> types, FieldSetDirective directive, BiConsumer<ErrorCode, String> error) {
        this.types = types;
        this.directive = directive;
        this.error = error;
    }

    void check(SelectionSet selections, String typeName) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case InlineFragment fragment -> {
                    String condition = fragment.typeCondition().orElse(typeName);
                    if (!types.containsKey(condition)) {
                        error.accept(
                                directive.invalidFields(),
                                "it names the type " + condition + ", which is unknown here");
                    } else {
                        check(fragment.selections(), condition);
                    }
                }
                case FieldSelection field -> check(field, typeName);
            }
        }
    }

    private void check(FieldSelection selection, String typeName) {
        if (selection.name().equals(FieldSelection.TYPENAME)) {
            return;
        }
        SchemaField field = types.get(typeName) instanceof SchemaType.Composite composite
                ? composite.fields().get(selection.name())
                : null;
        if (field == null) {
            error.accept(directive.invalidFields(), typeName + " has no field " + selection.name() + " here");
            return;
        }
        String coordinate = typeName + "." + selection.name();
        if (!field.arguments().isEmpty() && directive.hasArguments().isPresent()) {
            error.accept(directive.hasArguments().get(), coordinate + " has arguments");
        }
        SchemaType type = types.get(field.type().typeName());
        boolean isAbstract = type instanceof SchemaType.InterfaceType || type instanceof SchemaType.UnionType;
        boolean hasFields = isAbstract || type instanceof SchemaType.ObjectType;
        if (directive == FieldSetDirective.KEY && isAbstract) {
            error.accept(
                    ErrorCode.KEY_FIELDS_SELECT_INVALID_TYPE,
                    coordinate + " is of the abstract type " + field.type().typeName());
            return;
        }
        if (hasFields && selection.selections().isEmpty()) {
            error.accept(directive.invalidFields(), coordinate + " is an object: select its fields, { ... }");
        } else if (!hasFields && !selection.selections().isEmpty()) {
            error.accept(directive.invalidFields(), coordinate + " is a leaf: nothing can be selected below it");
        } else {
            check(selection.selections(), field.type().typeName());
        }
    }
}
