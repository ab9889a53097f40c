package io.weft.gateway.stitching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Fields of the gateway's own, which no service answers.
 *
 * @param at        where the definitions stand: their first line is the next one
 * @param typeDefs  SDL that extends services' types, or defines types; empty where there are no such fields
 * @param resolvers by {@code Type.field}
 */
public record LocalFields(Place at, String typeDefs, Map<String, LocalField> resolvers) {

    public static final LocalFields NONE = new LocalFields(new Place("", 0), "", Map.of());

    public LocalFields {
        Objects.requireNonNull(at);
        Objects.requireNonNull(typeDefs);
        resolvers = Collections.unmodifiableMap(new LinkedHashMap<>(resolvers));
    }

    public boolean isEmpty() {
        return typeDefs.isBlank() && resolvers.isEmpty();
    }
}
