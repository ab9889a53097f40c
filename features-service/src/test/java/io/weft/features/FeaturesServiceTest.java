package io.weft.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.AtOnce;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.ServiceClient;
import io.weft.service.testing.UntrustedHeaders;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeaturesServiceTest {

    private static RunningService service;
    private static String a;
    private static String b;
    private static String hidden;
    private static ServiceClient anonymous;
    private static ServiceClient ada;
    private static ServiceClient stranger;
    private static ServiceClient curator;

    @BeforeAll
    static void start() {
        service = RunningService.start("features", FeaturesServiceApplication.class);
        a = service.records().publish("rec-a", "ada", "-infinity");
        b = service.records().publish("rec-b", "bob", "-infinity");
        hidden = service.records().publish("rec-hidden", "ada", "infinity");
        anonymous = service.as(Principal.anonymous());
        ada = service.as("ada", Role.DEPOSITOR);
        stranger = service.as("eve", Role.DEPOSITOR);
        curator = service.as("cora", Role.CURATOR);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private void register(String name, String cardinality, String columns) {
        curator.data(registration(name, cardinality, columns));
    }

    private static String registration(String name, String cardinality, String columns) {
        return "mutation { registerHook(input: {name: \"" + name + "\", cardinality: " + cardinality + ", columns: ["
                + columns + "]}) { name fieldName cardinality columns { name jsonType required } } }";
    }

    private JsonNode features(ServiceClient client, String record, String selection) {
        return client.ask(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Record { features { " + selection
                                + " } } } }",
                        Map.of("r", List.of(Map.of("__typename", "Record", "srn", record))))
                .at("/data/_entities/0/features");
    }

    private static String line(String record, String rows) {
        return "{\"record\": \"" + record + "\", \"rows\": " + rows + "}";
    }

    private static String bad(ServiceClient client, String path, String lines) {
        HttpResponse<String> answer = client.bulk(path, lines);
        assertThat(answer.statusCode()).isBetween(400, 499);
        return answer.body();
    }

    @Test
    void headers_that_the_gateway_did_not_sign_for_this_service_and_moment_are_refused() {
        for (String path : List.of("/graphql", "/bulk/features/classifier")) {
            UntrustedHeaders.sentTo(service, path).forEach((wrong, answer) -> {
                assertThat(answer.statusCode()).as("%s at %s", wrong, path).isEqualTo(401);
                assertThat(answer.body()).as("%s at %s", wrong, path).contains("TRUSTED_HEADERS_");
            });
        }
    }

    @Test
    void recordsAreSelectedByWhatWasComputedOfThem() {
        register("spot_count", "many", "{name: \"spots\", jsonType: integer}");
        ada.data("mutation { putFeatures(hook: \"spot_count\", release: \"1\", records: ["
                + "{record: \"" + a + "\", rows: [{spots: 1}, {spots: 7}]},"
                + " {record: \"" + hidden + "\", rows: [{spots: 8}]}]) { rows } }");
        String ask = "{ s: featuresRecordSelection(filter: {features: {spotCount: {some: {spots: {gt: 5}}}}},"
                + " orderBy: [{features: {spotCount: {max: {spots: DESC}}}}], first: 9) { count entries { key } } }";
        assertThat(anonymous.data(ask).at("/s").toString()).isEqualTo("{\"count\":1,\"entries\":[{\"key\":1}]}");
        assertThat(ada.data(ask).at("/s").toString()).isEqualTo("{\"count\":2,\"entries\":[{\"key\":3},{\"key\":1}]}");
    }

    @Test
    void aHookOfOneRowIsAnObjectOfEveryType() {
        register("cell_classifier", "one", """
                {name: "label", jsonType: string, required: true},
                {name: "confidence", jsonType: number, unit: "1"},
                {name: "count", jsonType: integer},
                {name: "sure", jsonType: boolean},
                {name: "at", jsonType: string, format: "date-time"},
                {name: "day", jsonType: string, format: "date"},
                {name: "token", jsonType: string, format: "uuid"},
                {name: "list", jsonType: array},
                {name: "embedding", jsonType: array, format: "vector", dimension: 3},
                {name: "extra", jsonType: object}""");
        ada.data(
                "mutation { putFeatures(hook: \"cell_classifier\", release: \"1.2\", records: [{record: \"" + a
                        + "\", rows: [{label: \"T\", confidence: 0.9, count: 3, sure: true, at: \"2020-01-31T12:00:00Z\", day: \"2020-01-31\","
                        + " token: \"123e4567-e89b-12d3-a456-426614174000\", list: [1, \"x\"], embedding: [1, 2, 3], extra: {k: 1}}]}]) { rows run } }");
        assertThat(features(
                                anonymous,
                                a,
                                "cellClassifier { label confidence count sure at day token list embedding extra run { release } }")
                        .toString())
                .isEqualTo(
                        "{\"cellClassifier\":{\"label\":\"T\",\"confidence\":0.9,\"count\":3,\"sure\":true,"
                                + "\"at\":\"2020-01-31T12:00:00.000Z\",\"day\":\"2020-01-31\",\"token\":\"123e4567-e89b-12d3-a456-426614174000\","
                                + "\"list\":[1,\"x\"],\"embedding\":[1.0,2.0,3.0],\"extra\":{\"k\":1},\"run\":{\"release\":\"1.2\"}}}");
        assertThat(features(anonymous, b, "cellClassifier { label }").toString())
                .isEqualTo("{\"cellClassifier\":null}");
        String path = "/bulk/features/cell_classifier?release=2";
        assertThat(bad(ada, path, line(a, "[{\"label\": \"x\"}, {\"label\": \"y\"}]")))
                .contains("line 1", "one row per record");
        assertThat(bad(ada, path, line(a, "[{\"label\": \"x\", \"embedding\": [1, 2]}]")))
                .contains("a list of 3 numbers");
        assertThat(bad(ada, path, line(a, "[{\"label\": \"x\", \"extra\": [1]}]")))
                .contains("line 1: extra: must be a JSON object");
        assertThat(bad(ada, path, line(a, "[{\"confidence\": 1}]"))).contains("rows[0].label: is required");
    }

    @Test
    void aHookOfManyRowsIsAConnectionWhoseRowsAreReplacedAtOnce() {
        register(
                "marker_genes",
                "many",
                "{name: \"gene\", jsonType: string, required: true}, {name: \"p_value\", jsonType: number}");
        String path = "/bulk/features/marker_genes?release=1.4.1";
        HttpResponse<String> loaded = curator.bulk(
                path,
                line(
                                a,
                                "[{\"gene\": \"a\", \"p_value\": 0.1}, {\"gene\": \"b\", \"p_value\": 0.01}, {\"gene\": \"c\"}]")
                        + "\n" + line(hidden, "[{\"gene\": \"h\", \"p_value\": 0.5}]") + "\n" + line(b, "[]"));
        assertThat(loaded.body()).isEqualTo("{\"lines\":3,\"rows\":4}");
        assertThat(features(
                                anonymous,
                                a,
                                "markerGenes(filter: {pValue: {lt: 1}}, orderBy: [{pValue: ASC}], first: 1)"
                                        + " { totalCount nodes { gene run { release startedAt } } pageInfo { hasNextPage } }")
                        .toString())
                .contains("\"totalCount\":2", "\"gene\":\"b\"", "\"release\":\"1.4.1\"", "\"hasNextPage\":true");
        String root =
                "{ markerGenes(filter: {run: {release: {eq: \"1.4.1\"}}}) { totalCount nodes { record { srn } } } }";
        assertThat(anonymous.data(root).at("/markerGenes/totalCount").asInt()).isEqualTo(3);
        assertThat(stranger.data(root).at("/markerGenes/totalCount").asInt()).isEqualTo(3);
        assertThat(ada.data(root).at("/markerGenes/totalCount").asInt()).isEqualTo(4);
        assertThat(curator.data(root).at("/markerGenes/totalCount").asInt()).isEqualTo(4);

        ada.data("mutation { putFeatures(hook: \"marker_genes\", release: \"2\", records: [{record: \"" + a
                + "\", rows: [{gene: \"z\"}]}]) { records rows } }");
        assertThat(features(anonymous, a, "markerGenes { nodes { gene run { release } } }")
                        .at("/markerGenes/nodes")
                        .toString())
                .isEqualTo("[{\"gene\":\"z\",\"run\":{\"release\":\"2\"}}]");
        assertThat(bad(ada, path, line(b, "[{\"gene\": \"x\"}]"))).contains("line 1", "somebody else");
        assertThat(bad(ada, "/bulk/features/marker_genes", line(a, "[]"))).contains("release");
        assertThat(bad(ada, "/bulk/features/nothing?release=1", line(a, "[]"))).contains("no hook");
        ada.bulk(path, line(a, "[]"));
        assertThat(features(anonymous, a, "markerGenes { totalCount }")
                        .at("/markerGenes/totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void aHookThatManyRegisterAtOnceIsRegisteredOnceAndNobodyIsRefused() {
        String race = registration("race_thing", "one", "{name: \"a\", jsonType: string}");
        AtOnce.run(6, _ -> curator.data(race))
                .forEach(data -> assertThat(data.at("/registerHook/fieldName").asString())
                        .isEqualTo("raceThing"));
    }

    @Test
    void onlyTheOwnerAndCuratorsWriteAndOthersNotEvenPastTheService() {
        register("their_thing", "many", "{name: \"n\", jsonType: integer}");
        String path = "/bulk/features/their_thing?release=1";
        for (ServiceClient client : List.of(anonymous, stranger)) {
            assertThat(bad(client, path, line(a, "[{\"n\": 666}]"))).contains("\"code\":\"FORBIDDEN\"");
        }
        assertThat(ada.bulk(path, line(a, "[{\"n\": 1}]")).statusCode()).isEqualTo(200);
        assertThat(curator.bulk(path, line(hidden, "[{\"n\": 2}]")).statusCode())
                .isEqualTo(200);
        String eve = "SELECT set_config('weft.user_id', 'eve', true), set_config('weft.role_rank', '10', true); ";
        assertThatCode(() -> service.database()
                        .execute(
                                service.database().service("features"),
                                eve + "UPDATE features.their_thing SET n = 666; DELETE FROM features.their_thing"))
                .doesNotThrowAnyException();
        String numbers = "{ theirThing(orderBy: [{ n: ASC }]) { nodes { n } } }";
        assertThat(curator.data(numbers).at("/theirThing/nodes").toString()).isEqualTo("[{\"n\":1},{\"n\":2}]");
        assertThat(ada.data(numbers).at("/theirThing/nodes").toString()).isEqualTo("[{\"n\":1},{\"n\":2}]");
        assertThat(stranger.data(numbers).at("/theirThing/nodes").toString()).isEqualTo("[{\"n\":1}]");
        assertThat(anonymous.data(numbers).at("/theirThing/nodes").toString()).isEqualTo("[{\"n\":1}]");
    }

    @Test
    void aRowThatIsNotAllowedWritesNothing() {
        register("whole_thing", "many", "{name: \"n\", jsonType: integer}, {name: \"o\", jsonType: object}");
        String path = "/bulk/features/whole_thing?release=1";
        assertThat(bad(curator, path, line(a, "[{\"n\": 1}]") + "\n" + line(b, "[{\"n\": 2, \"o\": []}]")))
                .contains("line 2: o: must be a JSON object");
        assertThat(curator.data("{ wholeThing { totalCount } }")
                        .at("/wholeThing/totalCount")
                        .asInt())
                .isZero();
        assertThat(count("features.runs", "hook = 'whole_thing'")).isZero();
    }

    private static long count(String table, String condition) {
        try (Connection connection =
                        service.database().connect(service.database().superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table + " WHERE " + condition)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatCannotBecomeATableIsRefusedWithItsPlace() {
        String column = "{name: \"a\", jsonType: string}";
        assertThat(refusal("Bad", column)).startsWith("name:");
        assertThat(refusal("runs", column)).contains("table of the service itself");
        assertThat(refusal("search_records", column)).contains("Query.searchRecords", "choose another name");
        assertThat(refusal("abc", "")).startsWith("columns:");
        assertThat(refusal("abc", "{name: \"run_id\", jsonType: string}")).startsWith("columns[0].name");
        assertThat(refusal("abc", "{name: \"a\", jsonType: number, format: \"date\"}"))
                .startsWith("columns[0].format");
        assertThat(refusal("abc", "{name: \"a\", jsonType: array, format: \"vector\"}"))
                .startsWith("columns[0].dimension");
        register("same_thing", "one", column);
        register("same_thing", "one", column);
        assertThat(refusal("same_thing", column + ", {name: \"b\", jsonType: string}"))
                .contains("choose another name");
        assertThat(ada.firstError(registration("abc", "one", column))
                        .at("/extensions/code")
                        .asString())
                .isEqualTo("FORBIDDEN");
        assertThat(anonymous.data("{ hooks { name fieldName } }").toString()).contains("sameThing");
    }

    private String refusal(String name, String columns) {
        return curator.firstError(registration(name, "one", columns))
                .get("message")
                .asString();
    }
}
