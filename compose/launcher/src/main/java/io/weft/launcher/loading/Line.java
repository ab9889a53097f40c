package io.weft.launcher.loading;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of the bulk endpoints. */
public final class Line {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The SRN domain of what the launcher loads. */
    static final String DOMAIN = "localhost";

    private Line() {}

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static String srn(String id) {
        return "urn:osa:" + DOMAIN + ":rec:" + id + "@1";
    }

    /** A line that is about a record. */
    public static ObjectNode of(String id) {
        return object().put("record", srn(id));
    }

    /** A public record, first version. */
    public static ObjectNode record(String id, String schema, String schemaVersion, String source) {
        ObjectNode line = object();
        line.put("id", id);
        line.put("conventionSrn", "urn:osa:" + DOMAIN + ":conv:" + schema);
        line.put("schemaId", schema);
        line.put("schemaVersion", schemaVersion);
        line.put("source", source);
        return line;
    }

    public static ObjectNode features(String id, List<ObjectNode> rows) {
        ObjectNode line = of(id);
        line.putArray("rows").addAll(rows);
        return line;
    }

    public static ObjectNode search(String id, Map<String, String> texts, Map<String, float[]> vectors) {
        ObjectNode line = of(id);
        line.put("language", "english");
        ObjectNode written = line.putObject("texts");
        texts.forEach(written::put);
        ObjectNode named = line.putObject("vectors");
        vectors.forEach((name, vector) -> {
            ArrayNode numbers = named.putArray(name);
            for (float number : vector) {
                numbers.add(number);
            }
        });
        return line;
    }

    /** Sets a number, or nothing if it is absent. */
    public static void put(ObjectNode object, String name, OptionalDouble number) {
        number.ifPresent(value -> object.put(name, value));
    }
}
