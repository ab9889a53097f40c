package io.weft.gateway.composition.join;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.merge.Overrides;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.ContextReference;
import io.weft.gateway.composition.validation.EntityKey;
import io.weft.gateway.composition.validation.FieldFacts;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts {@code @join__} directives on the types of a merged schema: who has what, by which key, and so on. */
final class JoinDirectives {

    private static final String QUERY = "Query";

    private final Overrides overrides;
    private final GraphNames graphs;
    private final Map<String, List<ValidatedSubgraph>> byType = new HashMap<>();

    JoinDirectives(List<ValidatedSubgraph> subgraphs, Overrides overrides, GraphNames graphs) {
        this.overrides = overrides;
        this.graphs = graphs;
        for (ValidatedSubgraph subgraph : subgraphs) {
            for (String type : subgraph.types().keySet()) {
                if (!type.equals(QUERY)) {
                    byType.computeIfAbsent(type, key -> new ArrayList<>()).add(subgraph);
                }
            }
        }
        // every subgraph has the query root, if only for _entities: other gateways look for it there
        byType.put(QUERY, subgraphs);
    }

    SchemaType on(SchemaType type) {
        List<AppliedDirective> joins = new ArrayList<>();
        for (ValidatedSubgraph subgraph : byType.getOrDefault(type.name(), List.of())) {
            if (subgraph.types().get(type.name()) instanceof SchemaType own) {
                types(subgraph, own, joins);
            } else {
                joins.add(join("join__type", subgraph).build());
            }
        }
        for (ValidatedSubgraph subgraph : byType.getOrDefault(type.name(), List.of())) {
            if (subgraph.types().get(type.name()) instanceof SchemaType own) {
                members(subgraph, own, joins);
            }
        }
        SchemaType.Header header = type.header().withDirectives(with(type.directives(), joins));
        return switch (type) {
            case SchemaType.ObjectType object -> object.with(header, fields(object));
            case SchemaType.InterfaceType contract -> contract.with(header, fields(contract));
            case SchemaType.UnionType union -> new SchemaType.UnionType(header, union.members());
            case SchemaType.EnumType enumType -> new SchemaType.EnumType(header, values(enumType));
            case SchemaType.ScalarType scalar -> new SchemaType.ScalarType(header);
            case SchemaType.InputType input -> new SchemaType.InputType(header, inputs(input));
        };
    }

    private void types(ValidatedSubgraph subgraph, SchemaType own, List<AppliedDirective> joins) {
        own.all(FederationDirective.CONTEXT)
                .forEach(applied -> applied.string("name")
                        .ifPresent(name -> joins.add(new Join(
                                        "context", Map.of("name", StringValue.of(contextName(subgraph, name))))
                                .build())));
        boolean interfaceObject = own.has(FederationDirective.INTERFACE_OBJECT);
        List<EntityKey> keys = subgraph.keys(own.name());
        if (keys.isEmpty()) {
            Join join = join("join__type", subgraph);
            joins.add((interfaceObject ? join.flag("isInterfaceObject", true) : join).build());
        }
        for (Stitches.RootLookup stitched : subgraph.stitches().lookups()) {
            if (stitched.lookup().type().equals(own.name())) {
                joins.add(lookup(subgraph, stitched.lookup()));
            }
        }
        for (EntityKey key : keys) {
            Join join = join("join__type", subgraph).text("key", key.fields().text());
            if (key.directive().origin() == Origin.EXTENSION || own.has(FederationDirective.EXTENDS)) {
                join = join.flag("extension", true);
            }
            if (key.use() == EntityKey.Use.REFERENCE) {
                join = join.flag("resolvable", false);
            }
            if (interfaceObject) {
                join = join.flag("isInterfaceObject", true);
            }
            joins.add(join.build());
        }
    }

