package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of more digits than a double has, over HTTP: none is lost, whether a literal says them or a variable, at once or by the engine. */
class DigitsTest {

    private static final String EXACT = "12345678901234567890.12345678901234567890";
    private static final String WHOLE = "98765432109876543210987";
    private static final String BIG = "9007199254740993";

    /** Of a value of JSON. */
    private static final String DOCUMENT =
            "{%1$sa%1$s: [" + EXACT + ", {%1$sb%1$s: " + WHOLE + "}], %1$sc%1$s: 0.10000000000000000001}";

    private static final String LITERAL = DOCUMENT.formatted("");
    private static final String JSON = DOCUMENT.formatted("\"");

    private static RunningService service;

    @BeforeAll
    static void start() throws SQLException {
        service = RunningService.start("records", TablesOnlyService.class, "weft.database.schema=records");
        service.database().execute(service.database().superuser(), """
                CREATE TABLE records.figure (exact numeric PRIMARY KEY, big bigint, doc json, docb jsonb, docs jsonb[]);
                COMMENT ON TABLE records.figure IS '@writable';
                GRANT SELECT, INSERT, UPDATE, DELETE ON records.figure TO records_service""");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> post("{ _service { sdl } }", "{}").contains("type Figure"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String post(String document, String variables) {
        HttpResponse<String> answer = service.post(
                "/graphql",
                service.signed(Callers.user("cora", Role.CURATOR)),
                "application/json",
                "{\"query\": \"" + document.replace("\"", "\\\"") + "\", \"variables\": " + variables + "}");
        return answer.body();
    }

    private static void empty() throws SQLException {
        service.database().execute(service.database().superuser(), "DELETE FROM records.figure");
    }

    private static void fill() throws SQLException {
        empty();
        service.database()
                .execute(
                        service.database().superuser(),
                        "INSERT INTO records.figure VALUES (%1$s, %2$s, '%3$s', '%3$s', ARRAY['%3$s'::jsonb])"
                                .formatted(EXACT, BIG, JSON));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "mutation { insertFigure(values: { exact: $EXACT, big: $BIG, doc: $LITERAL, docb: $LITERAL, docs: [$LITERAL] }) { $READ } }",
                "mutation($exact: Decimal!, $big: Long, $json: JSON) { insertFigure(values: { exact: $exact, big: $big, doc: $json, docb: $json, docs: [$json] }) { $READ } }",
                "mutation($values: FigureInsert!) { insertFigure(values: $values) { $READ } }",
                "mutation($many: [FigureInsert!]!) { insertManyFigure(values: $many) { $READ } }",
                "mutation($number: JSON, $whole: JSON, $small: JSON, $exact: Decimal!, $big: Long) { insertFigure(values: { exact: $exact, big: $big, doc: { a: [$number, { b: $whole }], c: $small }, docb: { a: [$number, { b: $whole }], c: $small }, docs: [{ a: [$number, { b: $whole }], c: $small }] }) { $READ } }"
            })
    void writtenTheyAreWhatWasSaid(String document) throws SQLException {
        empty();
        assertThat(answer(document)).contains(read());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{ figure(filter: { exact: { eq: $EXACT }, big: { eq: $BIG }, doc: { eq: $LITERAL }, docb: { contains: $LITERAL }, docs: { has: $LITERAL } }) { nodes { $READ } } }",
                "query($exact: Decimal!, $big: Long!, $json: JSON!) { figure(filter: { exact: { in: [$exact] }, big: { in: [$big] }, doc: { eq: $json }, docb: { contains: $json }, docs: { hasAny: [$json] } }) { nodes { $READ } } }",
                "query($filter: FigureFilter) { figure(filter: $filter) { nodes { $READ } } }",
                "query($number: JSON) { figure(filter: { docb: { contains: { a: [$number] } } }) { nodes { $READ } } }",
                "query($exact: Decimal!) { figureByExact(exact: $exact) { $READ } }",
                "query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Figure { $READ } } }",
                "{ _entities(representations: [{ __typename: \"Figure\", exact: $EXACT }]) { ... on Figure { $READ } } }"
            })
    void soughtTheyAreFound(String document) throws SQLException {
        fill();
        for (String asked : List.of(document, document.replaceFirst("} }?$", "} __schema { __typename } }"))) {
            assertThat(answer(asked)).as(asked).contains(read());
        }
    }

    @Test
    void oneDigitLessIsAnotherNumber() throws SQLException {
        fill();
        assertThat(
                        post(
                                "query($number: JSON, $exact: Decimal) { figure(filter: { or: [{ docb: { contains: { a: [$number] } } }, { exact: { eq: $exact } }] }) { totalCount } }",
                                "{\"number\": 12345678901234567890.1234567890123456789, \"exact\": 12345678901234567890.123456789012345678}"))
                .contains("\"totalCount\":1");
        assertThat(post(
                        "query($number: JSON, $exact: Decimal) { figure(filter: { or: [{ docb: { contains: { a: [$number] } } }, { exact: { eq: $exact } }] }) { totalCount } }",
                        "{\"number\": 12345678901234567890.123456789012345678, \"exact\": 12345678901234567000}"))
                .contains("\"totalCount\":0");
    }

    private static String answer(String document) {
        String values = "{\"exact\": $EXACT, \"big\": $BIG, \"doc\": $JSON, \"docb\": $JSON, \"docs\": [$JSON]}";
        return post(
                filled(document),
                filled("{\"exact\": $EXACT, \"big\": $BIG, \"json\": $JSON, \"number\": $EXACT, \"whole\": $WHOLE,"
                        + " \"small\": 0.10000000000000000001, \"values\": " + values + ", \"many\": [" + values + "],"
                        + " \"filter\": {\"exact\": {\"eq\": $EXACT}, \"docb\": {\"contains\": $JSON}},"
                        + " \"keys\": [{\"__typename\": \"Figure\", \"exact\": $EXACT}]}"));
    }

    private static String filled(String text) {
        return text.replace("$READ", "exact big doc docb docs")
                .replace("$EXACT", EXACT)
                .replace("$BIG", BIG)
                .replace("$LITERAL", LITERAL)
                .replace("$JSON", JSON)
                .replace("$WHOLE", WHOLE);
    }

    private static String read() {
        String document = JSON.replace(" ", "");
        return "{\"exact\":\"%1$s\",\"big\":%2$s,\"doc\":%3$s,\"docb\":%3$s,\"docs\":[%3$s]}"
                .formatted(EXACT, BIG, document);
    }
}
