package io.weft.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.endtoend.OracleArchive.Question;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Selections made by chance over all four services, for several callers and in each of the ways in which they can be found, against one SQL
 * statement over the same tables. {@code -Dweft.oracle=N} asks more of them, {@code -Dweft.oracle.from=S} others.
 */
@ExtendWith(OracleArchive.Extension.class)
class SelectionOracleTest {

    private static final String PAGE = """
            query ($filter: RecordFilter, $orderBy: [RecordOrder!], $first: Int, $after: String, $last: Int, $before: String) {
              records(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
                %s
                edges { cursor node { srn } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }
            """;

    private static final String WITHIN = """
            query ($filter: RecordFilter, $orderBy: [RecordOrder!], $first: Int, $last: Int) {
              conventions(filter: { srn: { startsWith: "urn:osa:localhost:conv:oracle-" } }) { nodes {
                srn
                records(filter: $filter, orderBy: $orderBy, first: $first, last: $last) { totalCount edges { node { srn } } }
              } } }
            """;

    private static final String FACETS = """
            query ($filter: RecordFilter) { records(filter: $filter) { facets {
              visibility(top: 3) { value count }
              metadata { oracleAnimal { species(top: 4) { value count } legs { min histogram(buckets: 3) { count } } } }
              features { oracleMarker { gene(top: 5) { value count } } } } } }
            """;

    private static OracleArchive archive;

    @BeforeAll
    static void take(OracleArchive loaded) {
        archive = loaded;
    }