    private AppliedDirective lookup(ValidatedSubgraph subgraph, Lookup.RootField lookup) {
        Join join = join(StitchingSpec.LOOKUP, subgraph)
                .text("key", lookup.key().text())
                .text("field", String.join(".", lookup.path()))
                .text(
                        "arguments",
                        lookup.arguments().entrySet().stream()
                                .map(argument -> argument.getKey() + ": "
                                        + argument.getValue().print())
                                .collect(Collectors.joining(", ")));
        return (lookup.answer() instanceof Lookup.RootField.Answer.Matched(Map<String, String> fields)
                        ? join.text(
                                "match",
                                fields.entrySet().stream()
                                        .map(rule -> rule.getKey() + ": " + rule.getValue())
                                        .collect(Collectors.joining(", ")))
                        : join)
                .build();
    }

    private void members(ValidatedSubgraph subgraph, SchemaType own, List<AppliedDirective> joins) {
        if (own instanceof SchemaType.Composite composite) {
            composite
                    .interfaces()
                    .forEach(implemented -> joins.add(join("join__implements", subgraph)
                            .text("interface", implemented)
                            .build()));
        } else if (own instanceof SchemaType.UnionType union) {
            union.members()
                    .forEach(member -> joins.add(join("join__unionMember", subgraph)
                            .text("member", member)
                            .build()));
        }
    }

    private Map<String, SchemaField> fields(SchemaType.Composite type) {
        Map<String, SchemaField> fields = new LinkedHashMap<>();
        for (SchemaField field : type.fields().values()) {
            fields.put(field.name(), field.withDirectives(with(field.directives(), joins(type.name(), field))));
        }
        return fields;
    }

    private List<AppliedDirective> joins(String typeName, SchemaField field) {
        List<AppliedDirective> joins = new ArrayList<>();
        boolean sameTypes = having(typeName)
                .map(subgraph -> subgraph.field(typeName, field.name()))
                .flatMap(Optional::stream)
                .allMatch(own -> own.type().equals(field.type()));
        boolean plain = sameTypes && having(typeName).findAny().isPresent();
        for (ValidatedSubgraph subgraph : having(typeName).toList()) {
            Optional<SchemaField> own = subgraph.field(typeName, field.name());
            Coordinate at = Coordinate.of(typeName, field.name());
            if (own.isEmpty()) {
                plain = false;
                continue;
            }
            Optional<Resolution> change = overrides.of(subgraph.name(), at);
            boolean overridden = change.orElse(null) instanceof Resolution.Overridden;
            boolean used = subgraph.used().getOrDefault(typeName, Set.of()).contains(field.name());
            if (overridden && !used) {
                plain = false;
                continue;
            }
            FieldFacts facts = subgraph.facts(typeName, field.name());
            plain &= change.isEmpty()
                    && !facts.isExternal()
                    && facts.requires().isEmpty()
                    && facts.provides().isEmpty()
                    && contextArguments(subgraph, own.get()).isEmpty();
            joins.add(join(subgraph, own.get(), facts, change, sameTypes));
        }
        if (joins.isEmpty() && !plain) {
            return List.of(new Join("join__field", Map.of()).build());
        }
        return plain ? List.of() : joins;
    }

    private AppliedDirective join(
            ValidatedSubgraph subgraph,
            SchemaField own,
            FieldFacts facts,
            Optional<Resolution> change,
            boolean sameTypes) {
        Join join = join("join__field", subgraph)
                .text("requires", facts.requires().map(FieldSet::text))
                .text("provides", facts.provides().map(FieldSet::text))
                .text(
                        "type",
                        sameTypes ? Optional.empty() : Optional.of(own.type().print()));
        if (facts.isExternal()) {
            join = join.flag("external", true);
        }
        join = join.text(
                "override", own.first(FederationDirective.OVERRIDE).flatMap(applied -> applied.string("from")));
        if (change.orElse(null) instanceof Resolution.Overridden) {
            join = join.flag("usedOverridden", true);
        }
        if (change.orElse(null) instanceof Resolution.Progressive(String label, var by)) {
            join = join.text("overrideLabel", Optional.of(label));
        }
        List<ObjectValue> contextual = contextArguments(subgraph, own);
        if (!contextual.isEmpty()) {
            join = join.and("contextArguments", new ArrayValue(List.copyOf(contextual)));
        }
        return join.build();
    }

