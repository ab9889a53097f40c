package io.weft.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some thousand records made by chance, the same in every run: of several owners and of every visibility, with metadata of two schemas, a
 * hook of one row and one of several, texts and vectors. Of each of these some records have nothing, and some values are null.
 */
final class OracleRecords {

    static final int COUNT = 3_000;
    static final List<String> OWNERS = List.of("oda", "odo", "oki");
    static final List<String> CONVENTIONS = IntStream.range(0, 4)
            .mapToObj(i -> "urn:osa:localhost:conv:oracle-" + i + "@1.0.0")
            .toList();
    static final List<String> SPECIES = List.of("ant", "bee", "cat", "dog", "eel");
    static final List<String> TAGS = List.of("red", "old", "wild", "rare");
    static final List<String> LABELS = List.of("good", "fair", "poor");
    static final List<String> GENES = List.of("g1", "g2", "g3", "g4", "g5", "g6");
    static final List<String> WORDS =
            List.of("river", "mountain", "forest", "desert", "ocean", "meadow", "cave", "island");

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REGISTER = """
            mutation {
              animal: registerSchema(input: { id: "oracle-animal", version: "1.0.0", fields: [
                { name: "species", type: text, maxLength: 50 }
                { name: "weight", type: number }
                { name: "legs", type: number, integerOnly: true }
                { name: "caught_on", type: date }
                { name: "tame", type: boolean }
                { name: "tags", type: text, cardinality: zero_or_more } ] }) { fieldName }
              stone: registerSchema(input: { id: "oracle-stone", version: "1.0.0", fields: [
                { name: "hardness", type: number, integerOnly: true }
                { name: "place", type: text } ] }) { fieldName }
              score: registerHook(input: { name: "oracle_score", cardinality: one, columns: [
                { name: "label", jsonType: string, maxLength: 50 }
                { name: "sureness", jsonType: number } ] }) { fieldName }
              marker: registerHook(input: { name: "oracle_marker", cardinality: many, columns: [
                { name: "gene", jsonType: string, maxLength: 50 }
                { name: "p", jsonType: number } ] }) { fieldName }
              registerVector(input: { name: "oracle", dimension: 3, distance: L2 }) { name }
            }
            """;
    private static final String CONVENTION = """
            mutation { registerConvention(input: { srn: "%s", title: "By chance", schemaId: "oracle-animal", schemaVersion: "1.0.0" }) { srn } }
            """;

    private final Random random = new Random(20);
    private final Map<String, List<Map<String, @Nullable Object>>> published = new LinkedHashMap<>();
    private final List<Map<String, ?>> animals = new ArrayList<>();
    private final List<Map<String, ?>> stones = new ArrayList<>();
    private final List<Map<String, ?>> scores = new ArrayList<>();
    private final List<Map<String, ?>> markers = new ArrayList<>();
    private final List<Map<String, ?>> searched = new ArrayList<>();

    OracleRecords() {
        for (int i = 0; i < COUNT; i++) {
            make("orc-%05d".formatted(i));
        }
    }

    private void make(String id) {
        boolean animal = random.nextInt(3) > 0;
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("source", "oracle:" + id);
        record.put("conventionSrn", any(CONVENTIONS));
        record.put("schemaId", animal ? "oracle-animal" : "oracle-stone");
        record.put("schemaVersion", "1.0.0");
        int access = random.nextInt(10);
        record.put("visibility", access < 6 ? "PUBLIC" : access < 8 ? "RESTRICTED" : "EMBARGOED");
        if (access >= 8) {
            record.put("embargoedUntil", "2190-01-01T00:00:00Z");
        }
        published.computeIfAbsent(any(OWNERS), owner -> new ArrayList<>()).add(record);
        String srn = "urn:osa:localhost:rec:" + id + "@1";
        if (random.nextInt(5) > 0) {
            Map<String, @Nullable Object> values = animal ? animal() : stone();
            (animal ? animals : stones).add(Map.of("record", srn, "values", values));
        }
        if (random.nextInt(4) > 0) {
            scores.add(Map.of("record", srn, "rows", List.of(score())));
        }
        if (random.nextInt(5) > 0) {
            markers.add(Map.of(
                    "record",
                    srn,
                    "rows",
                    IntStream.range(0, random.nextInt(6))
                            .mapToObj(i -> marker())
                            .toList()));
        }
        if (random.nextInt(5) > 0) {
            searched.add(searched(srn));
        }
    }

    private Map<String, @Nullable Object> animal() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("species", or(any(SPECIES)));
        values.put("weight", or(random.nextInt(400) / 4.0));
        values.put("legs", or(random.nextInt(9)));
        values.put(
                "caught_on",
                or("20%02d-%02d-%02d".formatted(random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28))));
        values.put("tame", or(random.nextBoolean()));
        List<String> tags = new ArrayList<>();
        TAGS.forEach(tag -> {
            for (int times = random.nextInt(4) - 1; times > 0; times--) {
                tags.add(tag);
            }
        });
        values.put("tags", or(tags));
        return values;
    }

    private Map<String, @Nullable Object> stone() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("hardness", or(1 + random.nextInt(10)));
        values.put("place", or(any(WORDS)));
        return values;
    }

    private Map<String, @Nullable Object> score() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("label", or(any(LABELS)));
        row.put("sureness", or(random.nextInt(200) / 200.0));
        return row;
    }

    private Map<String, @Nullable Object> marker() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("gene", or(any(GENES)));
        row.put("p", or(random.nextInt(50) / 100.0));
        return row;
    }

    private Map<String, ?> searched(String srn) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("record", srn);
        line.put("language", "english");
        line.put("texts", Map.of("a", words(2), "b", words(5)));
        if (random.nextInt(5) > 0) {
            line.put("vectors", Map.of("oracle", List.of(random.nextInt(40), random.nextInt(40), random.nextInt(40))));
        }
        return line;
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> any(WORDS)).collect(Collectors.joining(" "));
    }

    /** The value, or now and then null. */
    private @Nullable Object or(Object value) {
        return random.nextInt(8) == 0 ? null : value;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Registers what they need, and loads them by the services' own ways. */
    void load(RunningArchive archive) {
        archive.gateway(Optional.of(archive.token("olga", "ADMIN")), REGISTER).data();
        CONVENTIONS.forEach(
                srn -> archive.gateway(Optional.of(archive.token("olga", "ADMIN")), CONVENTION.formatted(srn))
                        .data());
        published.forEach((owner, records) ->
                bulk(archive, "records", "/bulk/records", archive.token(owner, "DEPOSITOR"), records));
        String curator = archive.token("olaf", "CURATOR");
        bulk(archive, "metadata", "/bulk/metadata/oracle-animal/1.0.0", curator, animals);
        bulk(archive, "metadata", "/bulk/metadata/oracle-stone/1.0.0", curator, stones);
        bulk(archive, "features", "/bulk/features/oracle_score?release=1", curator, scores);
        bulk(archive, "features", "/bulk/features/oracle_marker?release=1", curator, markers);
        bulk(archive, "search", "/bulk/search", curator, searched);
    }

    private static void bulk(
            RunningArchive archive, String part, String path, String token, List<? extends Map<String, ?>> lines) {
        archive.bulk(
                part, path, token, lines.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")));
    }
}
