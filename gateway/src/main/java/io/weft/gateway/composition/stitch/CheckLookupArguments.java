package io.weft.gateway.composition.stitch;

import graphql.parser.Parser;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.LiteralFit;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a lookup gives a root field must be what the root field takes. */
final class CheckLookupArguments {

    private final ValidatedSubgraph subgraph;
    private final MergedSchema merged;
    private final KeyFit fit;
    private final Problems problems;

    CheckLookupArguments(ValidatedSubgraph subgraph, MergedSchema merged, Problems problems) {
        this.subgraph = subgraph;
        this.merged = merged;
        this.fit = new KeyFit(merged.types(), subgraph.types());
        this.problems = problems;
    }

    void check(Stitches.RootLookup lookup) {
        Map<String, SchemaInputValue> known = Map.of();
        String typeName = "Query";
        for (String name : lookup.lookup().path()) {
            SchemaField field = subgraph.field(typeName, name).orElseThrow();
            known = field.arguments();
            typeName = field.type().typeName();
        }
        inputs(lookup, known, lookup.lookup().arguments(), "");
        if (lookup.lookup().answer() instanceof Lookup.RootField.Answer.Matched(Map<String, String> fields)) {
            fields.forEach((result, key) -> matched(lookup, result, key));
        }
    }

    private void inputs(
            Stitches.RootLookup lookup,
            Map<String, SchemaInputValue> known,
            Map<String, KeyTemplate> given,
            String above) {
        known.values().forEach(input -> {
            if (input.isRequired() && !given.containsKey(input.name())) {
                error(
                        lookup,
                        ErrorCode.MERGE_ARGUMENT_MISSING,
                        above + input.name() + ", " + input.type().print() + ", is required, but not given");
            }
        });
        given.forEach((name, template) -> {
            SchemaInputValue input = known.get(name);
            if (input == null) {
                error(
                        lookup,
                        ErrorCode.MERGE_ARGUMENT_UNKNOWN,
                        "there is no " + above + name + NearestName.suggestion(name, known.keySet()));
            } else {
                input(lookup, input.type(), template, above + name);
            }
        });
    }

    private void input(Stitches.RootLookup lookup, TypeReference type, KeyTemplate template, String at) {
        TypeReference taken = nullable(type);
        switch (template) {
            case KeyTemplate.Constant(String literal) -> {
                if (!new LiteralFit(subgraph.types()).fits(Parser.parseValue(literal), type)) {
                    mismatch(lookup, at, type, literal);
                }
            }
            case KeyTemplate.ForEachKey(KeyTemplate element) -> {
                if (taken instanceof TypeReference.ListOf(TypeReference elementType)) {
                    input(lookup, elementType, element, at);
                } else {
                    mismatch(lookup, at, type, "a list, [[...]]");
                }
            }
            case KeyTemplate.ListOf(List<KeyTemplate> elements) -> {
                if (taken instanceof TypeReference.ListOf(TypeReference elementType)) {
                    elements.forEach(element -> input(lookup, elementType, element, at));
                } else {
                    mismatch(lookup, at, type, "a list");
                }
            }
            case KeyTemplate.ObjectOf(Map<String, KeyTemplate> fields) -> {
                switch (subgraph.types().get(taken.typeName())) {
                    case SchemaType.InputType object
                    when taken instanceof TypeReference.Named -> inputs(lookup, object.fields(), fields, at + ".");
                    case SchemaType.ScalarType scalar when taken instanceof TypeReference.Named -> {}
                    case null, default -> mismatch(lookup, at, type, "an object");
                }
            }
            case KeyTemplate.FromKey(List<String> path) -> {
                if (!path.isEmpty() && !path.getLast().equals(FieldSelection.TYPENAME)) {
                    fromKey(lookup, taken, path, at);
                }
            }
        }
    }

    private void fromKey(Stitches.RootLookup lookup, TypeReference taken, List<String> path, String at) {
        Optional<TypeReference> part = fit.part(lookup.lookup().type(), path);
        if (part.isPresent() && !fit.isTaken(part.get(), taken)) {
            mismatch(
                    lookup,
                    at,
                    taken,
                    "$key." + String.join(".", path) + ", " + part.get().print());
        }
    }

    private void matched(Stitches.RootLookup lookup, String result, String key) {
        String owner = lookup.lookup().type();
        for (String name : result.split("\\.", -1)) {
            Optional<SchemaField> field = subgraph.field(owner, name);
            if (field.isEmpty()) {
                error(
                        lookup,
                        ErrorCode.MERGE_MATCH_INVALID,
                        "results are matched by " + result + ", but " + owner + " has no field " + name + " there");
                return;
            }
            owner = field.get().type().typeName();
        }
        boolean isLeaf = !(subgraph.types().get(owner) instanceof SchemaType.Composite)
                && !(subgraph.types().get(owner) instanceof SchemaType.UnionType);
        Optional<TypeReference> part = fit.part(lookup.lookup().type(), List.of(key.split("\\.", -1)));
        boolean isLeafOfKey =
                part.isEmpty() || !(merged.types().get(part.get().typeName()) instanceof SchemaType.Composite);
        if (!isLeaf || !isLeafOfKey) {
            error(
                    lookup,
                    ErrorCode.MERGE_MATCH_INVALID,
                    "results are matched by " + (isLeaf ? "$key." + key : result) + ", which is an object");
        }
    }

    private void mismatch(Stitches.RootLookup lookup, String at, TypeReference type, String given) {
        error(
                lookup,
                ErrorCode.MERGE_ARGUMENT_TYPE_MISMATCH,
                at + " is of type " + type.print() + ", but is given " + given);
    }

    private void error(Stitches.RootLookup lookup, ErrorCode code, String reason) {
        Lookup.RootField root = lookup.lookup();
        problems.error(
                code,
                root.type() + " is looked up in " + root.subgraph() + " by " + String.join(".", root.path()) + ": "
                        + reason,
                Coordinate.of(root.type()),
                List.of(lookup.at()));
    }

    private static TypeReference nullable(TypeReference type) {
        return type instanceof TypeReference.NonNull(TypeReference inner) ? inner : type;
    }
}
