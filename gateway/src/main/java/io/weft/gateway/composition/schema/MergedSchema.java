package io.weft.gateway.composition.schema;

import graphql.language.DirectiveDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All subgraphs' types as one schema, with everything in it, also what is {@code @inaccessible}.
 *
 * @param types      by name, in the order the subgraphs bring them
 * @param directives definitions of executable and composed directives
 */
public record MergedSchema(Map<String, SchemaType> types, Map<String, DirectiveDefinition> directives) {
    public MergedSchema {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        directives = Collections.unmodifiableMap(new LinkedHashMap<>(directives));
    }
}
