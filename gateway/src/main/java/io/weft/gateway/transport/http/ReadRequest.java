package io.weft.gateway.transport.http;

import io.weft.gateway.operation.OperationKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The request's body or its URL's parameters become a {@link GraphQlRequest}. Unknown members are ignored. */
final class ReadRequest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReadRequest() {}

    sealed interface Result {
        record Read(GraphQlRequest request) implements Result {}

        record Refused(HttpProblem problem) implements Result {}
    }

    /** Leaves {@link #fromBody} and {@link #fromUrl} early; never leaves this class. */
    private static final class Refusal extends RuntimeException {
        private final transient HttpProblem problem;

        Refusal(HttpProblem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }
    }

    static Result fromBody(byte[] body) {
        try {
            return new Result.Read(request(object(text(body)), Set.of(OperationKind.values())));
        } catch (Refusal refusal) {
            return new Result.Refused(refusal.problem);
        }
    }

    /** Mutations never come by URL. */
    static Result fromUrl(MultiValueMap<String, String> parameters) {
        try {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (String name : List.of("query", "operationName")) {
                single(parameters, name).ifPresent(value -> members.put(name, value));
            }
            for (String name : List.of("variables", "extensions")) {
                single(parameters, name).ifPresent(value -> members.put(name, json(name, value)));
            }
            return new Result.Read(request(members, Set.of(OperationKind.QUERY, OperationKind.SUBSCRIPTION)));
        } catch (Refusal refusal) {
            return new Result.Refused(refusal.problem);
        }
    }

    private static GraphQlRequest request(Map<?, ?> members, Set<OperationKind> permitted) {
        return new GraphQlRequest(
                string(members, "query")
                        .orElseThrow(() -> refused(
                                "'query' is missing: it must be a string with the GraphQL document to execute")),
                string(members, "operationName").filter(name -> !name.isEmpty()),
                object(members, "variables"),
                object(members, "extensions"),
                permitted);
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw refused("the request body is not valid UTF-8");
        }
    }

    private static Map<?, ?> object(String body) {
        if (body.isBlank()) {
            throw refused("the request body is empty: send {\"query\": \"…\"}");
        }
        return switch (json("the request body", body)) {
            case Map<?, ?> members -> members;
            case List<?> ignored ->
                throw new Refusal(new HttpProblem(
                        HttpStatus.BAD_REQUEST,
                        "BATCHING_NOT_SUPPORTED",
                        "the request body is a list: batched requests are not supported. Send one request each, or one"
                                + " document with several root fields"));
            case null, default -> throw refused("the request body must be a JSON object");
        };
    }

    private static @Nullable Object json(String what, String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException invalid) {
            throw refused(what + " is not valid JSON: " + invalid.getOriginalMessage()
                    + (invalid.getLocation() == null
                            ? ""
                            : " (line " + invalid.getLocation().getLineNr() + ", column "
                                    + invalid.getLocation().getColumnNr() + ")"));
        }
    }

    private static Optional<String> string(Map<?, ?> members, String name) {
        return switch (members.get(name)) {
            case null -> Optional.empty();
            case String value -> Optional.of(value);
            case Object other -> throw refused("'" + name + "' must be a string, but it is " + kind(other));
        };
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> members, String name) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        switch (members.get(name)) {
            case null -> {}
            case Map<?, ?> value -> value.forEach((key, entry) -> copy.put(String.valueOf(key), entry));
            case Object other -> throw refused("'" + name + "' must be an object, but it is " + kind(other));
        }
        return copy;
    }

    private static Optional<String> single(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw refused("the URL's parameter '" + name + "' is there " + values.size() + " times");
        }
        return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.getFirst());
    }

    private static String kind(Object value) {
        return switch (value) {
            case String ignored -> "a string";
            case Boolean ignored -> "a boolean";
            case Number ignored -> "a number";
            case List<?> ignored -> "a list";
            default -> "an object";
        };
    }

    private static Refusal refused(String message) {
        return new Refusal(HttpProblem.badRequest(message));
    }
}
