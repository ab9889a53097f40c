package io.weft.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.endtoend.OracleArchive.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Thousands of selections made by chance, a page and the total of each, found in one of the ways in turn, against one SQL statement.
 * {@link SelectionOracleTest} looks closer at a few of them. {@code -Dweft.oracle.pages=N} asks more, {@code -Dweft.oracle.from=S} others.
 */
@ExtendWith(OracleArchive.Extension.class)
class ManySelectionsTest {

    private static final String PAGE = """
            query ($filter: RecordFilter, $orderBy: [RecordOrder!], $first: Int, $last: Int) {
              records(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {
                %s
                edges { node { srn metadata { oracleAnimal { legs species } } features { oracleScore { label } } } }
                pageInfo { hasNextPage hasPreviousPage }
              }
            }
            """;

    @Test
    void a_page_of_whatever_is_selected_is_what_one_statement_says(OracleArchive archive) {
        Set<String> known = fields(archive);
        long from = Long.getLong("weft.oracle.from", 1);
        long until = from + Long.getLong("weft.oracle.pages", 2_000);
        for (long seed = from; seed < until; seed++) {
            Random random = new Random(-seed);
            Question question = archive.question(random);
            List<String> all = question.expected();
            int size = 1 + random.nextInt(60);
            boolean backward = random.nextInt(4) == 0;
            boolean counted = random.nextInt(3) == 0;
            String way = OracleArchive.WAYS.get((int) (seed % OracleArchive.WAYS.size()));
            Map<String, Object> variables = new LinkedHashMap<>();
            variables.put("filter", question.filter().graphQl());
            variables.put("orderBy", question.order().graphQl());
            variables.put(backward ? "last" : "first", size);

            JsonNode records = archive.records(question, way, PAGE.formatted(counted ? "totalCount" : ""), variables);

            String told = "seed " + seed + " " + way + (backward ? " last " : " first ") + size + " " + question.told();
            int length = Math.min(size, all.size());
            assertThat(OracleArchive.srns(records))
                    .as(told)
                    .isEqualTo(backward ? all.subList(all.size() - length, all.size()) : all.subList(0, length));
            assertThat(known)
                    .as(told)
                    .containsAll(records.path("edges")
                            .valueStream()
                            .map(edge -> fields(edge.path("node")))
                            .toList());
            assertThat(records.at(backward ? "/pageInfo/hasPreviousPage" : "/pageInfo/hasNextPage")
                            .asBoolean())
                    .as(told)
                    .isEqualTo(length < all.size());
            if (counted) {
                assertThat(records.path("totalCount").asInt()).as(told).isEqualTo(all.size());
            }
        }
    }

    /** What other services know of each record, as one statement says. */
    private static Set<String> fields(OracleArchive archive) {
        return Set.copyOf(archive.oracle()
                .rows(
                        archive.callers().getLast(),
                        "true",
                        "concat_ws(' ', r.srn, coalesce(a.legs::text, 'null'), coalesce(a.species, 'null'), coalesce(f.label, 'null'))",
                        "",
                        ""));
    }

    private static String fields(JsonNode record) {
        return Stream.of(
                        "/srn",
                        "/metadata/oracleAnimal/legs",
                        "/metadata/oracleAnimal/species",
                        "/features/oracleScore/label")
                .map(path -> record.at(path).asString("null"))
                .collect(Collectors.joining(" "));
    }
}
