package io.weft.gateway.transport.http;

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
record HttpProblem(HttpStatus status, String code, String message) {

    private static final JsonMapper JSON = new JsonMapper();

    static HttpProblem badRequest(String message) {
        return new HttpProblem(HttpStatus.BAD_REQUEST, "BAD_REQUEST", message);
    }

    byte[] body() {
        return JSON.writeValueAsBytes(
                Map.of("errors", List.of(Map.of("message", message, "extensions", Map.of("code", code)))));
    }
}
