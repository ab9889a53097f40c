package io.weft.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Filters of {@link OracleRecords} made by chance, over all four services, each as GraphQL and as SQL over
 * {@link SelectionOracle#TABLES}. A condition in SQL is true or false, never null.
 */
final class RandomFilters {

    /** @param graphQl a RecordFilter, or the filter of a row */
    record Filter(Map<String, ?> graphQl, String sql) {}

    private final Random random;

    RandomFilters(Random random) {
        this.random = random;
    }

    /** Nested at most so deep. */
    Filter filter(int depth) {
        int kind = depth <= 1 ? random.nextInt(7) : random.nextInt(14);
        return switch (kind) {
            case 0 -> ofRecord();
            case 1, 2 -> below("metadata", "oracleAnimal", "a.record_number", row(depth - 1, this::animal));
            case 3 -> below("metadata", "oracleStone", "s.record_number", row(depth - 1, this::stone));
            case 4 -> below("features", "oracleScore", "f.record_number", row(depth - 1, this::score));
            case 5 -> ofMarkers(depth - 1);
            case 6 -> ofText();
            case 7, 8 -> not(filter(depth - 1));
            case 9, 10 -> list("or", depth - 1);
            case 11 -> list("and", depth - 1);
            default -> sideBySide(depth - 1);
        };
    }

    private Filter ofRecord() {
        return switch (random.nextInt(5)) {
            case 0 ->
                test("visibility", "eq", any(List.of("PUBLIC", "RESTRICTED", "EMBARGOED")), "r.visibility = '%s'");
            case 1 -> test("owner", "eq", any(OracleRecords.OWNERS), "r.owner = '%s'");
            case 2 -> test("schemaId", "ne", "oracle-animal", "r.schema_id <> '%s'");
            case 3 -> test("srn", "lt", "urn:osa:localhost:rec:orc-0" + random.nextInt(30) + "00@1", "r.srn < '%s'");
            default -> {
                String convention = "urn:osa:localhost:conv:oracle-" + random.nextInt(4) + "@1.0.0";
                yield test("conventionSrn", "in", List.of(convention), "r.convention_srn in ('" + convention + "')");
            }
        };
    }

    private static Filter below(String service, String type, String key, Filter row) {
        return new Filter(
                Map.of(service, Map.of(type, row.graphQl())), "(" + key + " is not null and " + row.sql() + ")");
    }

    private Filter ofMarkers(int depth) {
        Filter row = row(depth, this::marker);
        String rows = "select from features.oracle_marker m where m.record_number = r.number";
        Function<Map<String, ?>, Map<String, ?>> markers = of -> Map.of("features", Map.of("oracleMarker", of));
        return switch (random.nextInt(5)) {
            case 0 ->
                new Filter(
                        markers.apply(Map.of("none", row.graphQl())),
                        "not exists (" + rows + " and " + row.sql() + ")");
            case 1 ->
                new Filter(
                        markers.apply(Map.of("every", row.graphQl())),
                        "not exists (" + rows + " and not " + row.sql() + ")");
            case 2 -> {
                int least = random.nextInt(4);
                yield new Filter(
                        markers.apply(Map.of("count", Map.of("of", row.graphQl(), "gte", least))),
                        "((" + rows.replace("select", "select count(*)") + " and " + row.sql() + ") >= " + least + ")");
            }
            default ->
                new Filter(markers.apply(Map.of("some", row.graphQl())), "exists (" + rows + " and " + row.sql() + ")");
        };
    }

    private Filter ofText() {
        String a = any(OracleRecords.WORDS);
        String b = any(OracleRecords.WORDS);
        String query = any(List.of(a, a + " " + b, a + " or " + b, a + " -" + b, "\"" + a + " " + b + "\"", "nowhere"));
        return new Filter(
                Map.of("search", Map.of("text", Map.of("query", query))),
                "(d.document @@ websearch_to_tsquery('english', '" + query + "')) is true");
    }

    private Filter animal() {
        return switch (random.nextInt(8)) {
            case 0 -> test("species", "eq", any(OracleRecords.SPECIES), "a.species = '%s'");
            case 1 -> {
                String species = any(OracleRecords.SPECIES);
                yield test(
                        "species", "notIn", List.of(species), "coalesce(a.species not in ('" + species + "'), true)");
            }
            case 2 -> test("species", "isNull", random.nextBoolean(), "(a.species is null) = %s");
            case 3 -> test("weight", any(List.of("lt", "gte")), random.nextInt(100), "a.weight", "%s");
            case 4 -> test("legs", any(List.of("eq", "lte", "gt")), random.nextInt(9), "a.legs", "%s");
            case 5 ->
                test(
                        "caughtOn",
                        any(List.of("lt", "gte")),
                        "20%02d-06-01".formatted(random.nextInt(20)),
                        "a.caught_on",
                        "'%s'");
            case 6 -> test("tame", "eq", random.nextBoolean(), "a.tame = %s");
            default -> test("tags", "has", any(OracleRecords.TAGS), "'%s' = any (a.tags)");
        };
    }

    private Filter stone() {
        return random.nextBoolean()
                ? test("hardness", any(List.of("lt", "gte", "eq")), random.nextInt(11), "s.hardness", "%s")
                : test(
                        "place",
                        any(List.of("startsWith")),
                        any(OracleRecords.WORDS).substring(0, 1),
                        "s.place like '%s%%'");
    }

    private Filter score() {
        return random.nextInt(3) == 0
                ? test("label", "in", List.of("good", "fair"), "f.label in ('good', 'fair')")
                : test("sureness", any(List.of("lt", "gt")), random.nextInt(100) / 100.0, "f.sureness", "%s");
    }

    private Filter marker() {
        return random.nextBoolean()
                ? test("gene", "eq", any(OracleRecords.GENES), "m.gene = '%s'")
                : test("p", any(List.of("lt", "gte")), random.nextInt(50) / 100.0, "m.p", "%s");
    }

    private static final Map<String, String> OPERATORS =
            Map.of("eq", "=", "lt", "<", "lte", "<=", "gt", ">", "gte", ">=");

    private static Filter test(String field, String operator, Object value, String column, String literal) {
        return test(field, operator, value, column + " " + OPERATORS.get(operator) + " " + literal);
    }

    private static Filter test(String field, String operator, Object value, String sql) {
        return new Filter(Map.of(field, Map.of(operator, value)), "((" + sql.formatted(value) + ") is true)");
    }

    /** A condition of one row, with and, or and not within it. */
    private Filter row(int depth, Supplier<Filter> leaf) {
        if (depth <= 0 || random.nextInt(3) > 0) {
            return leaf.get();
        }
        Filter a = row(depth - 1, leaf);
        Filter b = row(depth - 1, leaf);
        return switch (random.nextInt(3)) {
            case 0 -> not(a);
            case 1 -> joined("and", List.of(a, b));
            default -> joined("or", List.of(a, b));
        };
    }

    private Filter list(String how, int depth) {
        List<Filter> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(filter(depth));
        }
        return joined(how, parts);
    }

    /** Several fields of one filter: all of them hold. */
    private Filter sideBySide(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> sql = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Filter part = filter(depth);
            if (part.graphQl().keySet().stream().noneMatch(fields::containsKey)) {
                fields.putAll(part.graphQl());
                sql.add(part.sql());
            }
        }
        return new Filter(fields, "(" + String.join(" and ", sql) + ")");
    }

    private static Filter joined(String how, List<Filter> parts) {
        return new Filter(
                Map.of(how, parts.stream().map(Filter::graphQl).toList()),
                parts.isEmpty()
                        ? String.valueOf(how.equals("and"))
                        : parts.stream().map(Filter::sql).collect(Collectors.joining(" " + how + " ", "(", ")")));
    }

    private static Filter not(Filter filter) {
        return new Filter(Map.of("not", filter.graphQl()), "(not " + filter.sql() + ")");
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
