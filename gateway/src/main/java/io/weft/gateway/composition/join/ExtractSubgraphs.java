package io.weft.gateway.composition.join;

import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.merge.Overrides;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.ReadTypeReference;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.selection.KeepSelectors;
import io.weft.gateway.composition.subgraph.Links;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.ReadLinks;
import io.weft.gateway.composition.subgraph.RemoveUnreachable;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each subgraph has, read from the {@code @join__} directives of a supergraph. */
public final class ExtractSubgraphs {

    private static final String JOIN = ReadLinks.APOLLO + "join";

    private final Map<String, SchemaType> types;
    private final Map<String, SubgraphSource> graphs;
    private final Links links;
    private final Map<SubgraphName, Map<Coordinate, Resolution>> changes = new HashMap<>();

    public ExtractSubgraphs(Map<String, SchemaType> types, Map<String, SubgraphSource> graphs, Links links) {
        this.types = types;
        this.graphs = graphs;
        this.links = links;
    }

    public List<ParsedSubgraph> subgraphs() {
        List<ParsedSubgraph> subgraphs = new ArrayList<>();
        graphs.forEach((graph, source) -> {
            Map<String, SchemaType> own = new LinkedHashMap<>();
            types.values().forEach(type -> in(graph, type).ifPresent(found -> own.put(type.name(), found)));
            ParsedSubgraph extracted = new ParsedSubgraph(source, links, own, Map.of(), List.of(), Translation.NONE);
            ParsedSubgraph complete = new AddRequiredExternals(extracted, types).add();
            subgraphs.add(isJoinOne() ? new RemoveUnreachable(complete, this::isMarked).remove() : complete);
        });
        return subgraphs;
    }

    /** Join v0.1 says who owns an entity, and of all other types that every subgraph may have them. */
    private boolean isJoinOne() {
        return links.links().stream()
                .anyMatch(link -> link.identity().equals(JOIN) && link.version().equals("v0.1"));
    }

    private boolean isMarked(String type) {
        SchemaType known = types.get(type);
        return known != null && !of(known, "join__type").isEmpty();
    }

    /** Complete after {@link #subgraphs()}. */
    public Overrides overrides() {
        return new Overrides(changes);
    }

    public Map<String, SchemaType> withoutJoins() {
        Map<String, SchemaType> plain = new LinkedHashMap<>();
        types.forEach((name, type) -> plain.put(name, new WithoutJoins().remove(type)));
        return plain;
    }

    private Optional<SchemaType> in(String graph, SchemaType type) {
        List<AppliedDirective> joined = of(type, "join__type");
        List<AppliedDirective> here =
                joined.stream().filter(join -> isOf(join, graph)).toList();
        // in join v0.1 a value type says nothing, and every subgraph may have it
        if (here.isEmpty() && !joined.isEmpty()) {
            return Optional.empty();
        }
        List<AppliedDirective> directives = new ArrayList<>(typeDirectives(here));
        directives.addAll(merged(type));
        type.directives().stream()
                .filter(applied -> KeepSelectors.isSelects(applied, links))
                .forEach(directives::add);
        Optional.ofNullable(graphs.get(graph))
                .ifPresent(subgraph -> directives.addAll(JoinContexts.on(type, subgraph)));
        SchemaType.Header header = new SchemaType.Header(
                type.name(), type.description(), directives, type.line(), Set.of(Origin.DEFINITION));
        boolean interfaceObject = here.stream().anyMatch(join -> isTrue(join, "isInterfaceObject"));
        return switch (type) {
            case SchemaType.ObjectType object ->
                withFields(new SchemaType.ObjectType(
                        header, fields(graph, object), interfaces(graph, object, object.interfaces())));
            case SchemaType.InterfaceType contract
            when interfaceObject ->
                withFields(new SchemaType.ObjectType(
                        header, fields(graph, contract), interfaces(graph, contract, contract.interfaces())));
            case SchemaType.InterfaceType contract ->
                withFields(new SchemaType.InterfaceType(
                        header, fields(graph, contract), interfaces(graph, contract, contract.interfaces())));
            case SchemaType.UnionType union ->
                Optional.of(new SchemaType.UnionType(
                        header, named(graph, union, "join__unionMember", "member", union.members())));
            case SchemaType.EnumType enumType -> Optional.of(new SchemaType.EnumType(header, values(graph, enumType)));
            case SchemaType.ScalarType scalar -> Optional.of(new SchemaType.ScalarType(header));
            case SchemaType.InputType input -> Optional.of(new SchemaType.InputType(header, inputs(graph, input)));
        };
    }

