package io.weft.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ConventionsTest {

    private static final Principal CURATOR = Callers.user("cleo", Role.CURATOR);
    private static final Principal DEPOSITOR = Callers.user("ada", Role.DEPOSITOR);
    private static final String REGISTER = """
            mutation($input: RegisterConventionInput!) {
              registerConvention(input: $input) { srn title description schemaId schemaVersion hooks }
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
    void a_registered_convention_says_what_was_said_and_everybody_may_read_it() {
        JsonNode registered = register(input("read-me"));
        assertThat(registered.at("/data/registerConvention").toString())
                .isEqualTo(
                        "{\"srn\":\"urn:osa:localhost:conv:read-me@1.0.0\",\"title\":\"Samples\",\"description\":null,"
                                + "\"schemaId\":\"bio-sample\",\"schemaVersion\":\"1.0.0\",\"hooks\":[\"cell_classifier\"]}");
        JsonNode read = service.query(
                Principal.anonymous(),
                "{ convention(srn: \"urn:osa:localhost:conv:read-me@1.0.0\") { title }"
                        + " conventions(filter: {srn: {endsWith: \"read-me@1.0.0\"}}) { totalCount } }",
                Map.of());
        assertThat(read.path("data").toString())
                .isEqualTo("{\"convention\":{\"title\":\"Samples\"},\"conventions\":{\"totalCount\":1}}");
    }

    @Test
    void the_same_once_more_changes_nothing_and_other_content_is_refused_by_what_differs() {
        register(input("twice"));
        assertThat(register(input("twice")).has("errors")).isFalse();
        Map<String, Object> other = input("twice");
        other.put("hooks", List.of());
        assertThat(register(other).at("/errors/0/extensions/code").asString()).isEqualTo("CONFLICT");
        assertThat(register(other).at("/errors/0/message").asString()).contains("another hooks", "another version");
    }

    @Test
    void only_curators_register() {
        JsonNode refused = service.query(DEPOSITOR, REGISTER, Map.of("input", input("not-mine")));
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_record_has_its_convention_where_that_is_registered() {
        register(input("with-records"));
        for (String convention : List.of("with-records@1.0.0", "unheard-of")) {
            service.query(
                    DEPOSITOR,
                    """
                    mutation($convention: ID!, $id: String!) {
                      publishRecord(input: { id: $id, conventionSrn: $convention, schemaId: "bio-sample", schemaVersion: "1.0.0", source: $id })
                        { created } }""",
                    Map.of(
                            "convention",
                            "urn:osa:localhost:conv:" + convention,
                            "id",
                            "of-" + convention.replaceAll("@.*", "")));
        }
        String query = "query($srn: ID!) { record(srn: $srn) { convention { title } } }";
        assertThat(service.query(DEPOSITOR, query, Map.of("srn", "urn:osa:localhost:rec:of-with-records@1"))
                        .at("/data/record")
                        .toString())
                .isEqualTo("{\"convention\":{\"title\":\"Samples\"}}");
        assertThat(service.query(DEPOSITOR, query, Map.of("srn", "urn:osa:localhost:rec:of-unheard-of@1"))
                        .at("/data/record")
                        .toString())
                .isEqualTo("{\"convention\":null}");
    }

    @ParameterizedTest
    @CsvSource({
        "srn,urn:osa:localhost:rec:abc@1,conv",
        "title,'',1 to 300",
        "schemaVersion,1,semantic version",
        "hooks,No Hook,no name of a hook"
    })
    void input_that_makes_no_sense_is_refused_by_its_field(String field, String value, String message) {
        Map<String, Object> input = input("bad");
        input.put(field, field.equals("hooks") ? List.of(value) : value);
        JsonNode refused = register(input);
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(refused.at("/errors/0/message").asString()).contains(field, message);
    }

    private static JsonNode register(Map<String, Object> input) {
        return service.query(CURATOR, REGISTER, Map.of("input", input));
    }

    private static Map<String, Object> input(String id) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("srn", "urn:osa:localhost:conv:" + id + "@1.0.0");
        input.put("title", "Samples");
        input.put("schemaId", "bio-sample");
        input.put("schemaVersion", "1.0.0");
        input.put("hooks", List.of("cell_classifier"));
        return input;
    }
}
