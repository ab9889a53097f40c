package io.weft.gateway.composition.validation;

import graphql.language.IntValue;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.document.TypeReference;
import java.util.List;
import java.util.Optional;

/** {@code @listSize} on one field. */
final class CheckListSize {

    private final ValidatedSubgraph subgraph;
    private final Problems problems;

    CheckListSize(ValidatedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    void check(Coordinate at, SchemaField field) {
        Optional<AppliedDirective> applied = field.first(FederationDirective.LIST_SIZE);
        if (applied.isEmpty()) {
            return;
        }
        List<String> sized = applied.get().strings("sizedFields");
        if (sized.isEmpty() && !isList(field.type())) {
            error(ErrorCode.LIST_SIZE_APPLIED_TO_NON_LIST, at + " is no list", at, field);
        }
        if (applied.get().arguments().get("assumedSize") instanceof IntValue size
                && size.getValue().signum() < 0) {
            error(ErrorCode.LIST_SIZE_INVALID_ASSUMED_SIZE, at + " assumes the size " + size.getValue(), at, field);
        }
        for (String name : applied.get().strings("slicingArguments")) {
            SchemaInputValue argument = field.arguments().get(name);
            if (argument == null || !nullable(argument.type()).equals(new TypeReference.Named("Int"))) {
                error(
                        ErrorCode.LIST_SIZE_INVALID_SLICING_ARGUMENT,
                        at + " has no argument " + name + " of type Int",
                        at,
                        field);
            }
        }
        for (String name : sized) {
            Optional<SchemaField> below = subgraph.field(field.type().typeName(), name);
            if (below.isEmpty() || !isList(below.get().type())) {
                error(
                        ErrorCode.LIST_SIZE_INVALID_SIZED_FIELD,
                        field.type().typeName() + " has no list field " + name,
                        at,
                        field);
            }
        }
    }

    private static boolean isList(TypeReference type) {
        return nullable(type) instanceof TypeReference.ListOf;
    }

    private static TypeReference nullable(TypeReference type) {
        return type instanceof TypeReference.NonNull(TypeReference inner) ? inner : type;
    }

    private void error(ErrorCode code, String message, Coordinate at, SchemaField field) {
        problems.error(code, message, at, subgraph.name(), field.line());
    }
}
