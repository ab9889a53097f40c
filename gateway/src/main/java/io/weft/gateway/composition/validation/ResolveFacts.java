package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.fieldset.FieldSetTargets;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.supergraph.FieldSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a subgraph's directives mean for each of its fields. */
public final class ResolveFacts {

    private final ParsedSubgraph subgraph;
    private final ResolveFieldSets.FieldSets fieldSets;
    private final Implementations implementations;
    private final Map<String, Set<String>> keyFieldsOfExtensions = new HashMap<>();
    private final Map<String, Set<String>> keyFields = new HashMap<>();
    private final Map<String, Set<String>> provided = new HashMap<>();

    public ResolveFacts(ParsedSubgraph subgraph, ResolveFieldSets.FieldSets fieldSets) {
        this.subgraph = subgraph;
        this.fieldSets = fieldSets;
        this.implementations = Implementations.of(subgraph.types());
    }

    public Map<String, Map<String, FieldFacts>> resolve() {
        collect();
        Map<String, Map<String, FieldFacts>> facts = new LinkedHashMap<>();
        subgraph.types().forEach((name, type) -> {
            if (type instanceof SchemaType.Composite composite) {
                if (isPlain(composite)) {
                    facts.put(name, new PlainFacts(composite.fields().keySet()));
                    return;
                }
                Map<String, FieldFacts> ofType = new HashMap<>();
                composite.fields().values().forEach(field -> ofType.put(field.name(), facts(composite, field)));
                facts.put(name, ofType);
            }
        });
        return facts;
    }

    /** Whether no directive says anything of its fields, neither here nor from elsewhere. */
    private boolean isPlain(SchemaType.Composite type) {
        return !type.outline().hasDirectives()
                && !keyFields.containsKey(type.name())
                && !provided.containsKey(type.name());
    }

    private void collect() {
        FieldSetTargets ownFields = new FieldSetTargets(subgraph.types(), new Implementations(Map.of()));
        FieldSetTargets allFields = new FieldSetTargets(subgraph.types(), implementations);
        fieldSets.keys().forEach((type, keys) -> {
            boolean extended = subgraph.types().get(type) instanceof SchemaType.Composite composite
                    && composite.has(FederationDirective.EXTENDS);
            for (EntityKey key : keys) {
                allFields.visit(key.fields().selections(), type, (owner, field) -> add(keyFields, owner, field));
                if (extended || key.directive().origin() == Origin.EXTENSION) {
                    ownFields.visit(
                            key.fields().selections(),
                            type,
                            (owner, field) -> add(keyFieldsOfExtensions, owner, field));
                }
            }
        });
        fieldSets
                .provides()
                .forEach((type, fields) -> fields.forEach((field, set) -> {
                    if (subgraph.types().get(type) instanceof SchemaType.Composite composite
                            && composite.fields().get(field) instanceof SchemaField providing) {
                        allFields.visit(
                                set.selections(),
                                providing.type().typeName(),
                                (owner, target) -> add(provided, owner, target));
                    }
                }));
    }

    private FieldFacts facts(SchemaType.Composite type, SchemaField field) {
        FieldFacts.External external = external(type.name(), field);
        boolean isProvided = isIn(provided, type.name(), field.name());
        boolean shareable = field.has(FederationDirective.SHAREABLE)
                || isIn(keyFields, type.name(), field.name())
                || (isProvided && external == FieldFacts.External.PARTIALLY);
        return new FieldFacts(
                external,
                shareable ? FieldFacts.Sharing.SHAREABLE : FieldFacts.Sharing.ALONE,
                fieldSets.requires(type.name(), field.name()),
                fieldSets.provides(type.name(), field.name()));
    }

    private FieldFacts.External external(String type, SchemaField field) {
        if (!field.has(FederationDirective.EXTERNAL)) {
            return FieldFacts.External.NO;
        }
        if (isIn(keyFieldsOfExtensions, type, field.name())) {
            return FieldFacts.External.IN_NAME_ONLY;
        }
        return isIn(provided, type, field.name()) ? FieldFacts.External.PARTIALLY : FieldFacts.External.FULLY;
    }

    /** The fields that {@code @key}, {@code @requires}, {@code @provides} or an interface give a use. */
    public Map<String, Set<String>> used() {
        Map<String, Set<String>> used = new HashMap<>();
        FieldSetTargets targets = new FieldSetTargets(subgraph.types(), implementations);
        keyFields.forEach((type, fields) -> fields.forEach(field -> add(used, type, field)));
        provided.forEach((type, fields) -> fields.forEach(field -> add(used, type, field)));
        fieldSets.requires().forEach((type, fields) -> {
            for (FieldSet set : fields.values()) {
                targets.visit(set.selections(), type, (owner, field) -> add(used, owner, field));
            }
        });
        addGiven(targets, used);
        subgraph.types().forEach((name, type) -> {
            if (type instanceof SchemaType.InterfaceType contract) {
                for (String implementation : implementations.of(name)) {
                    contract.fields().keySet().forEach(field -> add(used, implementation, field));
                }
            }
        });
        return used;
    }

    /** What fields take from objects above them. */
    private void addGiven(FieldSetTargets targets, Map<String, Set<String>> used) {
        ReadContexts contexts = new ReadContexts(subgraph.types());
        for (SchemaType type : subgraph.types().values()) {
            if (type instanceof SchemaType.Composite composite && type.hasDirectives()) {
                composite.fields().values().stream()
                        .flatMap(field -> contexts.argumentsOf(field).stream())
                        .forEach(argument -> argument.types()
                                .forEach(setter -> targets.visit(
                                        argument.selection().selections(),
                                        setter,
                                        (owner, field) -> add(used, owner, field))));
            }
        }
    }

    private static void add(Map<String, Set<String>> fields, String type, String field) {
        fields.computeIfAbsent(type, key -> new HashSet<>()).add(field);
    }

    private static boolean isIn(Map<String, Set<String>> fields, String type, String field) {
        return fields.getOrDefault(type, Set.of()).contains(field);
    }
}
