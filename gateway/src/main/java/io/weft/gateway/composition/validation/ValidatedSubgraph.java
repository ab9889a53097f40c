package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A subgraph whose schema is valid by itself, with what its directives say resolved. Federation 1 schemas have been
 * upgraded.
 *
 * @param keys  by type; only types that have keys
 * @param facts by type and field, for every field of objects and interfaces
 * @param used  the fields that a key, a requirement, a promise or an interface needs here, by type
 * @param stitches what the configuration of a stitched subgraph means; nothing for one that speaks federation
 */
public record ValidatedSubgraph(
        ParsedSubgraph parsed,
        Map<String, List<EntityKey>> keys,
        Map<String, Map<String, FieldFacts>> facts,
        Map<String, Set<String>> used,
        Stitches stitches) {

    public ValidatedSubgraph {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        used = Collections.unmodifiableMap(new LinkedHashMap<>(used));
    }

    public SubgraphName name() {
        return parsed.name();
    }

    public Map<String, SchemaType> types() {
        return parsed.types();
    }

    public FieldFacts facts(String type, String field) {
        Map<String, FieldFacts> ofType = facts.get(type);
        FieldFacts found = ofType == null ? null : ofType.get(field);
        if (found == null) {
            throw new IllegalStateException("no facts of " + type + "." + field + " in " + name());
        }
        return found;
    }

    public List<EntityKey> keys(String type) {
        return keys.getOrDefault(type, List.of());
    }

    public Optional<SchemaField> field(String type, String field) {
        return types().get(type) instanceof SchemaType.Composite composite
                ? Optional.ofNullable(composite.fields().get(field))
                : Optional.empty();
    }
}