    private static Optional<SchemaType> withFields(SchemaType.Composite type) {
        return type.fields().isEmpty() ? Optional.empty() : Optional.of(type);
    }

    private static List<AppliedDirective> typeDirectives(List<AppliedDirective> joins) {
        List<AppliedDirective> directives = new ArrayList<>();
        for (AppliedDirective join : joins) {
            join.string("key").ifPresent(key -> {
                Map<String, Value<?>> arguments = new LinkedHashMap<>();
                arguments.put("fields", StringValue.of(key));
                if (join.isFalse("resolvable")) {
                    arguments.put("resolvable", BooleanValue.of(false));
                }
                directives.add(federation(FederationDirective.KEY, arguments));
            });
            if (isTrue(join, "isInterfaceObject")) {
                directives.add(federation(FederationDirective.INTERFACE_OBJECT, Map.of()));
            }
        }
        return directives;
    }

    private Set<String> interfaces(String graph, SchemaType type, Set<String> all) {
        return named(graph, type, "join__implements", "interface", all);
    }

    private Set<String> named(String graph, SchemaType type, String directive, String argument, Set<String> all) {
        List<AppliedDirective> joins = of(type, directive);
        Set<String> names = new LinkedHashSet<>();
        if (joins.isEmpty()) {
            // join v0.1 and v0.2 do not say, but nobody refers to a type that he does not have
            all.stream().filter(name -> isIn(graph, name)).forEach(names::add);
            return names;
        }
        joins.stream()
                .filter(join -> isOf(join, graph))
                .forEach(join -> join.string(argument).ifPresent(names::add));
        return names;
    }

    private boolean isIn(String graph, String typeName) {
        SchemaType type = types.get(typeName);
        List<AppliedDirective> joins = type == null ? List.of() : of(type, "join__type");
        return joins.isEmpty() || joins.stream().anyMatch(join -> isOf(join, graph));
    }

    private Map<String, SchemaField> fields(String graph, SchemaType.Composite type) {
        Optional<AppliedDirective> owner = of(type, "join__owner").stream().findFirst();
        Set<String> keyFields = topKeyFields(graph, type);
        Map<String, SchemaField> fields = new LinkedHashMap<>();
        for (SchemaField field : type.fields().values()) {
            List<AppliedDirective> joins = of(field, "join__field");
            if (joins.isEmpty()) {
                boolean has = owner.isEmpty() || isOf(owner.get(), graph) || keyFields.contains(field.name());
                if (has) {
                    fields.put(field.name(), field(type, field, Optional.empty(), graph));
                }
                continue;
            }
            joins.stream()
                    .filter(join -> isOf(join, graph))
                    .findFirst()
                    .ifPresent(join -> fields.put(field.name(), field(type, field, Optional.of(join), graph)));
            if (owner.isPresent() && keyFields.contains(field.name())) {
                fields.putIfAbsent(field.name(), field(type, field, Optional.empty(), graph));
            }
        }
        return fields;
    }

    private static Set<String> topKeyFields(String graph, SchemaType type) {
        Set<String> names = new LinkedHashSet<>();
        for (AppliedDirective join : of(type, "join__type")) {
            if (isOf(join, graph)
                    && join.string("key").map(ReadFieldSet::read).orElse(null)
                            instanceof ReadFieldSet.Result.Read(var fieldSet)) {
                fieldSet.selections().selections().forEach(selection -> {
                    if (selection instanceof FieldSelection field) {
                        names.add(field.name());
                    }
                });
            }
        }
        return names;
    }

