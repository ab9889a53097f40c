package io.weft.service.testing;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running service over real HTTP, as the gateway does for somebody. */
public record ServiceClient(RunningService service, Principal principal) {

    public ServiceClient as(String user, Role role) {
        return service.as(user, role);
    }

    /** The answer's data; fails on errors. */
    public JsonNode data(String document) {
        return data(document, Map.of());
    }

    /** The answer's data; fails on errors. */
    public JsonNode data(String document, Map<String, ?> variables) {
        JsonNode answer = ask(document, variables);
        if (answer.has("errors") || !answer.has("data")) {
            throw new AssertionError(answer.toPrettyString());
        }
        return answer.get("data");
    }

    /** The first of the answer's errors; fails if there is none. */
    public JsonNode firstError(String document) {
        JsonNode answer = ask(document, Map.of());
        if (!answer.has("errors")) {
            throw new AssertionError(answer.toPrettyString());
        }
        return answer.get("errors").get(0);
    }

    /** The whole answer. */
    public JsonNode ask(String document, Map<String, ?> variables) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", variables));
        return RunningService.json(service.post("/graphql", service.signed(principal), "application/json", body));
    }

    /** What the service answers for its entity {@code Record} of this SRN. */
    public JsonNode record(String srn, String selection) {
        return data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Record { " + selection
                                + " } } }",
                        Map.of("r", List.of(Map.of("__typename", "Record", "srn", srn))))
                .at("/_entities/0");
    }

    public HttpResponse<String> bulk(String path, String lines) {
        return service.post(path, service.signed(principal), "application/x-ndjson", lines);
    }
}
