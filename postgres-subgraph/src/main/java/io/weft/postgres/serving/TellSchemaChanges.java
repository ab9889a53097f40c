package io.weft.postgres.serving;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * {@code GET /schema-changes}: server-sent events, one with the hash of the SDL that is served now, and one after each swap. Each
 * gateway holds one such request; the comments between the events tell it that this process is there.
 */
final class TellSchemaChanges implements SmartLifecycle {

    private static final Duration PULSE = Duration.ofSeconds(10);

    private final LiveSubgraph live;

    private final Sinks.Empty<Void> closing = Sinks.empty();
    private volatile boolean running;

    TellSchemaChanges(LiveSubgraph live) {
        this.live = live;
    }

    RouterFunction<ServerResponse> route() {
        return RouterFunctions.route().GET("/schema-changes", _ -> answer()).build();
    }

    private Mono<ServerResponse> answer() {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(Flux.merge(
                                live.versions()
                                        .map(hash -> ServerSentEvent.builder(hash)
                                                .event("schema")
                                                .build()),
                                Flux.interval(PULSE)
                                        .onBackpressureDrop()
                                        .map(_ -> ServerSentEvent.<String>builder()
                                                .comment("here")
                                                .build()))
                        .takeUntilOther(closing.asMono())));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Comes before the server's own graceful end, which waits for all answers. */
    @Override
    public void stop() {
        running = false;
        closing.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
