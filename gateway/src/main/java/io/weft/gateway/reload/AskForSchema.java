package io.weft.gateway.reload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.nio.file.Files;
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

    private static final byte[] BODY =
            "{\"query\":\"query SubgraphSchema { _service { sdl } }\",\"operationName\":\"SubgraphSchema\"}"
                    .getBytes(UTF_8);
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
        return switch (source) {
            case SchemaSource.Service service -> service(service);
            case SchemaSource.SdlFile file ->
                Mono.fromCallable(() -> read(file)).subscribeOn(Schedulers.boundedElastic());
            case SchemaSource.Inline inline -> Mono.just(new SchemaAnswer.Told(inline, inline.sdl()));
        };
    }

    private Mono<SchemaAnswer> service(SchemaSource.Service source) {
        return Mono.defer(() -> transport.send(new Request(
                        source.name(),
                        source.url(),
                        OperationKind.QUERY,
                        BODY,
                        headers.apply(source.name()),
                        Optional.of("SubgraphSchema"))))
                .timeout(timeout)
                .map(response -> read(source, response))
                .onErrorResume(
                        TimeoutException.class,
                        late -> Mono.just(new SchemaAnswer.Untold(
                                source, "it did not tell its schema within " + timeout.toMillis() + " ms")));
    }

    private static SchemaAnswer read(SchemaSource source, Response response) {
        return switch (response) {
            case Response.Failed(var reason, String message) -> new SchemaAnswer.Untold(source, message);
            case Response.Answered(int status, byte[] body) -> read(source, status, body);
        };
    }

    private static SchemaAnswer read(SchemaSource source, int status, byte[] body) {
        try {
            JsonNode sdl = JSON.readTree(body).path("data").path("_service").path("sdl");
            return sdl.isString()
                    ? new SchemaAnswer.Told(source, sdl.stringValue())
                    : new SchemaAnswer.Untold(
                            source,
                            "it answered _service { sdl } with HTTP status " + status + " and without an SDL: "
                                    + beginning(body));
        } catch (JacksonException notJson) {
            return new SchemaAnswer.Untold(
                    source,
                    "it answered _service { sdl } with HTTP status " + status + " and no JSON: " + beginning(body));
        }
    }

    private static String beginning(byte[] body) {
        return new String(body, 0, Math.min(body.length, 300), UTF_8);
    }

    private static SchemaAnswer read(SchemaSource.SdlFile source) {
        try {
            return new SchemaAnswer.Told(source, Files.readString(source.file()));
        } catch (IOException unreadable) {
            return new SchemaAnswer.Untold(source, "its schema file cannot be read: " + unreadable);
        }
    }
}