    static LongStream seeds() {
        long from = Long.getLong("weft.oracle.from", 1);
        return LongStream.range(from, from + Long.getLong("weft.oracle", 25));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_way_it_is_found_a_selection_is_what_one_statement_says(long seed) {
        Random random = new Random(seed);
        Question question = archive.question(random);
        int size = 1 + random.nextInt(40);
        boolean counted = random.nextBoolean();
        for (String way : OracleArchive.WAYS) {
            walk(question, way, size, counted, false);
            walk(question, way, size, counted, true);
        }
        int limit = random.nextInt(200);
        JsonNode counts = archive.records(
                question,
                "",
                "query ($filter: RecordFilter) { records(filter: $filter) { totalCount totalCountAtMost(limit: " + limit
                        + ") estimatedCount } }",
                Map.of("filter", question.filter().graphQl()));
        assertThat(counts.path("totalCount").asInt())
                .as(question.told())
                .isEqualTo(question.expected().size());
        assertThat(counts.path("totalCountAtMost").asInt())
                .as(question.told())
                .isEqualTo(Math.min(limit, question.expected().size()));
        assertThat(counts.path("estimatedCount").asDouble()).as(question.told()).isNotNegative();
    }

    static LongStream seedsOfFacets() {
        return seeds().limit(Long.getLong("weft.oracle", 25) / 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsOfFacets")
    void facets_are_what_statements_say_of_all_that_match(long seed) {
        Question question = archive.question(new Random(seed));
        JsonNode facets = archive.records(
                        question, "", FACETS, Map.of("filter", question.filter().graphQl()))
                .path("facets");
        assertThat(values(facets.path("visibility")))
                .as(question.told())
                .isEqualTo(counted(question, "r.visibility", "", "true", 3));
        assertThat(values(facets.at("/metadata/oracleAnimal/species")))
                .as(question.told())
                .isEqualTo(counted(question, "a.species", "", "a.record_number is not null", 4));
        assertThat(values(facets.at("/features/oracleMarker/gene")))
                .as(question.told())
                .isEqualTo(counted(
                        question, "m.gene", "join features.oracle_marker m on m.record_number = r.number", "true", 5));
        List<Double> legs = archive
                .oracle()
                .rows(question.caller(), question.filter().sql(), "a.legs::text", "", "and a.legs is not null")
                .stream()
                .map(Double::valueOf)
                .sorted()
                .toList();
        JsonNode told = facets.at("/metadata/oracleAnimal/legs");
        assertThat(text(told.path("min"))).isEqualTo(legs.isEmpty() ? "none" : String.valueOf(legs.getFirst()));
        assertThat(told.path("histogram")
                        .valueStream()
                        .map(bucket -> bucket.path("count").asInt()))
                .as(question.told())
                .isEqualTo(buckets(legs, 3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsOfFacets")
    void within_each_convention_a_selection_is_what_one_statement_says_of_its_records(long seed) {
        Random random = new Random(seed);
        Question question = archive.question(random);
        int size = 1 + random.nextInt(10);
        boolean backward = random.nextBoolean();
        for (String way : OracleArchive.WAYS) {
            Map<String, Object> variables = new LinkedHashMap<>();
            variables.put("filter", question.filter().graphQl());
            variables.put("orderBy", question.order().graphQl());
            variables.put(backward ? "last" : "first", size);
            JsonNode answer =
                    archive.answer(question.caller(), way, WITHIN, variables).body();
            assertThat(answer.path("errors").toString())
                    .as(way + " " + question.told())
                    .isEmpty();
            JsonNode conventions = answer.at("/data/conventions/nodes");
            assertThat(conventions).hasSize(OracleRecords.CONVENTIONS.size());
            for (JsonNode convention : conventions) {
                String condition = question.filter().sql() + " and r.convention_srn = '"
                        + convention.path("srn").asString() + "'";
                List<String> expected = archive.oracle()
                        .all(question.caller(), condition, question.order().sql());
                int length = Math.min(size, expected.size());
                String told = way + (backward ? " last " : " first ") + size + " of " + convention.path("srn") + " "
                        + question.told();
                assertThat(OracleArchive.srns(convention.path("records")))
                        .as(told)
                        .isEqualTo(
                                backward
                                        ? expected.subList(expected.size() - length, expected.size())
                                        : expected.subList(0, length));
                assertThat(convention.at("/records/totalCount").asInt())
                        .as(told)
                        .isEqualTo(expected.size());
            }
        }
    }

    private static List<Integer> buckets(List<Double> sorted, int count) {
        if (sorted.isEmpty()) {
            return List.of();
        }
        double low = sorted.getFirst();
        double high = sorted.getLast();
        if (low == high) {
            return List.of(sorted.size());
        }
        Integer[] buckets = new Integer[count];
        Arrays.fill(buckets, 0);
        for (double value : sorted) {
            int part = 0;
            while (part < count - 1 && value >= low + (high - low) * (part + 1) / count) {
                part++;
            }
            buckets[part]++;
        }
        return List.of(buckets);
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "none" : value.asString();
    }

    /** The most frequent values with how many records have each. */
    private static List<String> counted(Question question, String value, String join, String which, int top) {
        return archive.oracle()
                .rows(
                        question.caller(),
                        question.filter().sql() + " and " + which,
                        "coalesce(" + value + ", 'none') || ' ' || count(distinct r.number)",
                        join,
                        "group by " + value + " order by count(distinct r.number) desc, " + value + " limit " + top);
    }

    private static List<String> values(JsonNode facet) {
        return facet.valueStream()
                .map(each -> text(each.path("value")) + " " + each.path("count").asInt())
                .toList();
    }

    /** The first pages, forward from the beginning or backward from the end. */
    private static void walk(Question question, String way, int size, boolean counted, boolean backward) {
        List<String> expected = question.expected();
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < 3; page++) {
            Map<String, Object> variables = new LinkedHashMap<>();
            variables.put("filter", question.filter().graphQl());
            variables.put("orderBy", question.order().graphQl());
            variables.put(backward ? "last" : "first", size);
            cursor.ifPresent(at -> variables.put(backward ? "before" : "after", at));
            JsonNode records = archive.records(question, way, PAGE.formatted(counted ? "totalCount" : ""), variables);
            String told = way + (backward ? " last " : " first ") + size + ", page " + page + ", " + question.told();
            int from = Math.min(page * size, expected.size());
            int to = Math.min(from + size, expected.size());
            assertThat(OracleArchive.srns(records))
                    .as(told)
                    .isEqualTo(
                            backward
                                    ? expected.subList(expected.size() - to, expected.size() - from)
                                    : expected.subList(from, to));
            boolean more = to < expected.size();
            assertThat(records.at(backward ? "/pageInfo/hasPreviousPage" : "/pageInfo/hasNextPage")
                            .asBoolean())
                    .as(told)
                    .isEqualTo(more);
            if (counted) {
                assertThat(records.path("totalCount").asInt()).as(told).isEqualTo(expected.size());
            }
            if (!more) {
                return;
            }
            cursor = Optional.of(records.at(backward ? "/pageInfo/startCursor" : "/pageInfo/endCursor")
                    .asString());
        }
    }

    @Test
    void each_way_can_be_asked_for_and_is_the_one_that_is_taken() {
        String over = """
                { records(filter: { metadata: { oracleAnimal: { legs: { gt: 1 } } } features: { oracleScore: { sureness: { gt: 0.1 } } } }, first: 3)
                  { nodes { srn } } }""";
        for (String way : List.of("GATHER", "STREAM", "FULL")) {
            assertThat(strategy(way, over)).isEqualTo(way);
        }
        assertThat(strategy("SINGLE", "{ records(filter: { owner: { eq: \"oda\" } }, first: 3) { nodes { srn } } }"))
                .isEqualTo("SINGLE");
        assertThat(archive.answer(archive.callers().getFirst(), "GUESS", over, Map.of())
                        .body()
                        .at("/errors/0/message")
                        .asString())
                .contains("X-Weft-Strategy", "GATHER");
    }

    private static String strategy(String way, String query) {
        JsonNode told = archive.answer(archive.callers().getFirst(), way, query, Map.of())
                .body();
        return told.at("/extensions/explain/selections/0/strategy").asString(told.toString());
    }
}
