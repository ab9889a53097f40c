package io.weft.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

class EventLoopTimersTest {

    /** Two requests over one connection, each answered by who its timer went off on. */
    @Test
    void aTimerGoesOffOnTheThreadThatSetIt() {
        DisposableServer server = HttpServer.create()
                .runOn(EventLoops.shared())
                .port(0)
                .handle((request, response) -> {
                    String sets = Thread.currentThread().getName();
                    return response.sendString(Mono.<String>never()
                            .timeout(Duration.ofMillis(1), EventLoopTimers.here())
                            .onErrorResume(
                                    TimeoutException.class,
                                    late -> Mono.just(
                                            sets + "," + Thread.currentThread().getName())));
                })
                .bindNow();
        try {
            HttpClient client = HttpClient.create().port(server.port());
            for (int time = 0; time < 2; time++) {
                String answer = Objects.requireNonNull(
                        client.get().responseContent().aggregate().asString().block(Duration.ofSeconds(20)));
                List<String> threads = List.of(answer.split(","));
                assertThat(threads.getFirst()).startsWith("weft");
                assertThat(threads).allMatch(threads.getFirst()::equals);
            }
        } finally {
            server.disposeNow();
        }
    }

    @Test
    void anyThreadMaySetOne() {
        assertThat(Mono.delay(Duration.ofMillis(1), EventLoopTimers.here())
                        .map(_ -> Thread.currentThread().getName())
                        .block(Duration.ofSeconds(20)))
                .startsWith("weft");
    }
}
