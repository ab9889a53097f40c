package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is answered at once is answered, over HTTP, as what goes through the door and the engine: {@code __schema} is always the engine's. */
class BesideTheDoorTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);
    private static final String AT_ONCE = "{ items { totalCount } }";
    private static final String BY_THE_ENGINE = "{ items { totalCount } __schema { __typename } }";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = ItemService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> ask(String document, Map<String, String> headers, String accept) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Accept", accept);
        all.put("X-Request-Id", "the-same");
        return service.post("/graphql", all, "application/json", "{\"query\":\"" + document + "\"}");
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("content-length");
        return headers;
    }

    @Test
    void theHeadersAreTheSame() {
        for (String accept : List.of(
                "*/*",
                "application/json",
                "application/graphql-response+json",
                "application/graphql-response+json, application/json;q=0.9",
                "text/html, application/json",
                "text/html",
                "nonsense")) {
            HttpResponse<String> quick = ask(AT_ONCE, service.signed(ADA), accept);
            HttpResponse<String> slow = ask(BY_THE_ENGINE, service.signed(ADA), accept);
            assertThat(quick.statusCode()).as(accept).isEqualTo(slow.statusCode());
            assertThat(headers(quick)).as(accept).isEqualTo(headers(slow));
        }
    }

    @Test
    void whoIsNotBelievedIsRefusedTheSame() {
        Map<String, String> forged = new HashMap<>(service.signed(ADA));
        forged.put("X-OSA-Role", "SUPERADMIN");
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(), forged, Map.of("X-OSA-Role", "ADMIN"), Map.of("Authorization", "Bearer x"))) {
            HttpResponse<String> quick = ask(AT_ONCE, headers, "*/*");
            HttpResponse<String> slow = ask(BY_THE_ENGINE, headers, "*/*");
            assertThat(quick.statusCode()).isEqualTo(401);
            assertThat(quick.body()).isEqualTo(slow.body());
            assertThat(headers(quick)).isEqualTo(headers(slow));
        }
    }

    @Test
    void whatIsNoRequestIsRefusedTheSame() {
        for (String body : List.of("", "{", "[]", "{}", "{\"query\":1}", "{\"query\":\"{ nothing }\"}")) {
            HttpResponse<String> answer = service.post("/graphql", service.signed(ADA), "application/json", body);
            HttpResponse<String> other =
                    service.post("/graphql", service.signed(ADA), "application/json;charset=us-ascii", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(other.statusCode());
        }
    }
}
