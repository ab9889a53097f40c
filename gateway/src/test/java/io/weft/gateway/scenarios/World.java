package io.weft.gateway.scenarios;

import graphql.GraphqlErrorException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the fake subgraphs of a scenario know. */
final class World {

    /** Of an object: who looks it up gets this error. */
    private static final String FAILS = "$fails";

    /** The extensions of such errors. */
    static final Map<String, Object> BROKEN = Map.of("code", "BROKEN");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

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
        return new LinkedHashSet<>(data.path("objects").propertyNames());
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
            return intact(found(node, node.get("$find").asString(), viewer.arguments()));
        } else if (node.has("$findEach")) {
            return each(node, viewer.arguments());
        } else if (node.has("$error")) {
            throw GraphqlErrorException.newErrorException()
                    .message(node.get("$error").asString())
                    .build();
        } else if (node.has("$subgraphs")) {
            return evaluate(thing, node.get("$subgraphs").get(viewer.subgraph()), viewer);
        } else if (node.has("$arguments")) {
            return evaluate(thing, byArguments(node.get("$arguments"), viewer.arguments()), viewer);
        } else if (node.has("$echo")) {
            return SORTED.writeValueAsString(viewer.arguments());
        } else if (node.has("$from")) {
            List<String> values = new ArrayList<>();
            node.get("$from")
                    .forEach(name -> values.add(
                            JSON.writeValueAsString(thing.representation().get(name.asString()))));
            return String.join("|", values);
        }
        String type = node.has("__typename") ? node.get("__typename").asString() : viewer.declaredType();
        return new Thing(type, node, Map.of());
    }

    /** What {@code told} says: each field under its own name, or as {@code by} says, with paths on both sides. */
    private Thing found(JsonNode node, String type, Object told) {
        List<Map.Entry<String, Object>> wanted = new ArrayList<>();
        if (node.has("by")) {
            node.get("by")
                    .forEachEntry((from, field) ->
                            wanted.add(new AbstractMap.SimpleEntry<>(field.asString(), at(told, from))));
        } else if (told instanceof Map<?, ?> fields) {
            fields.forEach((field, value) -> wanted.add(new AbstractMap.SimpleEntry<>((String) field, value)));
        }
        Map<String, Object> representation = new LinkedHashMap<>();
        if (told instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> representation.put((String) name, value));
        }
        List<String> types = data.path("objects").has(type) ? List.of(type) : List.copyOf(types());
        return types.stream()
                .flatMap(candidate -> all(candidate).stream())
                .filter(thing -> wanted.stream().allMatch(field -> isAt(thing, field.getKey(), field.getValue())))
                .findFirst()
                .map(thing -> new Thing(thing.type(), thing.fields(), representation))
                .orElse(null);
    }

    private static Object at(Object told, String path) {
        Object at = told;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            at = at instanceof Map<?, ?> fields ? fields.get(name) : null;
        }
        return at;
    }

    private boolean isAt(Thing thing, String path, Object told) {
        String[] names = path.split("\\.", 2);
        Object value = evaluate(thing, thing.fields().get(names[0]), new Viewer("", Map.of(), ""));
        if (names.length == 1) {
            return isEqual(value, told);
        }
        if (value instanceof List<?> list) {
            return told instanceof List<?> other
                    && list.size() == other.size()
                    && IntStream.range(0, list.size()).allMatch(i -> isAt((Thing) list.get(i), names[1], other.get(i)));
        }
        return value instanceof Thing below && isAt(below, names[1], told);
    }

    private static Thing intact(Thing thing) {
        if (thing != null && thing.fields().has(FAILS)) {
            throw GraphqlErrorException.newErrorException()
                    .message(thing.fields().get(FAILS).asString())
                    .extensions(BROKEN)
                    .build();
        }
        return thing;
    }

    /** A list, and for some of its elements why they are not there. */
    record Partly(List<Thing> things, Map<Integer, String> failures) {}

    /** One object for each element of an argument that is a list, unless the service misbehaves. */
    private Object each(JsonNode node, Map<String, Object> arguments) {
        String type = node.get("$findEach").asString();
        Map<Integer, String> failures = new LinkedHashMap<>();
        List<Thing> things = new ArrayList<>();
        for (Object key : (List<?>) at(arguments, node.get("in").asString())) {
            Thing thing = found(node, type, key);
            if (thing != null && thing.fields().has(FAILS)) {
                failures.put(things.size(), thing.fields().get(FAILS).asString());
                thing = null;
            }
            things.add(thing);
        }
        switch (node.path("but").asString("")) {
            case "" -> {}
            case "reversed" -> Collections.reverse(things);
            case "short" -> things.removeIf(Objects::isNull);
            case "longer" -> things.add(all(type).getFirst());
            case "twice" -> things.addAll(0, new ArrayList<>(things));
            case "null" -> things = null;
            default -> throw new IllegalArgumentException(node.toString());
        }
        return failures.isEmpty() ? things : new Partly(things, failures);
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
            quoted.add(name + "=" + JSON.writeValueAsString(value));
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
        return JSON.treeToValue(node, Object.class);
    }
}
