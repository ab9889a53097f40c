package io.weft.gateway.scenarios;

import graphql.GraphqlErrorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the fake subgraphs of a scenario know. */
final class World {

    private final JsonNode data;

    World(JsonNode data) {
        this.data = data;
    }

    /**
     * An object somebody looks at.
     *
     * @param type           its object type; the field's declared type where the data do not say
     * @param representation what the gateway sent of it; empty where it was not looked up
     */
    record Thing(String type, JsonNode fields, Map<String, Object> representation) {}

    /** Who looks: a subgraph's name, and what the field is asked with. */
    record Viewer(String subgraph, Map<String, Object> arguments, String declaredType) {}

    Thing root(String kind) {
        return new Thing(kind, data.path(kind), Map.of());
    }

    List<Thing> all(String type) {
        List<Thing> things = new ArrayList<>();
        data.path("objects").path(type).forEach(fields -> things.add(new Thing(type, fields, Map.of())));
        return things;
    }

    Set<String> types() {
        return new java.util.LinkedHashSet<>(data.path("objects").propertyNames());
    }

    Object value(Thing thing, String field, Viewer viewer) {
        return evaluate(thing, thing.fields().get(field), viewer);
    }

    private Object evaluate(Thing thing, JsonNode node, Viewer viewer) {
        if (node == null || node.isNull()) {
            return null;
        } else if (node.isArray()) {
            List<Object> values = new ArrayList<>();
            node.forEach(element -> values.add(evaluate(thing, element, viewer)));
            return values;
        } else if (!node.isObject()) {
            return plain(node);
        } else if (node.has("$ref")) {
            return first(node.get("$ref").asString(), fieldsBut(node, "$ref"));
        } else if (node.has("$all")) {
            return all(node.get("$all").asString());
        } else if (node.has("$find")) {
            return first(node.get("$find").asString(), viewer.arguments());
        } else if (node.has("$error")) {
            throw GraphqlErrorException.newErrorException()
                    .message(node.get("$error").asString())
                    .build();
        } else if (node.has("$subgraphs")) {
            return evaluate(thing, node.get("$subgraphs").get(viewer.subgraph()), viewer);
        } else if (node.has("$arguments")) {
            return evaluate(thing, byArguments(node.get("$arguments"), viewer.arguments()), viewer);
        } else if (node.has("$from")) {
            List<String> values = new ArrayList<>();
            node.get("$from")
                    .forEach(name -> values.add(tools.jackson.databind.json.JsonMapper.shared()
                            .writeValueAsString(thing.representation().get(name.asString()))));
            return String.join("|", values);
        }
        String type = node.has("__typename") ? node.get("__typename").asString() : viewer.declaredType();
        return new Thing(type, node, Map.of());
    }

    private Thing first(String type, Map<String, Object> fields) {
        return all(type).stream()
                .filter(thing ->
                        fields.entrySet().stream().allMatch(field -> isEqual(thing, field.getKey(), field.getValue())))
                .findFirst()
                .orElse(null);
    }

    /** Whether the object's field is what somebody says it is; objects are compared by the fields that are told. */
    boolean isEqual(Thing thing, String field, Object told) {
        return isEqual(evaluate(thing, thing.fields().get(field), new Viewer("", Map.of(), "")), told);
    }

    private boolean isEqual(Object known, Object told) {
        if (known == null || told == null) {
            return known == told;
        } else if (known instanceof Thing thing && told instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .filter(field -> !"__typename".equals(field.getKey()))
                    .allMatch(field -> isEqual(thing, (String) field.getKey(), field.getValue()));
        } else if (known instanceof List<?> list && told instanceof List<?> other) {
            boolean same = list.size() == other.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = isEqual(list.get(i), other.get(i));
            }
            return same;
        }
        return known.toString().equals(told.toString());
    }

    private static JsonNode byArguments(JsonNode cases, Map<String, Object> arguments) {
        List<String> bare = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        arguments.forEach((name, value) -> {
            bare.add(name + "=" + value);
            quoted.add(
                    name + "=" + tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(value));
        });
        for (String key : List.of(String.join(",", bare), String.join(",", quoted))) {
            if (cases.has(key)) {
                return cases.get(key);
            }
        }
        return cases.get("");
    }

    private static Map<String, Object> fieldsBut(JsonNode node, String except) {
        Map<String, Object> fields = new LinkedHashMap<>();
        node.forEachEntry((name, value) -> {
            if (!name.equals(except)) {
                fields.put(name, plain(value));
            }
        });
        return fields;
    }

    static Object plain(JsonNode node) {
        return tools.jackson.databind.json.JsonMapper.shared().treeToValue(node, Object.class);
    }
}
