package io.weft.search;

import io.weft.postgres.bulk.BulkPlan;
import io.weft.postgres.bulk.Check;
import io.weft.postgres.bulk.RecordLine;
import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a line becomes a document and vectors: {@code {"record": srn, "language": …, "texts": {…}, "vectors": {…}}}. */
final class IndexPlan implements BulkPlan {

    private static final Set<String> FIELDS = Set.of("record", "language", "texts", "vectors");
    private static final Set<String> WEIGHTS = Set.of("a", "b", "c", "d");
    private static final String RECORDS =
            " FROM staged JOIN records.records record ON record.srn = staged.record" + " WHERE line BETWEEN $1 AND $2";

    private final Map<String, NamedVector> vectors;
    private final Set<String> languages;

    IndexPlan(Map<String, NamedVector> vectors, Set<String> languages) {
        this.vectors = vectors;
        this.languages = languages;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "record text",
                "language text",
                "has_texts boolean",
                "a text",
                "b text",
                "c text",
                "d text",
                "vectors jsonb");
    }

    @Override
    public List<List<@Nullable String>> rows(JsonNode line) {
        only(line, FIELDS, "");
        String srn = RecordLine.srn(line);
        JsonNode texts = line.path("texts");
        boolean given = !texts.isMissingNode() && !texts.isNull();
        if (given) {
            only(texts, WEIGHTS, "texts");
        }
        return List.of(Arrays.asList(
                srn,
                language(line.path("language")),
                Boolean.toString(given),
                text(texts, "a"),
                text(texts, "b"),
                text(texts, "c"),
                text(texts, "d"),
                vectors(line.path("vectors"))));
    }

    private static void only(JsonNode object, Set<String> fields, String place) {
        if (!object.isObject()) {
            throw Refusal.input(place + " must be an object");
        }
        for (String name : object.propertyNames()) {
            if (!fields.contains(name)) {
                throw Refusal.input((place.isEmpty() ? "" : place + ": ") + "there is no field \"" + name
                        + "\"; the fields are " + new TreeSet<>(fields));
            }
        }
    }

    private String language(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "english";
        }
        return language(languages, node.isString() ? node.stringValue() : node.toString());
    }

    /** @throws Refusal if the database does not know it */
    static String language(Set<String> languages, String name) {
        if (!languages.contains(name)) {
            throw Refusal.input("language: \"" + name + "\" is not a language this archive can search; there are "
                    + new TreeSet<>(languages));
        }
        return name;
    }

    private static String text(JsonNode texts, String weight) {
        JsonNode node = texts.path(weight);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString() || node.stringValue().indexOf('\0') >= 0) {
            throw Refusal.input("texts." + weight + " must be a text without the character U+0000");
        }
        return node.stringValue();
    }

    private String vectors(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!node.isMissingNode() && !node.isNull()) {
            if (!node.isObject()) {
                throw Refusal.input("vectors must be an object: {\"<name>\": [numbers]}");
            }
            node.properties().forEach(entry -> texts.put(entry.getKey(), vector(entry.getKey(), entry.getValue())));
        }
        return JsonMapper.shared().writeValueAsString(texts);
    }

    private String vector(String name, JsonNode node) {
        NamedVector vector = Registry.find(vectors, name, "vectors:");
        List<Number> numbers = new ArrayList<>();
        for (JsonNode item : node.isArray() ? node : JsonMapper.shared().createArrayNode()) {
            if (!item.isNumber()) {
                throw Refusal.input("vectors." + name + "[" + numbers.size() + "] is no number: " + item);
            }
            numbers.add(item.numberValue());
        }
        return vector.text(numbers, "vectors." + name);
    }

    @Override
    public List<Check> checks() {
        return Check.of(ParentRow.RECORD);
    }

    @Override
    public List<String> writes() {
        List<String> writes = new ArrayList<>();
        for (NamedVector vector : vectors.values()) {
            writes.add("INSERT INTO " + vector.table()
                    + " AS v (record_number, record_srn, record_readable_from, record_owner, embedding)"
                    + " SELECT number, srn, readable_from, owner, (vectors->>" + Sql.literal(vector.name())
                    + ")::vector"
                    + RECORDS + " AND jsonb_exists(vectors, " + Sql.literal(vector.name()) + ")"
                    + " ON CONFLICT (record_number) DO UPDATE SET embedding = excluded.embedding");
        }
        writes.add("INSERT INTO search.documents AS doc"
                + " (record_number, record_srn, record_readable_from, record_owner, language, text_a, text_b, text_c, text_d)"
                + " SELECT number, srn, readable_from, owner, language, a, b, c, d" + RECORDS + " AND has_texts"
                + " ON CONFLICT (record_number) DO UPDATE SET language = excluded.language, text_a = excluded.text_a,"
                + " text_b = excluded.text_b, text_c = excluded.text_c, text_d = excluded.text_d");
        return writes;
    }
}
