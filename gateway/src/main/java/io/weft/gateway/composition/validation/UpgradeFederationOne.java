package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.fieldset.FieldSetText;
import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.document.FieldSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Federation 1 schemas in the terms of federation 2, as the specification says: extensions become definitions, key
 * fields of extensions are resolved, unused externals go, and what several subgraphs resolve becomes shareable.
 */
public final class UpgradeFederationOne {

    private final List<ParsedSubgraph> subgraphs;
    private final Problems problems;
    private final Map<String, Map<String, Map<String, FieldFacts>>> facts = new LinkedHashMap<>();

    public UpgradeFederationOne(List<ParsedSubgraph> subgraphs, Problems problems) {
        this.subgraphs = List.copyOf(subgraphs);
        this.problems = problems;
    }

    public List<ParsedSubgraph> upgrade() {
        if (subgraphs.stream().allMatch(subgraph -> subgraph.links().isFederationTwo())) {
            return subgraphs;
        }
        for (ParsedSubgraph subgraph : subgraphs) {
            facts.put(subgraph.name().value(), facts(subgraph));
        }
        List<ParsedSubgraph> upgraded = new ArrayList<>();
        for (ParsedSubgraph subgraph : subgraphs) {
            upgraded.add(subgraph.links().isFederationTwo() ? subgraph : upgrade(subgraph));
        }
        return upgraded;
    }

    /** What is wrong with the field sets is said later, when each subgraph is validated. */
    private static Map<String, Map<String, FieldFacts>> facts(ParsedSubgraph subgraph) {
        ResolveFieldSets.FieldSets fieldSets = new ResolveFieldSets(subgraph, new Problems()).resolve();
        return new ResolveFacts(subgraph, fieldSets).resolve();
    }

    private ParsedSubgraph upgrade(ParsedSubgraph subgraph) {
        Map<String, SchemaType> types = new LinkedHashMap<>();
        subgraph.types().forEach((name, type) -> types.put(name, upgrade(subgraph, type)));
        ParsedSubgraph active = new RemoveInactiveFieldSets(subgraph.withTypes(types)).remove();
        return shareable(new RemoveUnusedExternals(active, problems).remove());
    }

    private SchemaType upgrade(ParsedSubgraph subgraph, SchemaType type) {
        return switch (type) {
            case SchemaType.InterfaceType contract ->
                without(
                        contract,
                        FederationDirective.KEY,
                        FederationDirective.EXTERNAL,
                        FederationDirective.REQUIRES,
                        FederationDirective.PROVIDES,
                        FederationDirective.EXTENDS);
            case SchemaType.ObjectType object -> object(subgraph, object);
            case SchemaType.UnionType union -> union;
            case SchemaType.EnumType enumType -> enumType;
            case SchemaType.ScalarType scalar -> scalar;
            case SchemaType.InputType input -> input;
        };
    }

    private static SchemaType without(SchemaType.Composite type, FederationDirective... removed) {
        List<FederationDirective> all = List.of(removed);
        Map<String, SchemaField> fields = new LinkedHashMap<>();
        type.fields()
                .values()
                .forEach(field -> fields.put(field.name(), field.withDirectives(without(field.directives(), all))));
        return type.with(type.header().withDirectives(without(type.directives(), all)), fields);
    }

    private static List<AppliedDirective> without(
            List<AppliedDirective> directives, List<FederationDirective> removed) {
        return directives.stream()
                .filter(applied ->
                        applied.federation().filter(removed::contains).isEmpty())
                .toList();
    }

    private SchemaType object(ParsedSubgraph subgraph, SchemaType.ObjectType object) {
        Map<String, SchemaField> fields = new LinkedHashMap<>(object.fields());
        if (object.isExtension()) {
            checkBase(subgraph, object);
            for (String field : keyFields(subgraph, object)) {
                fields.computeIfPresent(
                        field,
                        (name, known) -> known.withDirectives(
                                without(known.directives(), List.of(FederationDirective.EXTERNAL))));
            }
        }
        fields.replaceAll((name, field) -> providesNothing(subgraph, field)
                ? field.withDirectives(without(field.directives(), List.of(FederationDirective.PROVIDES)))
                : field);
        SchemaType.Header header = new SchemaType.Header(
                object.name(),
                object.description(),
                without(object.directives(), List.of(FederationDirective.EXTENDS, FederationDirective.EXTERNAL)),
                object.line(),
                Set.of(Origin.DEFINITION));
        return object.with(header, fields);
    }

