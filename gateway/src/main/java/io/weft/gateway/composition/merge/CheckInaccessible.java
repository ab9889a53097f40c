package io.weft.gateway.composition.merge;

import graphql.language.EnumValue;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.Outline;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import java.util.List;

/** What is hidden must not leave holes in what is seen. */
public final class CheckInaccessible {

    private final MergedSchema merged;
    private final Problems problems;

    public CheckInaccessible(MergedSchema merged, Problems problems) {
        this.merged = merged;
        this.problems = problems;
    }

    public void check() {
        for (SchemaType type : merged.types().values()) {
            if (!mayHide(type)) {
                continue;
            }
            if (isHidden(type)) {
                if (type.name().equals("Query")) {
                    error(
                            ErrorCode.QUERY_ROOT_TYPE_INACCESSIBLE,
                            "the query root is @inaccessible",
                            Coordinate.of("Query"));
                }
                continue;
            }
            switch (type) {
                case SchemaType.Composite composite -> composite(composite);
                case SchemaType.InputType input -> {
                    notAllHidden(input, List.copyOf(input.fields().values()));
                    input.fields().values().forEach(field -> input(field, Coordinate.of(type.name(), field.name())));
                }
                case SchemaType.EnumType enumType ->
                    notAllHidden(enumType, List.copyOf(enumType.values().values()));
                case SchemaType.UnionType union -> {
                    if (union.members().stream().allMatch(this::isHiddenType)) {
                        onlyHidden(union);
                    }
                }
                case SchemaType.ScalarType scalar -> {}
            }
        }
    }

    /** Whether something in it is hidden, or of something that is. */
    private boolean mayHide(SchemaType type) {
        Outline outline = type.outline();
        return type.hasDirectives()
                || outline.hasDefaults()
                || type instanceof SchemaType.UnionType
                || outline.outputs().stream().anyMatch(this::isHiddenType)
                || outline.inputs().stream().anyMatch(this::isHiddenType);
    }

    private void composite(SchemaType.Composite type) {
        notAllHidden(type, List.copyOf(type.fields().values()));
        for (SchemaField field : type.fields().values()) {
            Coordinate at = Coordinate.of(type.name(), field.name());
            if (isHidden(field)) {
                implementsVisible(type, field, at);
                continue;
            }
            visibleType(field.type(), at);
            field.arguments()
                    .values()
                    .forEach(argument -> input(argument, Coordinate.of(type.name(), field.name(), argument.name())));
        }
    }

    private void implementsVisible(SchemaType.Composite type, SchemaField field, Coordinate at) {
        for (String implemented : type.interfaces()) {
            if (merged.types().get(implemented) instanceof SchemaType.InterfaceType contract
                    && !isHidden(contract)
                    && contract.fields().get(field.name()) instanceof SchemaField promised
                    && !isHidden(promised)) {
                error(
                        ErrorCode.IMPLEMENTED_BY_INACCESSIBLE,
                        at + " is @inaccessible, but " + implemented + "." + field.name() + " is visible",
                        at);
            }
        }
    }

    private void input(SchemaInputValue input, Coordinate at) {
        if (!isHidden(input)) {
            visibleType(input.type(), at);
        } else if (input.isRequired()) {
            error(ErrorCode.REQUIRED_INACCESSIBLE, at + " is @inaccessible, but required", at);
        }
        if (!isHidden(input)
                && input.defaultValue().orElse(null) instanceof EnumValue value
                && merged.types().get(input.type().typeName()) instanceof SchemaType.EnumType enumType
                && enumType.values().get(value.getName()) instanceof SchemaEnumValue known
                && isHidden(known)) {
            error(
                    ErrorCode.DEFAULT_VALUE_USES_INACCESSIBLE,
                    at + " has the default " + value.getName() + ", which is @inaccessible",
                    at);
        }
    }

    private void visibleType(TypeReference type, Coordinate at) {
        if (isHiddenType(type.typeName())) {
            error(
                    ErrorCode.REFERENCED_INACCESSIBLE,
                    at + " is visible, but its type " + type.typeName() + " is @inaccessible",
                    at);
        }
    }

    private void notAllHidden(SchemaType type, List<? extends Element> members) {
        if (!members.isEmpty() && members.stream().allMatch(CheckInaccessible::isHidden)) {
            onlyHidden(type);
        }
    }

    private void onlyHidden(SchemaType type) {
        error(
                ErrorCode.ONLY_INACCESSIBLE_CHILDREN,
                "everything in " + type.name() + " is @inaccessible, but " + type.name() + " itself is visible",
                Coordinate.of(type.name()));
    }

    private boolean isHiddenType(String name) {
        SchemaType type = merged.types().get(name);
        return type != null && isHidden(type);
    }

    private static boolean isHidden(Element element) {
        return element.has(FederationDirective.INACCESSIBLE);
    }

    private void error(ErrorCode code, String message, Coordinate at) {
        problems.error(code, message, at, List.of());
    }
}
