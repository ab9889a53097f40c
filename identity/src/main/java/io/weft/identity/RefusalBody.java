package io.weft.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A refusal in the shape in which GraphQL clients expect errors. */
public final class RefusalBody {

    private static final JsonMapper JSON = new JsonMapper();

    private RefusalBody() {}

    /** One error with its code and reason, as UTF-8 JSON. */
    public static byte[] of(String code, String reason, String message) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("reason", reason);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("extensions", extensions);
        return JSON.writeValueAsBytes(Map.of("errors", List.of(error)));
    }

    static Mono<Void> write(ServerHttpResponse response, HttpStatus status, String reason, String message) {
        response.setStatusCode(status);
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (status == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        byte[] body = of(code(status), reason, message);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "UNAUTHENTICATED";
            case FORBIDDEN -> "FORBIDDEN";
            default -> "IDENTITY_UNAVAILABLE";
        };
    }
}
