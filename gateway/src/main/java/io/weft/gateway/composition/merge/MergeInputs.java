package io.weft.gateway.composition.merge;

import graphql.language.Value;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.TypeFit;
import io.weft.gateway.document.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Arguments and input fields: what all subgraphs know, with the stricter type. */
final class MergeInputs {

    private final Problems problems;
    private final MergeDirectives directives;
    private final MergeStitched stitched;

    MergeInputs(Problems problems, MergeDirectives directives, MergeStitched stitched) {
        this.problems = problems;
        this.directives = directives;
        this.stitched = stitched;
    }

    /** Where the input values stand, with what differs between the two places. */
    enum Place {
        ARGUMENT(
                ErrorCode.REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH,
                ErrorCode.FIELD_ARGUMENT_TYPE_MISMATCH,
                ErrorCode.FIELD_ARGUMENT_DEFAULT_MISMATCH,
                HintCode.INCONSISTENT_ARGUMENT_PRESENCE),
        INPUT_FIELD(
                ErrorCode.REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH,
                ErrorCode.FIELD_TYPE_MISMATCH,
                ErrorCode.INPUT_FIELD_DEFAULT_MISMATCH,
                HintCode.INCONSISTENT_INPUT_OBJECT_FIELD);

        private final ErrorCode missing;
        private final ErrorCode type;
        private final ErrorCode defaultValue;
        private final HintCode left;

        Place(ErrorCode missing, ErrorCode type, ErrorCode defaultValue, HintCode left) {
            this.missing = missing;
            this.type = type;
            this.defaultValue = defaultValue;
            this.left = left;
        }
    }

    /** @param owners every definition of the field or input object; @param values reads the input values of one */
    <E extends Element> Map<String, SchemaInputValue> merge(
            Coordinate parent, Place place, List<Part<E>> owners, Function<E, Map<String, SchemaInputValue>> values) {
        Set<String> names = new LinkedHashSet<>();
        owners.forEach(owner -> names.addAll(values.apply(owner.element()).keySet()));
        Map<String, SchemaInputValue> merged = new LinkedHashMap<>();
        for (String name : names) {
            Coordinate at = parent.member().isPresent()
                    ? new Coordinate(parent.type(), parent.member(), Optional.of(name))
                    : Coordinate.of(parent.type(), name);
            List<Part<SchemaInputValue>> parts = new ArrayList<>();
            for (Part<E> owner : owners) {
                SchemaInputValue own = values.apply(owner.element()).get(name);
                if (own != null) {
                    parts.add(new Part<>(owner.subgraph(), own));
                }
            }
            if (parts.stream().anyMatch(part -> part.element().has(FederationDirective.FROM_CONTEXT))) {
                contextual(at, parts);
                continue;
            }
            boolean isKnownToSome = parts.size() < owners.size();
            if (isKnownToSome && place == Place.INPUT_FIELD && stitched.governs(owners)) {
                stitched.inputsDiffer(at, parts, owners);
                merge(at, place, parts).ifPresent(input -> merged.put(name, input));
            } else if (isKnownToSome) {
                missing(at, place, parts, owners);
            } else {
                merge(at, place, parts).ifPresent(input -> merged.put(name, input));
            }
        }
        return merged;
    }

    /** Clients do not see it, so whoever does not take it from a context has to do without. */
    private void contextual(Coordinate at, List<Part<SchemaInputValue>> parts) {
        for (Part<SchemaInputValue> part : parts) {
            if (part.element().has(FederationDirective.FROM_CONTEXT)) {
                continue;
            }
            String said = at + " has @fromContext in some subgraphs, but not in "
                    + part.subgraph().name();
            if (part.element().isRequired()) {
                problems.error(
                        ErrorCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS,
                        said + ", where it is required",
                        at,
                        Part.places(List.of(part)));
            } else {
                problems.hint(
                        HintCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS,
                        said + ", and is left out of the supergraph",
                        at);
            }
        }
    }

    private <E extends Element> void missing(
            Coordinate at, Place place, List<Part<SchemaInputValue>> parts, List<Part<E>> owners) {
        List<String> without = owners.stream()
                .map(owner -> owner.subgraph().name().value())
                .filter(name -> parts.stream()
                        .noneMatch(part -> part.subgraph().name().value().equals(name)))
                .toList();
        List<Part<SchemaInputValue>> required =
                parts.stream().filter(part -> part.element().isRequired()).toList();
        if (required.isEmpty()) {
            problems.hint(
                    place.left,
                    at + " is unknown to " + String.join(", ", without) + " and left out of the supergraph",
                    at);
            return;
        }
        problems.error(
                place.missing,
                at + " is required by " + Part.subgraphs(required) + ", but unknown to " + String.join(", ", without),
                at,
                Part.places(parts));
    }

    private Optional<SchemaInputValue> merge(Coordinate at, Place place, List<Part<SchemaInputValue>> parts) {
        SchemaInputValue first = parts.getFirst().element();
        TypeReference type = first.type();
        for (Part<SchemaInputValue> part : parts) {
            Optional<TypeReference> stricter =
                    TypeFit.stricter(type, part.element().type());
            if (stricter.isEmpty()) {
                problems.error(
                        place.type,
                        at + " is " + MergeFields.types(parts, SchemaInputValue::type),
                        at,
                        Part.places(parts));
                return Optional.empty();
            }
            type = stricter.get();
        }
        if (parts.stream().anyMatch(part -> !part.element().type().equals(first.type()))) {
            problems.hint(
                    HintCode.INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE,
                    at + " is " + MergeFields.types(parts, SchemaInputValue::type) + "; the supergraph says "
                            + type.print(),
                    at);
        }
        return Optional.of(new SchemaInputValue(
                first.name(),
                stitched.description(at, parts),
                type,
                defaultValue(at, place, parts),
                directives.merge(at, parts),
                first.line()));
    }

    private Optional<Value<?>> defaultValue(Coordinate at, Place place, List<Part<SchemaInputValue>> parts) {
        List<String> printed = parts.stream()
                .map(part -> part.element().printedDefault())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (printed.size() > 1) {
            problems.error(
                    place.defaultValue,
                    at + " has the defaults " + String.join(" and ", printed),
                    at,
                    Part.places(parts));
            return Optional.empty();
        }
        boolean everywhere =
                parts.stream().allMatch(part -> part.element().defaultValue().isPresent());
        if (printed.size() == 1 && !everywhere) {
            problems.hint(
                    HintCode.INCONSISTENT_DEFAULT_VALUE_PRESENCE,
                    at + " has the default " + printed.getFirst() + " in some subgraphs only, so it has none in the"
                            + " supergraph",
                    at);
            return Optional.empty();
        }
        return parts.getFirst().element().defaultValue();
    }
}
