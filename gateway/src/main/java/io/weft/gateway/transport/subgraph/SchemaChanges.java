package io.weft.gateway.transport.subgraph;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.weft.http.server.EventLoops;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * What a service of ours says of its schema without being asked: {@code GET schema-changes} beside its endpoint, server-sent
 * events whose data is the hash of the SDL that it serves from now on. The gateway holds the request, so that a service needs
 * to know neither how many gateways there are nor where.
 */
public final class SchemaChanges {

    private static final String EVENTS = "text/event-stream";
    /** A service gives a sign of life every ten seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(35);

    private static final int LONGEST_LINE = 4096;

    private final HttpClient client =
            HttpClient.newConnection().runOn(EventLoops.shared()).responseTimeout(SILENCE);

    /**
     * @param endpoint where the service answers GraphQL
     * @param headers  of the request, made anew for each
     * @return the hashes; fails where the stream breaks, or where the service tells none
     */
    public Flux<String> of(URI endpoint, Supplier<Map<String, String>> headers) {
        return Flux.defer(() -> client.headers(sent -> {
                    headers.get().forEach(sent::set);
                    sent.set(HttpHeaderNames.ACCEPT, EVENTS);
                })
                .get()
                .uri(endpoint.resolve("schema-changes"))
                .response((response, content) -> read(response, content)));
    }

    private static Flux<String> read(HttpClientResponse response, Flux<ByteBuf> content) {
        String type = String.valueOf(response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE));
        if (response.status().code() != 200 || !type.startsWith(EVENTS)) {
            return Flux.error(new IllegalStateException(
                    "it tells no changes: HTTP status " + response.status().code()));
        }
        Lines lines = new Lines();
        return content.concatMapIterable(lines::data)
                .concatWith(Mono.error(() -> new IllegalStateException("it has ended the stream")));
    }

    /** Used by one connection's event loop at a time. */
    private static final class Lines {

        private final StringBuilder line = new StringBuilder();

        List<String> data(ByteBuf bytes) {
            List<String> data = new ArrayList<>();
            for (char c : bytes.toString(US_ASCII).toCharArray()) {
                if (c == '\n') {
                    String whole = line.toString().strip();
                    line.setLength(0);
                    if (whole.startsWith("data:")) {
                        data.add(whole.substring("data:".length()).strip());
                    }
                } else if (line.length() < LONGEST_LINE) {
                    line.append(c);
                }
            }
            return data;
        }
    }
}
