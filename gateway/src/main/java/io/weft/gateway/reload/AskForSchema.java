package io.weft.gateway.reload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.reload.SchemaSource.Origin;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a source for its schema, once. Never fails: what goes wrong is {@link SchemaAnswer.Untold}. */
final class AskForSchema {

    private static final String OPERATION = "SubgraphSchema";
    private static final JsonMapper JSON = new JsonMapper();

    private final SubgraphTransport transport;
    private final Function<SubgraphName, Map<String, String>> headers;
    private final Duration timeout;

    AskForSchema(SubgraphTransport transport, Function<SubgraphName, Map<String, String>> headers, Duration timeout) {
        this.transport = transport;
        this.headers = headers;
        this.timeout = timeout;
    }

    Mono<SchemaAnswer> ask(SchemaSource source) {
        return switch (source.origin()) {
            case Origin.Service service ->
                askFor(source, "query SubgraphSchema { _service { sdl } }", data -> sdl(data.path("_service"), "sdl"));
            case Origin.SdlField(String name) ->
                askFor(source, "query SubgraphSchema { " + name + " }", data -> sdl(data, name));
            case Origin.Introspection introspection ->
                askFor(source, IntrospectionQuery.TEXT, data -> new PrintIntrospection(data).print());
            case Origin.SdlFile(Path file) ->
                Mono.fromCallable(() -> read(source, file)).subscribeOn(Schedulers.boundedElastic());
            case Origin.Inline(String sdl) -> Mono.just(new SchemaAnswer.Told(source, sdl));
        };
    }

    private static Optional<String> sdl(JsonNode parent, String field) {
        return Optional.of(parent.path(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private Mono<SchemaAnswer> askFor(SchemaSource source, String query, Function<JsonNode, Optional<String>> sdlOf) {
        byte[] body = JSON.writeValueAsBytes(Map.of("query", query, "operationName", OPERATION));
        return Mono.defer(() -> transport.send(new Request(
                        source.name(),
                        source.url(),
                        OperationKind.QUERY,
                        body,
                        headers.apply(source.name()),
                        Optional.of(OPERATION))))
                .timeout(timeout)
                .map(response -> read(source, response, sdlOf))
                .onErrorResume(
                        TimeoutException.class,
                        late -> Mono.just(new SchemaAnswer.Untold(
                                source, "it did not tell its schema within " + timeout.toMillis() + " ms")));
    }

    private static SchemaAnswer read(
            SchemaSource source, Response response, Function<JsonNode, Optional<String>> sdlOf) {
        return switch (response) {
            case Response.Failed(var reason, String message) -> new SchemaAnswer.Untold(source, message);
            case Response.Answered(int status, byte[] body, var _) -> read(source, status, body, sdlOf);
        };
    }

    private static SchemaAnswer read(
            SchemaSource source, int status, byte[] body, Function<JsonNode, Optional<String>> sdlOf) {
        String asked = "it answered " + asked(source.origin()) + " with HTTP status " + status;
        try {
            return sdlOf.apply(JSON.readTree(body).path("data"))
                    .<SchemaAnswer>map(sdl -> new SchemaAnswer.Told(source, sdl))
                    .orElseGet(
                            () -> new SchemaAnswer.Untold(source, asked + " and without a schema: " + beginning(body)));
        } catch (JacksonException notJson) {
            return new SchemaAnswer.Untold(source, asked + " and no JSON: " + beginning(body));
        }
    }

    private static String asked(Origin origin) {
        return switch (origin) {
            case Origin.SdlField(String name) -> "{ " + name + " }";
            case Origin.Introspection introspection -> "introspection";
            case Origin.Service service -> "_service { sdl }";
            case Origin.SdlFile file -> "nothing";
            case Origin.Inline inline -> "nothing";
        };
    }

    private static String beginning(byte[] body) {
        return new String(body, 0, Math.min(body.length, 300), UTF_8);
    }

    private static SchemaAnswer read(SchemaSource source, Path file) {
        try {
            return new SchemaAnswer.Told(source, Files.readString(file));
        } catch (IOException unreadable) {
            return new SchemaAnswer.Untold(source, "its schema file cannot be read: " + unreadable);
        }
    }
}
