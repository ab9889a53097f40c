package io.weft.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.AtOnce;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.ServiceClient;
import io.weft.service.testing.UntrustedHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetadataServiceTest {

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
        service = RunningService.start("metadata", MetadataServiceApplication.class);
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

    private void register(String id, String version, String fields) {
        curator.data(registration(id, version, fields));
    }

    private static String registration(String id, String version, String fields) {
        return "mutation { registerSchema(input: {id: \"" + id + "\", version: \"" + version + "\", fields: [" + fields
                + "]}) { id fieldName fields { name type } } }";
    }

    @Test
    void headers_that_the_gateway_did_not_sign_for_this_service_and_moment_are_refused() {
        for (String path : List.of("/graphql", "/bulk/metadata/sample/1.0.0")) {
            UntrustedHeaders.sentTo(service, path).forEach((wrong, answer) -> {
                assertThat(answer.statusCode()).as("%s at %s", wrong, path).isEqualTo(401);
                assertThat(answer.body()).as("%s at %s", wrong, path).contains("TRUSTED_HEADERS_");
            });
        }
    }

    @Test
    void twoSchemasThatWouldHaveOneNameInTheGraphAreRefusedWithBothNames() {
        register("soil-probe", "2.0.0", "{name: \"depth\", type: text}");
        String refused = curator.ask(registration("soil-probe-v2", "1.0.0", "{name: \"depth\", type: text}"), Map.of())
                .path("errors")
                .toString();
        assertThat(refused)
                .contains("SoilProbeV2Metadata", "metadata.soil_probe_v2 ", "metadata.soil_probe_v2_v1", "CONFLICT");
    }

    @Test
    void aSchemaBecomesATypedTableThatCanBeAskedAtOnce() {
        register("pdb-structure", "1.0.0", """
                {name: "pdb_id", type: text, required: true, pattern: "^[0-9][a-z0-9]{3}$"},
                {name: "resolution", type: number, unit: "Å", minValue: 0, description: "How fine"},
                {name: "chain_count", type: number, integerOnly: true},
                {name: "keywords", type: text, cardinality: zero_or_more},
                {name: "deposition_date", type: date},
                {name: "checked", type: boolean},
                {name: "datasheet", type: url},
                {name: "method", type: term}""");
        JsonNode put = ada.data("mutation { putMetadata(schema: \"pdb-structure\", version: \"1.0.0\", records: ["
                + "{record: \"" + a
                + "\", values: {pdb_id: \"1abc\", resolution: 1.5, chain_count: 2, keywords: [\"x\", \"a,b\"],"
                + " deposition_date: \"2020-01-31\", checked: true, datasheet: \"https://a.b/c\", method: \"EM\"}},"
                + "{record: \"" + hidden + "\", values: {pdb_id: \"2abc\", resolution: 2.5}}]) { records } }");
        assertThat(put.at("/putMetadata/records").asInt()).isEqualTo(2);

        JsonNode entity = anonymous.ask(
                "query($r: [_Any!]!) { _entities(representations: $r) { ... on Record { srn number metadata { pdbStructure {"
                        + " pdbId resolution chainCount keywords depositionDate checked datasheet method schemaVersion } } } } }",
                Map.of(
                        "r",
                        List.of(
                                Map.of("__typename", "Record", "srn", a),
                                Map.of("__typename", "Record", "number", 2),
                                Map.of("__typename", "Record", "srn", hidden))));
        assertThat(entity.at("/data/_entities").toString())
                .isEqualTo("[{\"srn\":\"" + a + "\",\"number\":1,\"metadata\":{\"pdbStructure\":{\"pdbId\":\"1abc\","
                        + "\"resolution\":1.5,\"chainCount\":2,\"keywords\":[\"x\",\"a,b\"],\"depositionDate\":\"2020-01-31\","
                        + "\"checked\":true,\"datasheet\":\"https://a.b/c\",\"method\":\"EM\",\"schemaVersion\":\"1.0.0\"}}},"
                        + "{\"srn\":\"" + b + "\",\"number\":2,\"metadata\":{\"pdbStructure\":null}},null]");

        String count = "{ pdbStructures(filter: {resolution: {lt: 3}}, orderBy: [{resolution: DESC}])"
                + " { totalCount nodes { pdbId record { srn } } } }";
        assertThat(anonymous.data(count).at("/pdbStructures/totalCount").asInt())
                .isEqualTo(1);
        assertThat(stranger.data(count).at("/pdbStructures/totalCount").asInt()).isEqualTo(1);
        assertThat(ada.data(count).at("/pdbStructures/totalCount").asInt()).isEqualTo(2);
        assertThat(curator.data(count).at("/pdbStructures/nodes/0/record/srn").asString())
                .isEqualTo(hidden);
        assertThat(anonymous.data("{ _service { sdl } }").at("/_service/sdl").asString())
                .contains("How fine. Unit: Å", "type Record @key(fields: \"srn\"", "metadata: RecordMetadata");
    }

    @Test
    void recordsAreSelectedByWhatIsSaidOfThem() {
        register("rock-sample", "1.0.0", "{name: \"mass\", type: number}, {name: \"kind\", type: text}");
        ada.data("mutation { putMetadata(schema: \"rock-sample\", version: \"1.0.0\", records: ["
                + "{record: \"" + a + "\", values: {mass: 2, kind: \"flint\"}},"
                + " {record: \"" + hidden + "\", values: {mass: 1, kind: \"flint\"}}]) { records } }");
        String ask = "{ s: metadataRecordSelection(filter: {metadata: {rockSample: {kind: {eq: \"flint\"}}}},"
                + " orderBy: [{metadata: {rockSample: {mass: ASC}}}], first: 9) { complete count entries { key } } }";
        assertThat(anonymous.data(ask).at("/s").toString())
                .isEqualTo("{\"complete\":true,\"count\":1,\"entries\":[{\"key\":1}]}");
        assertThat(ada.data(ask).at("/s").toString())
                .isEqualTo("{\"complete\":true,\"count\":2,\"entries\":[{\"key\":3},{\"key\":1}]}");
        assertThat(anonymous.data("{ _service { sdl } }").at("/_service/sdl").asString())
                .contains(
                        "@selector(entity: \"Record\", key: \"number\", all: true)",
                        "https://weft.io/selection/",
                        "directive @selector");
    }

    @Test
    void minorsAddOptionalFieldsAndMajorsGetATableOfTheirOwn() {
        register("alloy-sample", "1.0.0", "{name: \"mass\", type: number, required: true}");
        register("alloy-sample", "1.0.0", "{name: \"mass\", type: number, required: true}");
        ada.data(putMass("1.0.0", "mass: 1"));
        register(
                "alloy-sample",
                "1.1.0",
                "{name: \"mass\", type: number, required: true}, {name: \"phase\", type: text}");
        register("alloy-sample", "2.0.0", "{name: \"weight\", type: number}");
        JsonNode data =
                anonymous.data("{ alloySamples { nodes { mass phase schemaVersion } } alloySamplesV2 { totalCount } }");
        assertThat(data.toString())
                .isEqualTo("{\"alloySamples\":{\"nodes\":[{\"mass\":1.0,\"phase\":null,\"schemaVersion\":\"1.0.0\"}]},"
                        + "\"alloySamplesV2\":{\"totalCount\":0}}");
        assertThat(conflict("1.1.0", "{name: \"mass\", type: number}")).contains("never changes");
        assertThat(conflict("1.2.0", "{name: \"mass\", type: text, required: true}, {name: \"phase\", type: text}"))
                .contains("fields.mass", "register 2.0.0");
        assertThat(conflict("1.2.0", "{name: \"mass\", type: number, required: true}"))
                .contains("phase", "missing");
        assertThat(conflict(
                        "1.2.0",
                        "{name: \"mass\", type: number, required: true}, {name: \"phase\", type: text},"
                                + " {name: \"more\", type: text, required: true}"))
                .contains("cannot be required");
        assertThat(conflict("1.0.1", "{name: \"mass\", type: number, required: true}"))
                .contains("would come before it");
        assertThat(anonymous.data("{ schemas { id version } }").toString()).contains("\"version\":\"2.0.0\"");
    }

    private static String putMass(String version, String values) {
        return "mutation { putMetadata(schema: \"alloy-sample\", version: \"" + version + "\", records: [{record: \""
                + a + "\", values: {" + values + "}}]) { records } }";
    }

    private String conflict(String version, String fields) {
        return curator.firstError(registration("alloy-sample", version, fields))
                .get("message")
                .asString();
    }

    @Test
    void aSchemaThatManyRegisterAtOnceIsRegisteredOnceAndNobodyIsRefused() {
        String race = registration("race-thing", "1.0.0", "{name: \"a\", type: text}");
        AtOnce.run(6, _ -> curator.data(race))
                .forEach(data -> assertThat(data.at("/registerSchema/fieldName").asString())
                        .isEqualTo("raceThing"));
    }

    @Test
    void whatCannotBecomeATableIsRefusedWithItsPlace() {
        String text = "{name: \"a\", type: text}";
        assertThat(refusal("Bad", "1.0.0", text)).startsWith("id:");
        assertThat(refusal("abc", "1.0", text)).startsWith("version:");
        assertThat(refusal("abc", "1.0.0", "")).startsWith("fields:");
        assertThat(refusal("abc", "1.0.0", "{name: \"A\", type: text}")).startsWith("fields[0].name");
        assertThat(refusal("abc", "1.0.0", "{name: \"record_srn\", type: text}"))
                .startsWith("fields[0].name");
        assertThat(refusal("abc", "1.0.0", text + "," + text)).startsWith("fields[1].name");
        assertThat(refusal("abc", "1.0.0", "{name: \"a\", type: text, minValue: 1}"))
                .startsWith("fields[0].minValue");
        assertThat(refusal("abc", "1.0.0", "{name: \"a\", type: text, pattern: \"(\"}"))
                .startsWith("fields.a.pattern");
        assertThat(refusal("a" + "b".repeat(62), "1.0.0", text)).contains("63");
        assertThat(refusal("record", "1.0.0", text)).contains("Query.records", "choose another id");
        assertThat(refusal("convention", "1.0.0", text)).contains("Query.conventions");
        register("gas-v2", "1.0.0", text);
        assertThat(refusal("gas", "2.0.0", text)).contains("gas-v2".replace('-', '_'), "gas_v2");
        assertThat(ada.firstError(registration("abc", "1.0.0", text))
                        .at("/extensions/code")
                        .asString())
                .isEqualTo("FORBIDDEN");
    }

    private String refusal(String id, String version, String fields) {
        return curator.firstError(registration(id, version, fields))
                .get("message")
                .asString();
    }

    @Test
    void aBulkLoadWritesAllOrTellsTheBadLine() {
        register(
                "bulk-thing",
                "1.0.0",
                "{name: \"size\", type: number, required: true, minValue: 0}, {name: \"line\", type: text}");
        String path = "/bulk/metadata/bulk-thing/1.0.0";
        String good = line(a, "{\"size\": 1, \"line\": \"tab\\tand\\\\\"}") + "\n\n" + line(b, "{\"size\": 2}");
        HttpResponse<String> loaded = curator.bulk(path, good);
        assertThat(loaded.body()).isEqualTo("{\"lines\":2,\"rows\":2}");
        assertThat(anonymous
                        .data("{ bulkThings(orderBy: [{size: ASC}]) { nodes { size line } } }")
                        .at("/bulkThings/nodes")
                        .toString())
                .isEqualTo("[{\"size\":1.0,\"line\":\"tab\\tand\\\\\"},{\"size\":2.0,\"line\":null}]");

        assertThat(bad(curator, path, line(a, "{\"size\": 9}") + "\n{nonsense")).contains("line 2: it is no JSON");
        assertThat(bad(curator, path, line(a, "{\"size\": 9}") + "\n" + line(b, "{\"size\": \"x\"}")))
                .contains("line 2: values.size: a number");
        assertThat(bad(curator, path, line(a, "{\"size\": 9}") + "\n" + line(b, "{}")))
                .contains("line 2: values.size: is required");
        assertThat(bad(curator, path, line(a, "{\"size\": 9}") + "\n" + line(b, "{\"size\": -1}")))
                .contains("line 2: size: must be at least 0", "\"column\":\"size\"", "\"rule\":\"min_value\"");
        assertThat(bad(curator, path, line(a, "{\"size\": 9, \"other\": 1}")))
                .contains("values.other", "no such field");
        assertThat(bad(curator, path, line(a, "{\"size\": 9}") + "\n" + line(a, "{\"size\": 8}")))
                .contains("line 2", "already");
        assertThat(bad(curator, path, line("urn:osa:localhost:rec:nothing@1", "{\"size\": 9}")))
                .contains("line 1", "does not exist");
        assertThat(bad(ada, path, line(a, "{\"size\": 9}") + "\n" + line(b, "{\"size\": 9}")))
                .contains("line 2", "somebody else");
        assertThat(bad(stranger, path, line(hidden, "{\"size\": 9}")))
                .contains("does not exist, or you may not see it");
        assertThat(bad(anonymous, path, line(a, "{\"size\": 9}"))).contains("DEPOSITOR");
        assertThat(bad(curator, "/bulk/metadata/bulk-thing/3.0.0", line(a, "{\"size\": 9}")))
                .contains("no schema");
        assertThat(anonymous
                        .data("{ bulkThings(filter: {size: {gt: 2}}) { totalCount } }")
                        .at("/bulkThings/totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void aBrokenRuleIsToldWithItsFieldAndWhatIsAllowed() {
        register("rule-thing", "1.0.0", """
                {name: "code", type: text, pattern: "^[A-Z]+$"}, {name: "name", type: text, minLength: 2, maxLength: 4},
                {name: "ph", type: number, minValue: 0, maxValue: 14}, {name: "site", type: url},
                {name: "levels", type: number, cardinality: one_or_more, minValue: 1.5, maxValue: 2},
                {name: "tags", type: text, cardinality: zero_or_more, maxLength: 3}""");
        Map.of(
                        "{\"code\": \"a\"}", "code: must be a text that matches the regular expression ^[A-Z]+$",
                        "{\"name\": \"a\"}", "name: must be a text of at least 2 characters",
                        "{\"name\": \"abcde\"}", "name: must be a text of at most 4 characters",
                        "{\"ph\": 15}", "ph: must be at most 14",
                        "{\"site\": \"nowhere\"}", "site: must be an absolute URL",
                        "{\"levels\": []}", "levels: must be a list of at least one value",
                        "{\"levels\": [1]}", "levels: must be numbers at least 1.5 and at most 2",
                        "{\"tags\": [\"abcd\"]}", "tags: must be texts whose numbers of characters are at most 3")
                .forEach((values, message) -> assertThat(
                                bad(curator, "/bulk/metadata/rule-thing/1.0.0", line(a, values)))
                        .contains("line 1: " + message, "of rule-thing@1.0.0", "\"allowed\""));
    }

    private static String line(String record, String values) {
        return "{\"record\": \"" + record + "\", \"values\": " + values + "}";
    }

    private static String bad(ServiceClient client, String path, String lines) {
        HttpResponse<String> answer = client.bulk(path, lines);
        assertThat(answer.statusCode()).isBetween(400, 499);
        return answer.body();
    }

    @Test
    void rowRulesHoldForWhoeverWritesSqlPastTheService() {
        register("past-thing", "1.0.0", "{name: \"size\", type: number}");
        curator.bulk("/bulk/metadata/past-thing/1.0.0", line(b, "{\"size\": 1}"));
        String eve = "SELECT set_config('weft.user_id', 'eve', true), set_config('weft.role_rank', '10', true); ";
        assertThatThrownBy(() -> service.database()
                        .execute(
                                service.database().service("metadata"),
                                eve
                                        + "INSERT INTO metadata.past_thing_v1 (record_number, record_srn, record_readable_from,"
                                        + " record_owner, schema_version, size) SELECT number, srn, readable_from, owner,"
                                        + " '1.0.0', 666 FROM records.records WHERE srn = '" + a + "'"))
                .hasMessageContaining("row-level security");
        assertThatCode(
                        () -> service.database()
                                .execute(
                                        service.database().service("metadata"),
                                        eve
                                                + "UPDATE metadata.past_thing_v1 SET size = 666; DELETE FROM metadata.past_thing_v1"))
                .doesNotThrowAnyException();
        assertThat(anonymous
                        .data("{ pastThings { nodes { size } } }")
                        .at("/pastThings/nodes")
                        .toString())
                .isEqualTo("[{\"size\":1.0}]");
    }

    @Test
    void whenARecordIsHiddenItsMetadataIsHiddenToo() {
        register("hidden-thing", "1.0.0", "{name: \"size\", type: number}");
        curator.bulk("/bulk/metadata/hidden-thing/1.0.0", line(b, "{\"size\": 1}"));
        String count = "{ hiddenThings { totalCount } }";
        assertThat(anonymous.data(count).at("/hiddenThings/totalCount").asInt()).isEqualTo(1);
        service.records().readableFrom("rec-b", "infinity");
        assertThat(anonymous.data(count).at("/hiddenThings/totalCount").asInt()).isZero();
        assertThat(anonymous
                        .as("bob", Role.PUBLIC)
                        .data(count)
                        .at("/hiddenThings/totalCount")
                        .asInt())
                .isEqualTo(1);
        service.records().readableFrom("rec-b", "-infinity");
    }
}