    private SchemaField field(
            SchemaType.Composite type, SchemaField field, Optional<AppliedDirective> join, String graph) {
        List<AppliedDirective> directives = new ArrayList<>(merged(field));
        directives.add(federation(FederationDirective.SHAREABLE, Map.of()));
        field.directives().stream()
                .filter(applied -> KeepSelectors.isSelector(applied, links))
                .forEach(directives::add);
        TypeReference own = field.type();
        if (join.isPresent()) {
            for (FederationDirective directive : List.of(FederationDirective.REQUIRES, FederationDirective.PROVIDES)) {
                join.get()
                        .string(directive.specName())
                        .ifPresent(
                                text -> directives.add(federation(directive, Map.of("fields", StringValue.of(text)))));
            }
            if (isTrue(join.get(), "external")) {
                directives.add(federation(FederationDirective.EXTERNAL, Map.of()));
            }
            own = join.get().string("type").map(ReadTypeReference::read).orElse(own);
            override(Coordinate.of(type.name(), field.name()), join.get(), graph);
        }
        Map<String, SchemaInputValue> arguments = new LinkedHashMap<>(field.arguments());
        join.ifPresent(joined -> arguments.putAll(JoinContexts.arguments(joined)));
        return new SchemaField(field.name(), field.description(), own, arguments, directives, field.line());
    }

    private void override(Coordinate at, AppliedDirective join, String graph) {
        Optional<SubgraphSource> here = Optional.ofNullable(graphs.get(graph));
        if (here.isEmpty()) {
            return;
        }
        SubgraphName name = here.get().name();
        Optional<String> from = join.string("override");
        Optional<String> label = join.string("overrideLabel");
        if (from.isPresent() && label.isPresent()) {
            Resolution moving = new Resolution.Progressive(label.get(), name);
            put(name, at, moving);
            put(new SubgraphName(from.get()), at, moving);
        } else if (from.isPresent() && !from.get().isBlank()) {
            put(new SubgraphName(from.get()), at, new Resolution.Overridden(name));
        } else if (isTrue(join, "usedOverridden")) {
            put(name, at, new Resolution.Overridden(name));
        }
    }

    private void put(SubgraphName subgraph, Coordinate at, Resolution resolution) {
        changes.computeIfAbsent(subgraph, key -> new HashMap<>())
                .merge(at, resolution, (known, more) -> isBySelf(known, subgraph) ? more : known);
    }

    private static boolean isBySelf(Resolution resolution, SubgraphName subgraph) {
        return resolution instanceof Resolution.Overridden(SubgraphName by) && by.equals(subgraph);
    }

    private static Map<String, SchemaEnumValue> values(String graph, SchemaType.EnumType type) {
        Map<String, SchemaEnumValue> values = new LinkedHashMap<>();
        for (SchemaEnumValue value : type.values().values()) {
            List<AppliedDirective> joins = of(value, "join__enumValue");
            if (joins.isEmpty() || joins.stream().anyMatch(join -> isOf(join, graph))) {
                values.put(
                        value.name(),
                        new SchemaEnumValue(value.name(), value.description(), merged(value), value.line()));
            }
        }
        return values;
    }

    private static Map<String, SchemaInputValue> inputs(String graph, SchemaType.InputType type) {
        Map<String, SchemaInputValue> inputs = new LinkedHashMap<>();
        for (SchemaInputValue input : type.fields().values()) {
            List<AppliedDirective> joins = of(input, "join__field");
            Optional<AppliedDirective> here =
                    joins.stream().filter(join -> isOf(join, graph)).findFirst();
            if (joins.isEmpty() || here.isPresent()) {
                TypeReference own = here.flatMap(join -> join.string("type"))
                        .map(ReadTypeReference::read)
                        .orElse(input.type());
                inputs.put(
                        input.name(),
                        new SchemaInputValue(
                                input.name(),
                                input.description(),
                                own,
                                input.defaultValue(),
                                merged(input),
                                input.line()));
            }
        }
        return inputs;
    }

    /** What is said of it in the supergraph, and was in a subgraph. */
    private static List<AppliedDirective> merged(Element element) {
        return element.directives().stream()
                .filter(applied -> applied.federation()
                        .map(FederationDirective::isMerged)
                        .orElse(applied.name().equals("deprecated")))
                .toList();
    }

    private static AppliedDirective federation(FederationDirective directive, Map<String, Value<?>> arguments) {
        return new AppliedDirective(Optional.of(directive), directive.specName(), arguments, 0, Origin.DEFINITION);
    }

    static List<AppliedDirective> of(Element element, String name) {
        return element.directives().stream()
                .filter(applied -> applied.name().equals(name))
                .toList();
    }

    private static boolean isOf(AppliedDirective join, String graph) {
        return join.arguments().get("graph") instanceof EnumValue value
                && value.getName().equals(graph);
    }

    private static boolean isTrue(AppliedDirective join, String argument) {
        return join.arguments().get(argument) instanceof BooleanValue value && value.isValue();
    }
}
