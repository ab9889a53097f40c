package io.weft.gateway.transport.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request was refused before it came to GraphQL.
 *
 * @param status  of the response
 * @param code    the error's {@code extensions.code}
 * @param message what is wrong, and the way out
 */
public record HttpProblem(HttpStatus status, String code, String message) {

    private static final JsonMapper JSON = new JsonMapper();

    static HttpProblem badRequest(String message) {
        return new HttpProblem(HttpStatus.BAD_REQUEST, "BAD_REQUEST", message);
    }

    /** An error's members in GraphQL's own order, for JSON. */
    public static Map<String, Object> error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("extensions", Map.of("code", code));
        return error;
    }

    byte[] body() {
        return JSON.writeValueAsBytes(Map.of("errors", List.of(error(code, message))));
    }
}
