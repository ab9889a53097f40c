package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.FieldFacts;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows every {@code @override} to the subgraph it takes a field from. */
public final class ResolveOverrides {

    private static final Pattern LABEL = Pattern.compile("[a-zA-Z][a-zA-Z0-9_\\-:./]*");
    private static final Pattern PERCENT = Pattern.compile("percent\\((\\d{1,3}(?:\\.\\d{1,8})?)\\)");

    private final Map<String, ValidatedSubgraph> subgraphs = new LinkedHashMap<>();
    private final Problems problems;
    private final Map<SubgraphName, Map<Coordinate, Resolution>> changes = new HashMap<>();

    public ResolveOverrides(List<ValidatedSubgraph> subgraphs, Problems problems) {
        subgraphs.forEach(subgraph -> this.subgraphs.put(subgraph.name().value(), subgraph));
        this.problems = problems;
    }

    public Overrides resolve() {
        for (ValidatedSubgraph subgraph : subgraphs.values()) {
            for (SchemaType type : subgraph.types().values()) {
                if (type instanceof SchemaType.Composite composite && type.hasDirectives()) {
                    composite.fields().values().forEach(field -> resolve(subgraph, composite, field));
                }
            }
        }
        return new Overrides(changes);
    }

    private void resolve(ValidatedSubgraph subgraph, SchemaType.Composite type, SchemaField field) {
        Optional<AppliedDirective> override = field.first(FederationDirective.OVERRIDE);
        if (override.isEmpty()) {
            return;
        }
        Coordinate at = Coordinate.of(type.name(), field.name());
        String from = override.get().string("from").orElse("");
        Optional<String> label = override.get().string("label");
        if (!isAllowed(subgraph, type, field, at, from, label)) {
            return;
        }
        ValidatedSubgraph source = subgraphs.get(from);
        if (source == null) {
            problems.hint(
                    HintCode.FROM_SUBGRAPH_DOES_NOT_EXIST,
                    subgraph.name() + " overrides " + at + " from " + from + ", which does not exist"
                            + NearestName.suggestion(from, subgraphs.keySet()),
                    at);
            return;
        }
        Optional<SchemaField> overridden = source.field(type.name(), field.name());
        if (overridden.isEmpty()) {
            problems.hint(
                    HintCode.OVERRIDE_DIRECTIVE_CAN_BE_REMOVED,
                    subgraph.name() + " overrides " + at + " from " + from + ", which no longer defines it",
                    at);
            return;
        }
        if (source.types().get(type.name()) instanceof SchemaType.ObjectType object
                && object.has(FederationDirective.INTERFACE_OBJECT)) {
            collision(subgraph, field, at, from + " defines " + type.name() + " as interface object");
            return;
        }
        if (overridden.get().has(FederationDirective.OVERRIDE)) {
            problems.error(
                    ErrorCode.OVERRIDE_SOURCE_HAS_OVERRIDE,
                    subgraph.name() + " overrides " + at + " from " + from + ", where it is itself an override",
                    at,
                    List.of(
                            new SourcePlace(subgraph.name(), field.line()),
                            new SourcePlace(source.name(), overridden.get().line())));
            return;
        }
        FieldFacts facts = source.facts(type.name(), field.name());
        if (facts.isExternal()) {
            problems.hint(
                    HintCode.OVERRIDE_DIRECTIVE_CAN_BE_REMOVED,
                    subgraph.name() + " overrides " + at + " from " + from + ", where it is external already",
                    at);
            return;
        }
        if (facts.requires().isPresent() || facts.provides().isPresent()) {
            String which = facts.requires().isPresent() ? "@requires" : "@provides";
            collision(subgraph, field, at, "in " + from + " it has " + which);
            return;
        }
        change(subgraph, source, at, label);
    }

    private void change(ValidatedSubgraph subgraph, ValidatedSubgraph source, Coordinate at, Optional<String> label) {
        if (label.isEmpty()) {
            put(source.name(), at, new Resolution.Overridden(subgraph.name()));
            problems.hint(
                    HintCode.OVERRIDDEN_FIELD_CAN_BE_REMOVED,
                    at + " of " + source.name() + " is overridden by " + subgraph.name() + " and can be removed",
                    at);
            return;
        }
        put(source.name(), at, new Resolution.Progressive(label.get(), subgraph.name()));
        put(subgraph.name(), at, new Resolution.Progressive(label.get(), subgraph.name()));
        problems.hint(
                HintCode.OVERRIDE_MIGRATION_IN_PROGRESS,
                at + " moves from " + source.name() + " to " + subgraph.name() + " by the label " + label.get(),
                at);
    }

    private void put(SubgraphName subgraph, Coordinate at, Resolution resolution) {
        Resolution known =
                changes.computeIfAbsent(subgraph, key -> new HashMap<>()).putIfAbsent(at, resolution);
        if (known != null && !known.equals(resolution)) {
            problems.error(
                    ErrorCode.OVERRIDE_SOURCE_HAS_OVERRIDE,
                    at + " of " + subgraph + " is overridden by more than one subgraph",
                    at,
                    subgraph,
                    0);
        }
    }

    private boolean isAllowed(
            ValidatedSubgraph subgraph,
            SchemaType.Composite type,
            SchemaField field,
            Coordinate at,
            String from,
            Optional<String> label) {
        if (type instanceof SchemaType.InterfaceType) {
            problems.error(
                    ErrorCode.OVERRIDE_ON_INTERFACE,
                    at + " is a field of an interface",
                    at,
                    subgraph.name(),
                    field.line());
            return false;
        }
        if (type.has(FederationDirective.INTERFACE_OBJECT)) {
            collision(subgraph, field, at, type.name() + " is an interface object here");
            return false;
        }
        if (from.equals(subgraph.name().value())) {
            problems.error(
                    ErrorCode.OVERRIDE_FROM_SELF_ERROR,
                    at + " is overridden from its own subgraph",
                    at,
                    subgraph.name(),
                    field.line());
            return false;
        }
        for (FederationDirective other :
                List.of(FederationDirective.REQUIRES, FederationDirective.PROVIDES, FederationDirective.EXTERNAL)) {
            if (field.has(other)) {
                collision(subgraph, field, at, "it also has @" + other.specName());
                return false;
            }
        }
        if (label.isPresent() && !isLabel(label.get())) {
            problems.error(
                    ErrorCode.OVERRIDE_LABEL_INVALID,
                    "'" + label.get() + "' on " + at + " is not a label",
                    at,
                    subgraph.name(),
                    field.line());
            return false;
        }
        return true;
    }

    private static boolean isLabel(String label) {
        Matcher percent = PERCENT.matcher(label);
        if (percent.matches()) {
            return Double.parseDouble(percent.group(1)) <= 100;
        }
        return LABEL.matcher(label).matches();
    }

    private void collision(ValidatedSubgraph subgraph, SchemaField field, Coordinate at, String reason) {
        problems.error(
                ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                at + " cannot be overridden by " + subgraph.name() + ": " + reason,
                at,
                subgraph.name(),
                field.line());
    }
}
