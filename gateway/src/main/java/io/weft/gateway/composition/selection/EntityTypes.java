package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.schema.ReadTypeReference;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a subgraph needs to be asked for fields of entities: {@code _entities}, as federation has it. */
final class EntityTypes {

    private static final String ENTITY = "_Entity";
    private static final String ANY = "_Any";

    private EntityTypes() {}

    /** @param within none: then nothing is added */
    static Map<String, SchemaType> in(Map<String, SchemaType> types, List<WithinField> within) {
        if (within.isEmpty() || !(types.get("Query") instanceof SchemaType.ObjectType query)) {
            return types;
        }
        Set<String> parents = new LinkedHashSet<>();
        within.forEach(field -> parents.add(field.type()));
        Map<String, SchemaType> more = new LinkedHashMap<>(types);
        more.put(ANY, new SchemaType.ScalarType(header(ANY, query)));
        more.put(ENTITY, new SchemaType.UnionType(header(ENTITY, query), parents));
        SchemaInputValue representations = new SchemaInputValue(
                "representations",
                Optional.empty(),
                ReadTypeReference.read("[_Any!]!"),
                Optional.empty(),
                List.of(),
                0);
        Map<String, SchemaField> fields = new LinkedHashMap<>(query.fields());
        fields.put(
                "_entities",
                new SchemaField(
                        "_entities",
                        Optional.empty(),
                        ReadTypeReference.read("[_Entity]!"),
                        Map.of("representations", representations),
                        List.of(),
                        0));
        more.put("Query", query.with(query.header(), fields));
        return more;
    }

    private static SchemaType.Header header(String name, SchemaType like) {
        return new SchemaType.Header(
                name, Optional.empty(), List.of(), 0, like.header().origins());
    }
}
