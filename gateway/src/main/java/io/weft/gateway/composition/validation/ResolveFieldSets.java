package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.fieldset.CheckFieldSet;
import io.weft.gateway.composition.fieldset.FieldSetDirective;
import io.weft.gateway.composition.fieldset.FieldSetText;
import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and checks every field set of a subgraph. */
public final class ResolveFieldSets {

    private final ParsedSubgraph subgraph;
    private final Problems problems;

    public ResolveFieldSets(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    /** By type and field. */
    public record FieldSets(
            Map<String, List<EntityKey>> keys,
            Map<String, Map<String, FieldSet>> requires,
            Map<String, Map<String, FieldSet>> provides) {

        Optional<FieldSet> requires(String type, String field) {
            return Optional.ofNullable(requires.getOrDefault(type, Map.of()).get(field));
        }

        Optional<FieldSet> provides(String type, String field) {
            return Optional.ofNullable(provides.getOrDefault(type, Map.of()).get(field));
        }
    }

    public FieldSets resolve() {
        FieldSets found = new FieldSets(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        subgraph.types().forEach((name, type) -> {
            if (!(type instanceof SchemaType.Composite composite) || !type.hasDirectives()) {
                return;
            }
            List<EntityKey> keys = keys(composite);
            if (!keys.isEmpty()) {
                found.keys().put(name, keys);
            }
            for (SchemaField field : composite.fields().values()) {
                Coordinate at = Coordinate.of(name, field.name());
                field.first(FederationDirective.REQUIRES)
                        .flatMap(applied -> fieldSet(FieldSetDirective.REQUIRES, applied, at, name))
                        .ifPresent(set -> found.requires()
                                .computeIfAbsent(name, key -> new LinkedHashMap<>())
                                .put(field.name(), set));
                field.first(FederationDirective.PROVIDES)
                        .flatMap(applied -> provides(applied, at, field))
                        .ifPresent(set -> found.provides()
                                .computeIfAbsent(name, key -> new LinkedHashMap<>())
                                .put(field.name(), set));
            }
        });
        return found;
    }

    private List<EntityKey> keys(SchemaType.Composite type) {
        List<EntityKey> keys = new ArrayList<>();
        for (AppliedDirective applied : type.all(FederationDirective.KEY)) {
            fieldSet(FieldSetDirective.KEY, applied, Coordinate.of(type.name()), type.name())
                    .map(set -> new EntityKey(
                            set,
                            applied.isFalse("resolvable") ? EntityKey.Use.REFERENCE : EntityKey.Use.LOOKUP,
                            applied))
                    .ifPresent(keys::add);
        }
        return keys;
    }

    private Optional<FieldSet> provides(AppliedDirective applied, Coordinate at, SchemaField field) {
        if (field.has(FederationDirective.EXTERNAL)) {
            problems.error(
                    ErrorCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    at + " is @external, so it cannot have @provides: it is resolved elsewhere",
                    at,
                    subgraph.name(),
                    applied.line());
            return Optional.empty();
        }
        SchemaType returned = subgraph.types().get(field.type().typeName());
        if (returned instanceof SchemaType.Composite || returned instanceof SchemaType.UnionType) {
            return fieldSet(FieldSetDirective.PROVIDES, applied, at, returned.name());
        }
        problems.error(
                ErrorCode.PROVIDES_ON_NON_OBJECT_FIELD,
                at + " is of type " + field.type().print() + ", so it can provide nothing",
                at,
                subgraph.name(),
                applied.line());
        return Optional.empty();
    }

    private Optional<FieldSet> fieldSet(
            FieldSetDirective directive, AppliedDirective applied, Coordinate at, String typeName) {
        Optional<String> text = FieldSetText.of(applied, subgraph.links());
        if (text.isEmpty()) {
            error(directive.invalidType(), applied, at, "its fields are not a string");
            return Optional.empty();
        }
        if (text.get().isBlank()) {
            error(directive.invalidFields(), applied, at, "its fields are empty");
            return Optional.empty();
        }
        return switch (ReadFieldSet.read(text.get())) {
            case ReadFieldSet.Result.Invalid(String reason) -> {
                error(directive.invalidFields(), applied, at, reason);
                yield Optional.empty();
            }
            case ReadFieldSet.Result.HasDirective(String used) -> {
                error(directive.hasDirective(), applied, at, used + " stands in its fields");
                yield Optional.empty();
            }
            case ReadFieldSet.Result.Read(FieldSet set) -> {
                List<String> wrong = new ArrayList<>();
                new CheckFieldSet(subgraph.types(), directive, (code, reason) -> {
                            wrong.add(reason);
                            error(code, applied, at, reason);
                        })
                        .check(set.selections(), typeName);
                yield wrong.isEmpty() ? Optional.of(set) : Optional.empty();
            }
        };
    }

    private void error(ErrorCode code, AppliedDirective applied, Coordinate at, String reason) {
        problems.error(code, "on " + at + ", " + applied.print() + ": " + reason, at, subgraph.name(), applied.line());
    }
}
