package io.weft.gateway.transport.subgraph.stream;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.weft.gateway.execution.SubgraphStreams.Signal;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * One subscription by HTTP: the response's body is the stream. A response that is no stream is an answer like that to a
 * query, and the only one: that is how a service refuses.
 */
final class HttpStream {

    private static final String EVENTS = "text/event-stream";
    private static final String MULTIPART = "multipart/mixed;subscriptionSpec=1.0";

    private final HttpClient client;
    private final Request request;
    private final URI url;
    private final StreamSettings settings;

    HttpStream(HttpClient client, Request request, URI url, StreamSettings settings) {
        this.client = client;
        this.request = request;
        this.url = url;
        this.settings = settings;
    }

    Flux<Signal> signals() {
        return client.headers(headers -> {
                    request.headers().forEach(headers::set);
                    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                            .set(HttpHeaderNames.CONTENT_LENGTH, request.body().length)
                            .set(HttpHeaderNames.ACCEPT, accepted());
                })
                .post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(request.body())))
                .response(this::read);
    }

    private String accepted() {
        return switch (settings.protocol()) {
            case SSE -> EVENTS;
            case MULTIPART -> MULTIPART;
            case HTTP, WEBSOCKET -> EVENTS + ", " + MULTIPART + ";q=0.9";
        };
    }

    private Flux<Signal> read(HttpClientResponse response, ByteBufFlux content) {
        return reading(response).map(reading -> stream(content, reading)).orElseGet(() -> only(response, content));
    }

    private Optional<EventReading> reading(HttpClientResponse response) {
        String header = response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE);
        if (response.status().code() != 200 || header == null) {
            return Optional.empty();
        }
        try {
            MediaType type = MediaType.parseMediaType(header);
            if (type.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM)) {
                return Optional.of(new ServerSentEvents(settings.maxEvent()));
            }
            String boundary = type.getParameter("boundary");
            return type.equalsTypeAndSubtype(MediaType.MULTIPART_MIXED)
                    ? Optional.of(new MultipartEvents(boundary == null ? "-" : unquoted(boundary), settings.maxEvent()))
                    : Optional.empty();
        } catch (InvalidMediaTypeException noStream) {
            return Optional.empty();
        }
    }

    private static String unquoted(String parameter) {
        return parameter.length() > 1 && parameter.startsWith("\"") && parameter.endsWith("\"")
                ? parameter.substring(1, parameter.length() - 1)
                : parameter;
    }

    private Flux<Signal> stream(ByteBufFlux content, EventReading reading) {
        Flux<Signal> events = content.map(reading::read)
                .takeUntil(read -> reading.isComplete())
                .concatMapIterable(read -> read);
        return Flux.<Signal>just(new Signal.Opened())
                .concatWith(events)
                .concatWith(Flux.defer(() -> reading.isComplete() ? Flux.empty() : Flux.just(brokenOff())));
    }

    private Signal brokenOff() {
        return new Signal.Failed(
                Reason.UNREACHABLE, "subgraph '" + request.subgraph() + "' broke off the subscription");
    }

    private Flux<Signal> only(HttpClientResponse response, ByteBufFlux content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int status = response.status().code();
        return content.asByteArray()
                .doOnNext(part -> {
                    if (body.size() + part.length > settings.maxEvent()) {
                        throw new EventTooLarge();
                    }
                    body.writeBytes(part);
                })
                .thenMany(Flux.defer(
                        () -> Flux.just(new Signal.Event(new Response.Answered(status, body.toByteArray())))));
    }
}