    private static List<ObjectValue> contextArguments(ValidatedSubgraph subgraph, SchemaField field) {
        List<ObjectValue> contextual = new ArrayList<>();
        for (SchemaInputValue argument : field.arguments().values()) {
            ContextReference.of(argument)
                    .ifPresent(reference -> contextual.add(ObjectValue.newObjectValue()
                            .objectField(text("context", contextName(subgraph, reference.context())))
                            .objectField(text("name", argument.name()))
                            .objectField(text("type", argument.type().print()))
                            .objectField(text("selection", reference.selection()))
                            .build()));
        }
        return contextual;
    }

    private static ObjectField text(String name, String value) {
        return new ObjectField(name, StringValue.of(value));
    }

    private static String contextName(ValidatedSubgraph subgraph, String name) {
        return subgraph.name() + "__" + name;
    }

    private Map<String, SchemaEnumValue> values(SchemaType.EnumType type) {
        Map<String, SchemaEnumValue> values = new LinkedHashMap<>();
        for (SchemaEnumValue value : type.values().values()) {
            List<AppliedDirective> joins = having(type.name())
                    .filter(subgraph -> subgraph.types().get(type.name()) instanceof SchemaType.EnumType own
                            && own.values().containsKey(value.name()))
                    .map(subgraph -> join("join__enumValue", subgraph).build())
                    .toList();
            values.put(
                    value.name(),
                    new SchemaEnumValue(
                            value.name(), value.description(), with(value.directives(), joins), value.line()));
        }
        return values;
    }

    private Map<String, SchemaInputValue> inputs(SchemaType.InputType type) {
        Map<String, SchemaInputValue> inputs = new LinkedHashMap<>();
        for (SchemaInputValue input : type.fields().values()) {
            Map<ValidatedSubgraph, TypeReference> types = new LinkedHashMap<>();
            having(type.name()).forEach(subgraph -> {
                if (subgraph.types().get(type.name()) instanceof SchemaType.InputType own
                        && own.fields().get(input.name()) instanceof SchemaInputValue field) {
                    types.put(subgraph, field.type());
                }
            });
            boolean same = types.values().stream().allMatch(input.type()::equals);
            List<AppliedDirective> joins = same
                    ? List.of()
                    : types.entrySet().stream()
                            .map(entry -> join("join__field", entry.getKey())
                                    .text("type", entry.getValue().print())
                                    .build())
                            .toList();
            inputs.put(
                    input.name(),
                    new SchemaInputValue(
                            input.name(),
                            input.description(),
                            input.type(),
                            input.defaultValue(),
                            with(input.directives(), joins),
                            input.line()));
        }
        return inputs;
    }

    private Stream<ValidatedSubgraph> having(String typeName) {
        return byType.getOrDefault(typeName, List.of()).stream();
    }

    private static List<AppliedDirective> with(List<AppliedDirective> directives, List<AppliedDirective> joins) {
        return Stream.concat(joins.stream(), directives.stream()).toList();
    }

    private Join join(String name, ValidatedSubgraph subgraph) {
        return new Join(name, Map.of("graph", EnumValue.of(graphs.of(subgraph.name()))));
    }

    private record Join(String name, Map<String, Value<?>> arguments) {

        Join text(String argument, String text) {
            return and(argument, StringValue.of(text));
        }

        Join text(String argument, Optional<String> text) {
            return text.map(value -> text(argument, value)).orElse(this);
        }

        Join flag(String argument, boolean flag) {
            return and(argument, BooleanValue.of(flag));
        }

        private Join and(String argument, Value<?> value) {
            Map<String, Value<?>> more = new LinkedHashMap<>(arguments);
            more.put(argument, value);
            return new Join(name, more);
        }

        AppliedDirective build() {
            return new AppliedDirective(Optional.empty(), name, arguments, 0, Origin.DEFINITION);
        }
    }
}
