package io.weft.service.testing;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trusted headers that no service may believe: each would make the caller somebody. */
public final class UntrustedHeaders {

    private UntrustedHeaders() {}

    /** What a service answers to each of them at this path, by what is wrong with it. */
    public static Map<String, HttpResponse<String>> sentTo(RunningService service, String path) {
        Principal ada = Callers.user("ada", Role.DEPOSITOR);
        String elsewhere = service.name().equals("search") ? "records" : "search";
        Map<String, String> forged = new HashMap<>(service.signed(ada));
        forged.put("X-OSA-Role", "SUPERADMIN");
        Map<String, Map<String, String>> headers = new LinkedHashMap<>();
        headers.put("bare", Map.of("X-OSA-User-Id", "ada", "X-OSA-Role", "SUPERADMIN"));
        headers.put("forged", forged);
        headers.put(
                "stale", Callers.trust().sign(ada, service.name(), Instant.now().minus(Duration.ofMinutes(2))));
        headers.put("replayed to another service", Callers.trust().sign(ada, elsewhere, Instant.now()));
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        headers.forEach((wrong, sent) ->
                answers.put(wrong, service.post(path, sent, "application/json", "{\"query\":\"{ __typename }\"}")));
        return answers;
    }
}
