package io.weft.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a transformed service calls what the supergraph knows by another name or in another shape. Every map leads from
 * the supergraph's term to the service's, and holds only what differs.
 *
 * @param types        types' names
 * @param fields       by type and field, in the supergraph's names
 * @param inputFields  by input object, in the supergraph's names
 * @param enumValues   by enum, in the supergraph's names
 * @param hidden       names of types and, as {@code Enum.VALUE}, of enum values that the service has and the supergraph
 *                     has not: {@code Enum} is the supergraph's name. Such a name in an answer means nothing here, even
 *                     where the supergraph uses the same name for something else.
 */
public record Translation(
        Map<String, String> types,
        Map<String, Map<String, FieldTerms>> fields,
        Map<String, Map<String, String>> inputFields,
        Map<String, Map<String, String>> enumValues,
        Set<String> hidden) {

    public static final Translation NONE = new Translation(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    public Translation {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        fields = nested(fields);
        inputFields = nested(inputFields);
        enumValues = nested(enumValues);
        hidden = Set.copyOf(hidden);
    }

    /** Whether the service is asked in the supergraph's terms. */
    public boolean isEmpty() {
        return types.isEmpty() && fields.isEmpty() && inputFields.isEmpty() && enumValues.isEmpty() && hidden.isEmpty();
    }

    /** The type's name in the service. */
    public String type(String name) {
        return types.getOrDefault(name, name);
    }

    /** How the service is asked for a field. */
    public FieldTerms field(String type, String field) {
        FieldTerms terms = fields.getOrDefault(type, Map.of()).get(field);
        return terms == null ? FieldTerms.same(field) : terms;
    }

    public String inputField(String type, String field) {
        return inputFields.getOrDefault(type, Map.of()).getOrDefault(field, field);
    }

    public String enumValue(String type, String value) {
        return enumValues.getOrDefault(type, Map.of()).getOrDefault(value, value);
    }

    private static <V> Map<String, Map<String, V>> nested(Map<String, Map<String, V>> maps) {
        Map<String, Map<String, V>> copy = new LinkedHashMap<>();
        maps.forEach((name, map) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(map))));
        return Collections.unmodifiableMap(copy);
    }
}
