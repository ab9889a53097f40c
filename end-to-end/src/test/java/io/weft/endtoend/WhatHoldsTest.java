package io.weft.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.endtoend.OracleArchive.Question;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The same few selections over and over, found by what services said before where it still holds, while somebody writes past all services now and then. */
@ExtendWith(OracleArchive.Extension.class)
class WhatHoldsTest {

    private static final String PAGE = """
            query ($filter: RecordFilter, $orderBy: [RecordOrder!]) {
              records(filter: $filter, orderBy: $orderBy, first: 30) { edges { node { srn } } }
            }
            """;

    @Test
    void whatever_was_committed_is_in_the_next_answer(OracleArchive archive) throws SQLException {
        Random random = new Random(7);
        List<Question> questions =
                IntStream.range(0, 8).mapToObj(i -> archive.question(random)).toList();
        int kept = 0;
        try (TouchedRecords others = new TouchedRecords(archive.archive())) {
            for (int time = 0; time < 300; time++) {
                if (random.nextInt(6) == 0) {
                    others.write(random);
                }
                Question question = questions.get(random.nextInt(questions.size()));
                String way = OracleArchive.WAYS.get(random.nextInt(OracleArchive.WAYS.size()));
                List<String> expected = archive.oracle()
                        .all(
                                question.caller(),
                                question.filter().sql(),
                                question.order().sql());
                JsonNode answer = ask(archive, question, way);
                assertThat(OracleArchive.srns(answer.at("/data/records")))
                        .as(time + " " + way + " " + question.told() + " " + answer.path("errors"))
                        .isEqualTo(expected.stream().limit(30).toList());
                kept += (int) answer.at("/extensions/explain/selections")
                        .valueStream()
                        .flatMap(selection -> selection.path("calls").valueStream())
                        .filter(call -> call.path("kept").asBoolean(false))
                        .count();
            }
        }
        assertThat(kept).as("calls that nobody had to answer").isGreaterThan(50);
    }

    private static JsonNode ask(OracleArchive archive, Question question, String way) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("filter", question.filter().graphQl());
        variables.put("orderBy", question.order().graphQl());
        Map<String, String> headers = new LinkedHashMap<>(Map.of("x-weft-explain", "all"));
        if (!way.isEmpty()) {
            headers.put("x-weft-strategy", way);
        }
        return archive.archive()
                .ask(
                        archive.gateway().url().resolve("/graphql"),
                        question.caller().token(),
                        PAGE,
                        variables,
                        headers)
                .body();
    }
}
