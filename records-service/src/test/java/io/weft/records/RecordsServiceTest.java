package io.weft.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.RootFields;
import io.weft.service.testing.AtOnce;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.UntrustedHeaders;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RecordsServiceTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);
    private static final Principal BOB = Callers.user("bob", Role.DEPOSITOR);
    private static final Principal CURATOR = Callers.user("cleo", Role.CURATOR);
    private static final Principal READER = Callers.user("rita", Role.PUBLIC);
    private static final Principal NOBODY = Principal.anonymous();

    private static final String PUBLISH = """
            mutation($input: PublishRecordInput!) {
              publishRecord(input: $input) {
                created
                record { srn number version conventionSrn schema { id version srn } source owner visibility embargoedUntil }
              }
            }""";
    private static final String PUBLISH_MANY = """
            mutation($input: [PublishRecordInput!]!) { publishRecords(input: $input) { created record { srn } } }""";
    private static final String PUBLISH_VERSION = """
            mutation($input: PublishVersionInput!) {
              publishVersion(input: $input) { created record { srn version source owner visibility schema { version } } }
            }""";
    private static final String CHANGE = """
            mutation($srn: ID!, $visibility: Visibility!, $until: DateTime) {
              changeVisibility(srn: $srn, visibility: $visibility, embargoedUntil: $until) { srn visibility embargoedUntil }
            }""";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start("records", RecordsServiceApplication.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void no_schema_and_no_hook_can_take_the_name_of_a_root_field() {
        assertThat(service.query(NOBODY, "{ __schema { queryType { fields { name } } } }")
                        .at("/data/__schema/queryType/fields")
                        .valueStream()
                        .map(field -> field.path("name").asString())
                        .filter(name -> !name.startsWith("_")))
                .isNotEmpty()
                .isSubsetOf(RootFields.OF_THE_ARCHIVE);
    }

    @Test
    void a_published_record_has_a_name_a_number_and_says_what_was_said() {
        JsonNode published = publish(ADA, input("full-1", "RESTRICTED"));
        JsonNode record = published.path("record");
        assertThat(published.path("created").asBoolean()).isTrue();
        assertThat(record.path("srn").asString()).isEqualTo("urn:osa:localhost:rec:full-1@1");
        assertThat(record.path("number").asInt()).isPositive();
        assertThat(record.path("version").asInt()).isEqualTo(1);
        assertThat(record.path("conventionSrn").asString()).isEqualTo("urn:osa:localhost:conv:bio-sample");
        assertThat(record.path("schema").toString())
                .isEqualTo(
                        "{\"id\":\"bio-sample\",\"version\":\"1.0.0\",\"srn\":\"urn:osa:localhost:schema:bio-sample@1.0.0\"}");
        assertThat(record.path("owner").asString()).isEqualTo("ada");
        assertThat(record.path("visibility").asString()).isEqualTo("RESTRICTED");
        assertThat(record.path("embargoedUntil").isNull()).isTrue();
    }

    @Test
    void without_a_proposed_id_the_archive_makes_one() {
        Map<String, Object> input = input("no-id", "PUBLIC");
        input.remove("id");
        String srn = publish(ADA, input).path("record").path("srn").asString();
        assertThat(srn).matches("urn:osa:localhost:rec:[a-z0-9-]{36}@1");
        JsonNode again = publish(ADA, input);
        assertThat(again.path("created").asBoolean()).isFalse();
        assertThat(again.path("record").path("srn").asString()).isEqualTo(srn);
    }

    @Test
    void publishing_the_same_again_returns_what_is_there_even_after_its_visibility_changed() {
        publish(ADA, input("again-1", "PUBLIC"));
        change(ADA, "again-1@1", "RESTRICTED");
        JsonNode again = publish(ADA, input("again-1", "PUBLIC"));
        assertThat(again.path("created").asBoolean()).isFalse();
        assertThat(again.path("record").path("visibility").asString()).isEqualTo("RESTRICTED");
    }

    @Test
    void other_content_under_the_same_source_is_refused_by_the_field_that_differs() {
        publish(ADA, input("differs-1", "PUBLIC"));
        Map<String, Object> changed = input("differs-1", "PUBLIC");
        changed.put("schemaVersion", "2.0.0");
        JsonNode error = error(service.query(ADA, PUBLISH, Map.of("input", changed)));
        assertThat(error.path("extensions").path("code").asString()).isEqualTo("CONFLICT");
        assertThat(error.path("message").asString())
                .contains("differs-1", "urn:osa:localhost:rec:differs-1@1", "schemaVersion", "publishVersion");
    }

    @Test
    void one_source_may_be_used_by_two_owners_but_an_id_belongs_to_one() {
        publish(ADA, input("taken-1", "RESTRICTED"));
        JsonNode error = error(service.query(BOB, PUBLISH, Map.of("input", input("taken-1", "PUBLIC"))));
        assertThat(error.path("message").asString()).contains("urn:osa:localhost:rec:taken-1@1 is taken");
        Map<String, Object> other = input("taken-1", "PUBLIC");
        other.put("id", "taken-2");
        assertThat(publish(BOB, other).path("created").asBoolean()).isTrue();
    }

    @Test
    void many_records_are_published_all_or_none() {
        Map<String, Object> bad = input("many-3", "PUBLIC");
        bad.put("id", "full-taken");
        publish(BOB, input("full-taken", "PUBLIC"));
        JsonNode error = error(service.query(
                ADA,
                PUBLISH_MANY,
                Map.of("input", List.of(input("many-1", "PUBLIC"), input("many-2", "PUBLIC"), bad))));
        assertThat(error.path("message").asString()).startsWith("input[2]: ");
        assertThat(sees(ADA, "many-1@1")).isFalse();
        JsonNode both = service.query(
                ADA, PUBLISH_MANY, Map.of("input", List.of(input("many-1", "PUBLIC"), input("many-1", "PUBLIC"))));
        assertThat(both.path("data").path("publishRecords").toString())
                .isEqualTo("[{\"created\":true,\"record\":{\"srn\":\"urn:osa:localhost:rec:many-1@1\"}},"
                        + "{\"created\":false,\"record\":{\"srn\":\"urn:osa:localhost:rec:many-1@1\"}}]");
    }

    @ParameterizedTest
    @CsvSource({
        "id,A_B,id",
        "conventionSrn,urn:osa:localhost:rec:abc@1,conv",
        "conventionSrn,nonsense,urn:osa",
        "schemaVersion,1,semantic version",
        "source,'',source",
        "embargoedUntil,2100-01-01T00:00:00Z,EMBARGOED only"
    })
    void input_that_makes_no_sense_is_refused_by_its_field(String field, String value, String message) {
        Map<String, Object> input = input("bad-1", "PUBLIC");
        input.put(field, value);
        JsonNode error = error(service.query(ADA, PUBLISH, Map.of("input", input)));
        assertThat(error.path("message").asString()).contains(message);
        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void only_depositors_and_those_above_publish_and_only_curators_for_others() {
        for (Principal principal : List.of(NOBODY, READER)) {
            JsonNode error = error(service.query(principal, PUBLISH, Map.of("input", input("who-1", "PUBLIC"))));
            assertThat(error.path("extensions").path("code").asString()).isEqualTo("FORBIDDEN");
        }
        Map<String, Object> forBob = input("who-2", "PUBLIC");
        forBob.put("owner", "bob");
        assertThat(error(service.query(ADA, PUBLISH, Map.of("input", forBob)))
                        .path("message")
                        .asString())
                .contains("curators", "bob");
        assertThat(publish(CURATOR, forBob).path("record").path("owner").asString())
                .isEqualTo("bob");
    }

    @Test
    void a_restricted_record_exists_for_its_owner_and_curators_only() {
        publish(ADA, input("secret-1", "RESTRICTED"));
        assertThat(sees(ADA, "secret-1@1")).isTrue();
        assertThat(sees(CURATOR, "secret-1@1")).isTrue();
        assertThat(sees(BOB, "secret-1@1")).isFalse();
        assertThat(sees(READER, "secret-1@1")).isFalse();
        assertThat(sees(NOBODY, "secret-1@1")).isFalse();
    }

    @Test
    void an_embargo_ends_by_itself() {
        Map<String, Object> future = input("embargo-1", "EMBARGOED");
        future.put("embargoedUntil", "2100-01-01T00:00:00+02:00");
        JsonNode record = publish(ADA, future).path("record");
        assertThat(record.path("embargoedUntil").asString()).isEqualTo("2099-12-31T22:00:00.000Z");
        assertThat(sees(NOBODY, "embargo-1@1")).isFalse();
        Map<String, Object> past = input("embargo-2", "EMBARGOED");
        past.put("embargoedUntil", "2000-01-01T00:00:00Z");
        publish(ADA, past);
        assertThat(sees(NOBODY, "embargo-2@1")).isTrue();
    }

    @Test
    void visibility_is_the_owners_and_curators_to_change() {
        publish(ADA, input("change-1", "PUBLIC"));
        assertThat(error(service.query(BOB, CHANGE, Map.of("srn", srn("change-1@1"), "visibility", "RESTRICTED")))
                        .path("extensions")
                        .path("code")
                        .asString())
                .isEqualTo("FORBIDDEN");
        assertThat(change(ADA, "change-1@1", "RESTRICTED").path("visibility").asString())
                .isEqualTo("RESTRICTED");
        assertThat(sees(BOB, "change-1@1")).isFalse();
        assertThat(error(service.query(BOB, CHANGE, Map.of("srn", srn("change-1@1"), "visibility", "PUBLIC")))
                        .path("extensions")
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        change(CURATOR, "change-1@1", "PUBLIC");
        assertThat(sees(BOB, "change-1@1")).isTrue();
    }

    @Test
    void a_correction_is_a_new_version_and_the_old_one_stays() {
        publish(ADA, input("version-1", "RESTRICTED"));
        Map<String, Object> input = new HashMap<>(
                Map.of("of", srn("version-1@1"), "source", "version-1, corrected", "schemaVersion", "1.1.0"));
        JsonNode published = service.query(ADA, PUBLISH_VERSION, Map.of("input", input))
                .path("data")
                .path("publishVersion");
        assertThat(published.toString())
                .isEqualTo("{\"created\":true,\"record\":{\"srn\":\"urn:osa:localhost:rec:version-1@2\",\"version\":2,"
                        + "\"source\":\"version-1, corrected\",\"owner\":\"ada\",\"visibility\":\"RESTRICTED\","
                        + "\"schema\":{\"version\":\"1.1.0\"}}}");
        assertThat(sees(ADA, "version-1@1")).isTrue();
        assertThat(service.query(ADA, PUBLISH_VERSION, Map.of("input", input))
                        .path("data")
                        .path("publishVersion")
                        .path("created")
                        .asBoolean(true))
                .isFalse();
        input.put("source", "another");
        assertThat(error(service.query(ADA, PUBLISH_VERSION, Map.of("input", input)))
                        .path("message")
                        .asString())
                .contains("not the latest version", "@2");
        assertThat(error(service.query(BOB, PUBLISH_VERSION, Map.of("input", input)))
                        .path("extensions")
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void nobody_changes_a_published_record_not_even_its_owner_by_sql() {
        assertThatThrownBy(() -> service.database()
                        .execute(service.database().service("records"), "UPDATE records.records SET source = 'x'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> service.database()
                        .execute(service.database().service("records"), "DELETE FROM records.records"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void row_rules_hold_for_whoever_writes_sql_past_the_service() {
        assertThatThrownBy(() -> service.database().execute(service.database().service("records"), """
                        SELECT set_config('weft.user_id', 'eve', true), set_config('weft.role_rank', '10', true);
                        INSERT INTO records.records (srn, domain, local_id, version, convention_srn, schema_id, schema_version, source,
                          owner, readable_from)
                        VALUES ('urn:osa:localhost:rec:eve@1', 'localhost', 'eve', 1, 'urn:osa:localhost:conv:abc', 'abc', '1.0.0', 's',
                          'ada', '-infinity')"""))
                .hasMessageContaining("row-level security");
    }

    @Test
    void the_same_record_published_by_many_at_once_is_created_once() {
        assertThat(AtOnce.run(12, _ -> publish(ADA, input("race-1", "PUBLIC"))))
                .filteredOn(answer -> answer.path("created").asBoolean())
                .hasSize(1);
    }

    @Test
    void versions_published_at_once_do_not_collide() {
        publish(ADA, input("race-2", "PUBLIC"));
        List<JsonNode> answers = AtOnce.run(8, number -> {
            Map<String, Object> input = Map.of("of", srn("race-2@1"), "source", "race-2 attempt " + number);
            return service.query(ADA, PUBLISH_VERSION, Map.of("input", input));
        });
        assertThat(answers).filteredOn(answer -> !answer.has("errors")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.has("errors"))
                .allSatisfy(answer ->
                        assertThat(error(answer).path("message").asString()).contains("not the latest version"));
    }

    @Test
    void entities_are_found_by_both_keys_in_one_call_in_order_and_null_where_the_caller_sees_none() {
        int number = publish(ADA, input("entity-1", "PUBLIC"))
                .path("record")
                .path("number")
                .asInt();
        publish(ADA, input("entity-2", "RESTRICTED"));
        JsonNode entities = service.query(
                        BOB,
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Record { srn source } } }",
                        Map.of(
                                "r",
                                List.of(
                                        Map.of("__typename", "Record", "srn", srn("entity-2@1")),
                                        Map.of("__typename", "Record", "number", number),
                                        Map.of("__typename", "Record", "srn", srn("entity-1@1")))))
                .path("data")
                .path("_entities");
        String found = "{\"srn\":\"urn:osa:localhost:rec:entity-1@1\",\"source\":\"source of entity-1\"}";
        assertThat(entities.toString()).isEqualTo("[null," + found + "," + found + "]");
    }

    @Test
    void records_are_filtered_ordered_and_paged() {
        for (int i = 0; i < 5; i++) {
            publish(BOB, input("page-" + i, i == 3 ? "RESTRICTED" : "PUBLIC"));
        }
        String document = """
                query($after: String) {
                  records(filter: { srn: { startsWith: "urn:osa:localhost:rec:page-" } }, orderBy: [{ srn: DESC }], first: 3, after: $after) {
                    totalCount
                    nodes { srn }
                    pageInfo { hasNextPage endCursor }
                  }
                }""";
        JsonNode first = service.query(ADA, document).path("data").path("records");
        assertThat(first.path("totalCount").asInt()).isEqualTo(4);
        assertThat(first.path("nodes").findValuesAsString("srn"))
                .containsExactly(srn("page-4@1"), srn("page-2@1"), srn("page-1@1"));
        JsonNode second = service.query(
                        ADA,
                        document,
                        Map.of("after", first.path("pageInfo").path("endCursor").asString()))
                .path("data")
                .path("records");
        assertThat(second.path("nodes").findValuesAsString("srn")).containsExactly(srn("page-0@1"));
        assertThat(second.path("pageInfo").path("hasNextPage").asBoolean(true)).isFalse();
    }

    @Test
    void records_are_selected_for_a_gateway_by_what_is_published_of_them() {
        publish(BOB, input("select-1", "RESTRICTED"));
        publish(BOB, input("select-2", "PUBLIC"));
        String document = "{ s: recordsRecordSelection(filter: { not: { not: { srn: { startsWith:"
                + " \"urn:osa:localhost:rec:select-\" } } } }, orderBy: [{ srn: DESC }], first: 1) { complete count nodes { srn conventionSrn } } }";
        String nodes = "\"nodes\":[{\"srn\":\"urn:osa:localhost:rec:select-2@1\",\"conventionSrn\":";
        assertThat(service.query(ADA, document).at("/data/s").toString())
                .startsWith("{\"complete\":true,\"count\":1," + nodes);
        assertThat(service.query(BOB, document).at("/data/s").toString())
                .startsWith("{\"complete\":false,\"count\":2," + nodes);
    }

    @Test
    void a_bearer_token_works_without_the_gateway_and_a_bad_one_does_not() {
        String body = "{\"query\":\"{ records(first: 1) { totalCount } }\"}";
        Instant later = Instant.now().plusSeconds(60);
        assertThat(service.post("/graphql", Callers.bearer("ada", Role.DEPOSITOR, later), "application/json", body)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> expired = service.post(
                "/graphql",
                Callers.bearer("ada", Role.DEPOSITOR, Instant.now().minusSeconds(60)),
                "application/json",
                body);
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(expired.body()).contains("UNAUTHENTICATED", "expired");
        assertThat(service.post("/graphql", Map.of(), "application/json", body).statusCode())
                .isEqualTo(401);
    }

    @Test
    void headers_that_the_gateway_did_not_sign_for_this_service_and_moment_are_refused() {
        for (String path : List.of("/graphql", "/bulk/records")) {
            UntrustedHeaders.sentTo(service, path).forEach((wrong, answer) -> {
                assertThat(answer.statusCode()).as("%s at %s", wrong, path).isEqualTo(401);
                assertThat(answer.body()).as("%s at %s", wrong, path).contains("TRUSTED_HEADERS_");
            });
        }
    }

    @Test
    void health_tells_liveness_and_readiness_and_the_request_id_comes_back() {
        for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            assertThat(service.get(path).body()).contains("\"status\":\"UP\"");
        }
        Map<String, String> headers = new HashMap<>(service.signed(ADA));
        headers.put("X-Request-Id", "request-17");
        assertThat(service.post("/graphql", headers, "application/json", "{\"query\":\"{ __typename }\"}")
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("request-17");
    }

    @Test
    void records_come_in_by_lines_and_once_more_by_the_same_lines_changes_nothing() {
        String lines =
                line("bulk-1", "") + "\n" + line("bulk-2", ",\"visibility\":\"RESTRICTED\"") + line("bulk-3", "");
        HttpResponse<String> first = bulk(ADA, lines);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("{\"lines\":3,\"rows\":3}");
        assertThat(bulk(ADA, lines + line("bulk-3", "")).body()).isEqualTo("{\"lines\":4,\"rows\":0}");
        assertThat(sees(NOBODY, "bulk-1@1")).isTrue();
        assertThat(sees(NOBODY, "bulk-2@1")).isFalse();
        assertThat(sees(ADA, "bulk-2@1")).isTrue();
    }

    @Test
    void one_bad_line_in_the_middle_is_told_by_its_number_and_nothing_is_written() {
        publish(BOB, input("bulk-taken", "RESTRICTED"));
        publish(ADA, input("bulk-there", "PUBLIC"));
        for (Map.Entry<String, String> bad : Map.of(
                        line("BAD_ID", ""),
                        "id",
                        line("bulk-x", ",\"owner\":\"bob\""),
                        "curators",
                        line("bulk-taken", ""),
                        "records_srn_key",
                        line("bulk-there", "").replace("1.0.0", "1.0.1"),
                        "schemaVersion",
                        line("bulk-good", "").replace("1.0.0", "1.0.1"),
                        "line 1 already",
                        line("bulk-x", ",\"colour\":\"red\""),
                        "colour",
                        "[]\n",
                        "no JSON object")
                .entrySet()) {
            HttpResponse<String> answer = bulk(ADA, line("bulk-good", "") + bad.getKey() + line("bulk-after", ""));
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
            assertThat(answer.body()).contains("\"line\":2", bad.getValue());
            assertThat(sees(ADA, "bulk-good@1")).isFalse();
        }
        assertThat(bulk(NOBODY, line("bulk-good", "")).statusCode()).isEqualTo(403);
    }

    private static String line(String id, String more) {
        return "{\"id\":\"" + id
                + "\",\"conventionSrn\":\"urn:osa:localhost:conv:bio-sample\",\"schemaId\":\"bio-sample\","
                + "\"schemaVersion\":\"1.0.0\",\"source\":\"source of " + id + "\"" + more + "}\n";
    }

    private static HttpResponse<String> bulk(Principal principal, String lines) {
        return service.post("/bulk/records", service.signed(principal), "application/x-ndjson", lines);
    }

    private static Map<String, Object> input(String id, String visibility) {
        return new HashMap<>(Map.of(
                "id",
                id,
                "conventionSrn",
                "urn:osa:localhost:conv:bio-sample",
                "schemaId",
                "bio-sample",
                "schemaVersion",
                "1.0.0",
                "source",
                "source of " + id,
                "visibility",
                visibility));
    }

    private static String srn(String idAndVersion) {
        return "urn:osa:localhost:rec:" + idAndVersion;
    }

    private static JsonNode publish(Principal principal, Map<String, Object> input) {
        JsonNode answer = service.query(principal, PUBLISH, Map.of("input", input));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data").path("publishRecord");
    }

    private static JsonNode change(Principal principal, String id, String visibility) {
        JsonNode answer = service.query(principal, CHANGE, Map.of("srn", srn(id), "visibility", visibility));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data").path("changeVisibility");
    }

    private static boolean sees(Principal principal, String id) {
        JsonNode answer =
                service.query(principal, "query($srn: ID!) { record(srn: $srn) { srn } }", Map.of("srn", srn(id)));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data").path("record").isObject();
    }

    private static JsonNode error(JsonNode answer) {
        assertThat(answer.path("errors").isArray()).as(answer.toString()).isTrue();
        return answer.path("errors").path(0);
    }
}