    private static boolean providesNothing(ParsedSubgraph subgraph, SchemaField field) {
        SchemaType returned = subgraph.types().get(field.type().typeName());
        return !(returned instanceof SchemaType.Composite || returned instanceof SchemaType.UnionType);
    }

    private void checkBase(ParsedSubgraph subgraph, SchemaType.ObjectType extension) {
        boolean isRoot = List.of("Query", "Mutation", "Subscription").contains(extension.name());
        boolean defined = subgraphs.stream()
                .filter(other -> other != subgraph)
                .map(other -> other.types().get(extension.name()))
                .anyMatch(type -> type != null && type.header().origins().contains(Origin.DEFINITION));
        if (!isRoot && !defined) {
            problems.error(
                    ErrorCode.EXTENSION_WITH_NO_BASE,
                    extension.name() + " is extended here, but no other subgraph defines it",
                    Coordinate.of(extension.name()),
                    subgraph.name(),
                    extension.line());
        }
    }

    /** Of the type's own keys; where it has none, of the first key another subgraph gives it. */
    private List<String> keyFields(ParsedSubgraph subgraph, SchemaType.ObjectType extension) {
        List<String> fields = new ArrayList<>();
        List<AppliedDirective> own = extension.all(FederationDirective.KEY);
        own.forEach(key -> fields.addAll(topFields(subgraph, key)));
        if (own.isEmpty()) {
            for (ParsedSubgraph other : subgraphs) {
                if (other != subgraph && other.types().get(extension.name()) instanceof SchemaType.Composite type) {
                    type.first(FederationDirective.KEY).ifPresent(key -> fields.addAll(topFields(other, key)));
                }
            }
        }
        return fields;
    }

    private static List<String> topFields(ParsedSubgraph subgraph, AppliedDirective key) {
        Optional<String> text = FieldSetText.of(key, subgraph.links());
        if (text.isEmpty() || !(ReadFieldSet.read(text.get()) instanceof ReadFieldSet.Result.Read(var fieldSet))) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        fieldSet.selections().selections().forEach(selection -> {
            if (selection instanceof FieldSelection field) {
                names.add(field.name());
            }
        });
        return names;
    }

    private ParsedSubgraph shareable(ParsedSubgraph subgraph) {
        Map<String, SchemaType> types = new LinkedHashMap<>(subgraph.types());
        types.replaceAll((name, type) -> type instanceof SchemaType.ObjectType object && !name.equals("Subscription")
                ? shareable(subgraph, object)
                : type);
        return subgraph.withTypes(types);
    }

    private SchemaType shareable(ParsedSubgraph subgraph, SchemaType.ObjectType object) {
        boolean perField = object.has(FederationDirective.KEY)
                || object.name().equals("Query")
                || object.name().equals("Mutation");
        Map<String, SchemaField> fields = new LinkedHashMap<>(object.fields());
        fields.replaceAll((name, field) -> {
            boolean shared = subgraphs.stream()
                    .filter(other -> !other.name().equals(subgraph.name()))
                    .anyMatch(other -> perField
                            ? resolves(other, object.name(), name)
                            : other.types().containsKey(object.name()));
            return shared ? withShareable(field) : field;
        });
        return object.with(object.header(), fields);
    }

    private boolean resolves(ParsedSubgraph subgraph, String type, String field) {
        FieldFacts found = facts.getOrDefault(subgraph.name().value(), Map.of())
                .getOrDefault(type, Map.of())
                .get(field);
        return found != null && found.external() != FieldFacts.External.FULLY;
    }

    private static SchemaField withShareable(SchemaField field) {
        List<AppliedDirective> directives = new ArrayList<>(field.directives());
        directives.add(new AppliedDirective(
                Optional.of(FederationDirective.SHAREABLE), "shareable", Map.of(), 0, Origin.DEFINITION));
        return field.withDirectives(directives);
    }
}
