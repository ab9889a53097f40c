package io.weft.gateway.composition.fieldset;

import graphql.parser.Parser;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.schema.LiteralFit;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.Argument;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks that a field set selects what exists, down to leaves. */
public final class CheckFieldSet {

    private final Map<String, SchemaType> types;
    private final LiteralFit literals;
    private final FieldSetRules rules;
    private final BiConsumer<ErrorCode, String> error;

    public CheckFieldSet(Map<String, SchemaType> types, FieldSetRules rules, BiConsumer<ErrorCode, String> error) {
        this.types = types;
        this.literals = new LiteralFit(types);
        this.rules = rules;
        this.error = error;
    }

    public void check(SelectionSet selections, String typeName) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case InlineFragment fragment -> {
                    String condition = fragment.typeCondition().orElse(typeName);
                    if (!types.containsKey(condition)) {
                        error.accept(
                                rules.invalidFields(), "it names the type " + condition + ", which is unknown here");
                    } else {
                        check(fragment.selections(), condition);
                    }
                }
                case FieldSelection field -> check(field, typeName);
            }
        }
    }

    /** Fields with arguments may be required, but be neither a key nor provided. */
    private void arguments(FieldSelection selection, SchemaField field, String coordinate) {
        Set<String> given = new HashSet<>();
        boolean right = true;
        for (Argument argument : selection.arguments()) {
            SchemaInputValue known = field.arguments().get(argument.name());
            given.add(argument.name());
            String wrong = known == null
                    ? "has no argument " + argument.name()
                    : !argument.variables().isEmpty()
                            ? "is given a variable, which a field set cannot know, as " + argument.name()
                            : !literals.fits(Parser.parseValue(argument.value()), known.type())
                                    ? "takes no " + argument.value() + " as " + argument.name()
                                    : "";
            if (!wrong.isEmpty()) {
                right = false;
                error.accept(rules.invalidFields(), coordinate + " " + wrong);
            }
        }
        for (SchemaInputValue argument : field.arguments().values()) {
            if (argument.isRequired() && !given.contains(argument.name())) {
                right = false;
                error.accept(rules.invalidFields(), coordinate + " is not given its argument " + argument.name());
            }
        }
        if (right && !field.arguments().isEmpty() && rules.hasArguments().isPresent()) {
            error.accept(rules.hasArguments().get(), coordinate + " has arguments");
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
            error.accept(rules.invalidFields(), typeName + " has no field " + selection.name() + " here");
            return;
        }
        String coordinate = typeName + "." + selection.name();
        arguments(selection, field, coordinate);
        SchemaType type = types.get(field.type().typeName());
        boolean isAbstract = type instanceof SchemaType.InterfaceType || type instanceof SchemaType.UnionType;
        boolean hasFields = isAbstract || type instanceof SchemaType.ObjectType;
        if (isAbstract && rules.selectsAbstractType().isPresent()) {
            error.accept(
                    rules.selectsAbstractType().get(),
                    coordinate + " is of the abstract type " + field.type().typeName());
            return;
        }
        if (hasFields && selection.selections().isEmpty()) {
            error.accept(rules.invalidFields(), coordinate + " is an object: select its fields, { ... }");
        } else if (!hasFields && !selection.selections().isEmpty()) {
            error.accept(rules.invalidFields(), coordinate + " is a leaf: nothing can be selected below it");
        } else {
            check(selection.selections(), field.type().typeName());
        }
    }
}
