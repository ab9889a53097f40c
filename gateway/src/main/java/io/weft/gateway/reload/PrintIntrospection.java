package io.weft.gateway.reload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The answer to {@link IntrospectionQuery} as SDL. What is not there, because the server is old, is left out. */
final class PrintIntrospection {

    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final JsonNode schema;
    private final StringBuilder sdl = new StringBuilder();

    /** @param data of the response */
    PrintIntrospection(JsonNode data) {
        this.schema = data.path("__schema");
    }

    /** Empty where the data is no answer to it. */
    Optional<String> print() {
        if (!schema.path("types").isArray()
                || !schema.path("queryType").path("name").isString()) {
            return Optional.empty();
        }
        roots();
        for (JsonNode type : schema.path("types")) {
            String name = text(type, "name");
            if (!name.startsWith("__") && !BUILT_IN.contains(name)) {
                type(type, name);
            }
        }
        return Optional.of(sdl.toString());
    }

    private void roots() {
        Map<String, String> roots = new LinkedHashMap<>();
        for (String root : List.of("query", "mutation", "subscription")) {
            JsonNode name = schema.path(root + "Type").path("name");
            if (name.isString()) {
                roots.put(root, name.stringValue());
            }
        }
        sdl.append(roots.entrySet().stream()
                .map(root -> "  " + root.getKey() + ": " + root.getValue() + "\n")
                .collect(Collectors.joining("", "schema {\n", "}\n")));
    }

    private void type(JsonNode type, String name) {
        sdl.append('\n');
        description(type, "");
        switch (text(type, "kind")) {
            case "SCALAR" -> sdl.append("scalar ").append(name).append('\n');
            case "OBJECT" -> fields("type " + name + interfaces(type), type);
            case "INTERFACE" -> fields("interface " + name + interfaces(type), type);
            case "UNION" ->
                sdl.append("union ")
                        .append(name)
                        .append(" = ")
                        .append(String.join(" | ", names(type.path("possibleTypes"))))
                        .append('\n');
            case "ENUM" -> {
                sdl.append("enum ").append(name).append(" {\n");
                for (JsonNode value : type.path("enumValues")) {
                    description(value, "  ");
                    sdl.append("  ")
                            .append(text(value, "name"))
                            .append(deprecated(value))
                            .append('\n');
                }
                sdl.append("}\n");
            }
            case "INPUT_OBJECT" -> {
                sdl.append("input ").append(name).append(" {\n");
                for (JsonNode field : type.path("inputFields")) {
                    description(field, "  ");
                    sdl.append("  ").append(input(field)).append('\n');
                }
                sdl.append("}\n");
            }
            default -> throw new IllegalStateException("a kind of type that GraphQL does not have: " + type);
        }
    }

    private void fields(String head, JsonNode type) {
        sdl.append(head).append(" {\n");
        for (JsonNode field : type.path("fields")) {
            description(field, "  ");
            sdl.append("  ").append(text(field, "name"));
            List<String> arguments = new ArrayList<>();
            field.path("args").forEach(argument -> arguments.add(input(argument)));
            if (!arguments.isEmpty()) {
                sdl.append('(').append(String.join(", ", arguments)).append(')');
            }
            sdl.append(": ")
                    .append(reference(field.path("type")))
                    .append(deprecated(field))
                    .append('\n');
        }
        sdl.append("}\n");
    }

    private static String interfaces(JsonNode type) {
        List<String> names = names(type.path("interfaces"));
        return names.isEmpty() ? "" : " implements " + String.join(" & ", names);
    }

    private static List<String> names(JsonNode types) {
        List<String> names = new ArrayList<>();
        types.forEach(type -> names.add(text(type, "name")));
        return names;
    }

    private static String input(JsonNode input) {
        JsonNode value = input.path("defaultValue");
        return text(input, "name") + ": " + reference(input.path("type"))
                + (value.isString() ? " = " + value.stringValue() : "");
    }

    private static String reference(JsonNode type) {
        return switch (text(type, "kind")) {
            case "NON_NULL" -> reference(type.path("ofType")) + "!";
            case "LIST" -> "[" + reference(type.path("ofType")) + "]";
            default -> text(type, "name");
        };
    }

    private static String deprecated(JsonNode element) {
        if (!element.path("isDeprecated").asBoolean(false)) {
            return "";
        }
        JsonNode reason = element.path("deprecationReason");
        return reason.isString() ? " @deprecated(reason: " + quoted(reason.stringValue()) + ")" : " @deprecated";
    }

    private void description(JsonNode element, String indent) {
        JsonNode description = element.path("description");
        if (description.isString() && !description.stringValue().isBlank()) {
            sdl.append(indent).append(quoted(description.stringValue())).append('\n');
        }
    }

    /** JSON's strings are GraphQL's. */
    private static String quoted(String text) {
        return StringNode.valueOf(text).toString();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
