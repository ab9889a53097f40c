package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.TypeFit;
import io.weft.gateway.document.TypeReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/** An {@code @external} field must look as it does where it is resolved. */
final class CheckExternals {

    private final Problems problems;
    private final BiPredicate<String, String> member;

    CheckExternals(Problems problems, BiPredicate<String, String> member) {
        this.problems = problems;
        this.member = member;
    }

    /** @param differ whether the resolving subgraphs' own types differ, so that an external one may be narrower */
    void check(Coordinate at, SchemaField merged, List<Part<SchemaField>> external, boolean differ) {
        for (Part<SchemaField> part : external) {
            TypeReference type = part.element().type();
            if (!type.equals(merged.type()) && !(differ && TypeFit.isSubtype(type, merged.type(), member))) {
                error(
                        ErrorCode.EXTERNAL_TYPE_MISMATCH,
                        at + " is " + type.print() + " in " + part.subgraph().name() + ", where it is @external, but "
                                + merged.type().print() + " where it is resolved",
                        at,
                        part);
            }
            for (SchemaInputValue argument : merged.arguments().values()) {
                argument(
                        at,
                        argument,
                        Optional.ofNullable(part.element().arguments().get(argument.name())),
                        part);
            }
        }
    }

    private void argument(
            Coordinate at, SchemaInputValue argument, Optional<SchemaInputValue> own, Part<SchemaField> part) {
        if (own.isEmpty()) {
            error(
                    ErrorCode.EXTERNAL_ARGUMENT_MISSING,
                    at + " has the argument " + argument.name() + ", but not in "
                            + part.subgraph().name() + ", where it is @external",
                    at,
                    part);
            return;
        }
        if (!TypeFit.isSubtype(own.get().type(), argument.type(), member)) {
            error(
                    ErrorCode.EXTERNAL_ARGUMENT_TYPE_MISMATCH,
                    "the argument " + argument.name() + " of " + at + " is "
                            + own.get().type().print() + " in "
                            + part.subgraph().name()
                            + ", where it is @external, but " + argument.type().print() + " where it is resolved",
                    at,
                    part);
        }
        if (!Objects.equals(own.get().printedDefault(), argument.printedDefault())) {
            error(
                    ErrorCode.EXTERNAL_ARGUMENT_DEFAULT_MISMATCH,
                    "the argument " + argument.name() + " of " + at + " has "
                            + own.get()
                                    .printedDefault()
                                    .map(text -> "the default " + text)
                                    .orElse("no default")
                            + " in " + part.subgraph().name() + ", where it is @external, but "
                            + argument.printedDefault().orElse("none") + " where it is resolved",
                    at,
                    part);
        }
    }

    private void error(ErrorCode code, String message, Coordinate at, Part<SchemaField> part) {
        problems.error(code, message, at, List.of(part.place()));
    }
}
