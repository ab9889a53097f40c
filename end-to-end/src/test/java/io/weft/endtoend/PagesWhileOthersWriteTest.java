package io.weft.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.endtoend.OracleArchive.Question;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Selections made by chance are walked page by page, each page found in another way, while others hide and show records and take away what is known of
 * them. Whatever nobody touches is met once and in its order, and no page fails.
 */
@ExtendWith(OracleArchive.Extension.class)
class PagesWhileOthersWriteTest {

    private static final String UNTOUCHED = " and not (" + TouchedRecords.TOUCHED + ")";
    private static final String PAGE = """
            query ($filter: RecordFilter, $orderBy: [RecordOrder!], $first: Int, $after: String, $last: Int, $before: String) {
              records(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
                edges { node { srn owner features { oracleScore { label } } metadata { oracleAnimal { species } } } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              }
            }
            """;

    @Test
    void what_nobody_touches_is_met_once_and_in_its_order(OracleArchive archive) throws SQLException {
        Set<String> untouched =
                Set.copyOf(archive.oracle().rows(archive.callers().getLast(), "true" + UNTOUCHED, "r.srn", "", ""));
        try (OthersWrite others = new OthersWrite(archive.archive())) {
            for (long seed = 1; seed <= Long.getLong("weft.oracle", 15); seed++) {
                Random random = new Random(seed);
                Question question = archive.question(random);
                boolean backward = random.nextBoolean();
                List<String> expected = archive.oracle()
                        .all(
                                question.caller(),
                                question.filter().sql() + UNTOUCHED,
                                question.order().sql());
                assertThat(walked(archive, question, random, backward).stream().filter(untouched::contains))
                        .as("seed " + seed + (backward ? " backward " : " ") + question.told())
                        .isEqualTo(backward ? expected.reversed() : expected);
            }
            assertThat(others.written()).as("rows that others wrote meanwhile").isGreaterThan(1_000);
        }
    }

    private static List<String> walked(OracleArchive archive, Question question, Random random, boolean backward) {
        List<String> walked = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        for (boolean more = true; more; ) {
            Map<String, Object> variables = new LinkedHashMap<>();
            variables.put("filter", question.filter().graphQl());
            variables.put("orderBy", question.order().graphQl());
            variables.put(backward ? "last" : "first", 40 + random.nextInt(200));
            cursor.ifPresent(at -> variables.put(backward ? "before" : "after", at));
            String way = OracleArchive.WAYS.get(random.nextInt(OracleArchive.WAYS.size()));
            JsonNode records = archive.records(question, way, PAGE, variables);
            List<String> page = OracleArchive.srns(records);
            assertThat(page).as(way + " " + question.told()).doesNotHaveDuplicates();
            walked.addAll(backward ? page.reversed() : page);
            more = records.at(backward ? "/pageInfo/hasPreviousPage" : "/pageInfo/hasNextPage")
                    .asBoolean();
            cursor = Optional.of(records.at(backward ? "/pageInfo/startCursor" : "/pageInfo/endCursor")
                    .asString());
        }
        return walked;
    }
}
