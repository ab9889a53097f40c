package io.weft.gateway.composition.subgraph;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.CheckImplementation;
import io.weft.gateway.composition.schema.CheckInputs;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.Outline;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import java.util.Map;
import java.util.Set;

/** GraphQL's own rules for a schema: what is referred to exists and fits where it stands. */
public final class CheckTypes {

    private final ParsedSubgraph subgraph;
    private final Problems problems;

    public CheckTypes(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    public void check() {
        for (SchemaType type : subgraph.types().values()) {
            if (!isSound(type)) {
                check(type);
            }
        }
        new CheckInputs(subgraph.types(), this::invalid).check();
    }

    /** Whether a glance shows that there is nothing wrong. */
    private boolean isSound(SchemaType type) {
        boolean isOfFieldsOnly =
                type instanceof SchemaType.InputType input && !input.fields().isEmpty()
                        || type instanceof SchemaType.Composite composite
                                && !composite.fields().isEmpty()
                                && composite.interfaces().isEmpty();
        Outline outline = type.outline();
        return isOfFieldsOnly
                && !type.name().startsWith("__")
                && !outline.hasReservedNames()
                && outline.inputs().stream().allMatch(name -> isInput(subgraph.types(), name))
                && outline.outputs().stream().allMatch(name -> isOutput(subgraph.types(), name));
    }

    private void check(SchemaType type) {
        named(type, Coordinate.of(type.name()));
        switch (type) {
            case SchemaType.ObjectType object -> composite(object);
            case SchemaType.InterfaceType contract -> composite(contract);
            case SchemaType.UnionType union -> {
                for (String member : union.members()) {
                    if (!(subgraph.types().get(member) instanceof SchemaType.ObjectType)) {
                        invalid("its member " + member + " is not an object type here", type);
                    }
                }
                notEmpty(union.members(), "members", type);
            }
            case SchemaType.EnumType enumType -> {
                notEmpty(enumType.values().keySet(), "values", type);
                enumType.values().values().forEach(value -> named(value, Coordinate.of(type.name(), value.name())));
            }
            case SchemaType.InputType input -> {
                notEmpty(input.fields().keySet(), "fields", type);
                input.fields().values().forEach(field -> input(field, Coordinate.of(type.name(), field.name())));
            }
            case SchemaType.ScalarType scalar -> {}
        }
    }

    private void notEmpty(Set<String> members, String what, SchemaType type) {
        if (members.isEmpty()) {
            invalid("it has no " + what, type);
        }
    }

    private void invalid(String reason, SchemaType type) {
        invalid(Coordinate.of(type.name()), "the " + type.kind() + " type " + type.name() + ": " + reason, type.line());
    }

    private void invalid(Coordinate at, String message, int line) {
        problems.error(ErrorCode.INVALID_GRAPHQL, message, at, subgraph.name(), line);
    }

    /** Names with two underscores in front are introspection's. */
    private void named(Element element, Coordinate at) {
        if (element.name().startsWith("__")) {
            invalid(at, at + ": names that begin with __ are reserved for introspection", element.line());
        }
    }

    private void composite(SchemaType.Composite type) {
        notEmpty(type.fields().keySet(), "fields", type);
        for (SchemaField field : type.fields().values()) {
            Coordinate at = Coordinate.of(type.name(), field.name());
            named(field, at);
            SchemaType of = subgraph.types().get(field.type().typeName());
            if (of == null && !BuiltInNames.SCALARS.contains(field.type().typeName())) {
                unknown(at, field.type(), field.line());
            } else if (of instanceof SchemaType.InputType) {
                invalid(at, at + " is of the input type " + of.name() + "; a field needs an output type", field.line());
            }
            for (SchemaInputValue argument : field.arguments().values()) {
                input(argument, Coordinate.of(type.name(), field.name(), argument.name()));
            }
        }
        for (String implemented : type.interfaces()) {
            if (subgraph.types().get(implemented) instanceof SchemaType.InterfaceType contract) {
                new CheckImplementation(subgraph.types(), this::invalid).check(type, contract);
            } else {
                invalid("it implements " + implemented + ", which is not an interface here", type);
            }
        }
    }

    private void input(SchemaInputValue input, Coordinate at) {
        named(input, at);
        String typeName = input.type().typeName();
        SchemaType of = subgraph.types().get(typeName);
        if (of == null && !BuiltInNames.SCALARS.contains(typeName)) {
            unknown(at, input.type(), input.line());
        } else if (of instanceof SchemaType.Composite || of instanceof SchemaType.UnionType) {
            invalid(at, at + " is of the output type " + typeName + "; it needs an input type", input.line());
        }
    }

    private void unknown(Coordinate at, TypeReference type, int line) {
        invalid(
                at,
                at + " is of type " + type.typeName() + ", which is unknown here"
                        + NearestName.suggestion(
                                type.typeName(), subgraph.types().keySet()),
                line);
    }

    public static boolean isOutput(Map<String, SchemaType> types, String name) {
        SchemaType type = types.get(name);
        return type == null ? BuiltInNames.SCALARS.contains(name) : !(type instanceof SchemaType.InputType);
    }

    public static boolean isInput(Map<String, SchemaType> types, String name) {
        return switch (types.get(name)) {
            case SchemaType.InputType input -> true;
            case SchemaType.EnumType enumType -> true;
            case SchemaType.ScalarType scalar -> true;
            case null -> BuiltInNames.SCALARS.contains(name);
            case SchemaType.Composite composite -> false;
            case SchemaType.UnionType union -> false;
        };
    }
}
