package io.weft.gateway.transport.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpHeaders;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.TcpServer;

class HttpSubgraphTransportTest {

    private static final SubgraphName REVIEWS = new SubgraphName("reviews");

    private final HttpSubgraphTransport transport =
            new HttpSubgraphTransport(name -> settings(2, 1, Duration.ofSeconds(5), DataSize.ofKilobytes(4)));

    private DisposableServer server = HttpServer.create()
            .port(0)
            .handle((request, response) -> response.sendString(
                    request.receive().aggregate().asString().map(body -> "{\"data\":{\"echo\":" + body + "}}")))
            .bindNow();

    @AfterEach
    void stop() {
        transport.close();
        server.disposeNow();
    }

    @Test
    void sendsTheBodyAsItIsAndReturnsTheAnswersBytes() {
        assertThat(answered(send("{\"query\":\"{ä}\"}"))).isEqualTo("{\"data\":{\"echo\":{\"query\":\"{ä}\"}}}");
    }

    @Test
    void sendsTheRequestsHeadersAndSaysWhatItAccepts() {
        List<HttpHeaders> seen = new CopyOnWriteArrayList<>();
        replaceServer(HttpServer.create().handle((request, response) -> {
            seen.add(request.requestHeaders().copy());
            return request.receive().then(response.sendString(Mono.just("{}")).then());
        }));
        send("{}");
        assertThat(seen.getFirst().get("X-OSA-Role")).isEqualTo("CURATOR");
        assertThat(seen.getFirst().get("Content-Type")).isEqualTo("application/json");
        assertThat(seen.getFirst().get("Accept")).startsWith("application/graphql-response+json");
        assertThat(seen.getFirst().get("Accept-Encoding")).contains("gzip");
    }

    @Test
    void understandsCompressedAnswers() {
        replaceServer(HttpServer.create()
                .compress(true)
                .handle((request, response) -> request.receive()
                        .then(response.header("Content-Type", "application/json")
                                .sendString(Mono.just("{\"data\":\"" + "x".repeat(2000) + "\"}"))
                                .then())));
        assertThat(answered(send("{}"))).hasSize(2011);
    }

    @Test
    void anAnswerOfAnyStatusIsAnAnswer() {
        replaceServer(HttpServer.create()
                .handle((request, response) -> request.receive()
                        .then(response.status(503).sendString(Mono.just("busy")).then())));
        assertThat(send("{}"))
                .isInstanceOfSatisfying(
                        Response.Answered.class,
                        answer -> assertThat(answer.status()).isEqualTo(503));
    }

    @Test
    void anAnnouncedAnswerAboveTheLimitIsRefused() {
        replaceServer(HttpServer.create()
                .handle((request, response) -> request.receive()
                        .then(response.header("Content-Length", "5000")
                                .sendString(Mono.just("x".repeat(5000)))
                                .then())));
        assertThat(send("{}"))
                .isEqualTo(
                        new Response.Failed(Reason.TOO_LARGE, "subgraph 'reviews' answered with more than 4096 bytes"));
    }

    @Test
    void aCompressedOrStreamedAnswerIsCountedWhileItArrives() {
        replaceServer(HttpServer.create()
                .compress(true)
                .handle((request, response) -> request.receive()
                        .then(response.header("Content-Type", "application/json")
                                .sendString(Flux.range(0, 10).map(part -> "x".repeat(1000)))
                                .then())));
        assertThat(reason(send("{}"))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void anAnswerOfExactlyTheLimitIsTaken() {
        replaceServer(HttpServer.create()
                .handle((request, response) -> request.receive()
                        .then(response.sendString(Mono.just("x".repeat(4096))).then())));
        assertThat(answered(send("{}"))).hasSize(4096);
    }

    @Test
    void nobodyListeningIsUnreachableAndTheMessageNamesNoAddress() {
        server.disposeNow();
        assertThat(send("{}"))
                .isEqualTo(new Response.Failed(Reason.UNREACHABLE, "subgraph 'reviews' could not be reached"));
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsUnreachable() {
        server.disposeNow();
        server = TcpServer.create()
                .port(0)
                .handle((in, out) -> in.receive()
                        .next()
                        .then(out.sendString(Mono.just("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"))
                                .then()))
                .bindNow();
        assertThat(reason(send("{}"))).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void requestsThatFindNoRoomInThePoolAreRefused() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(2);
        AtomicInteger answered = new AtomicInteger();
        replaceServer(HttpServer.create().handle((request, response) -> {
            arrived.countDown();
            return Mono.never();
        }));
        Flux.range(0, 2)
                .flatMap(index -> transport.send(request(OperationKind.QUERY, "{}")))
                .subscribe(response -> answered.incrementAndGet());
        arrived.await();
        transport.send(request(OperationKind.QUERY, "{}")).subscribe(response -> answered.incrementAndGet());
        assertThat(reason(send("{}"))).isEqualTo(Reason.OVERLOADED);
        assertThat(answered).hasValue(0);
    }

    @Test
    void aMutationIsNeverSentTwiceThoughTheConnectionBreaks() {
        AtomicInteger received = new AtomicInteger();
        replaceServer(HttpServer.create()
                .handle((request, response) -> request.receive().aggregate().then(Mono.fromRunnable(() -> {
                    received.incrementAndGet();
                    request.withConnection(connection -> connection.channel().close());
                }))));
        assertThat(reason(send(OperationKind.MUTATION, "{}"))).isEqualTo(Reason.UNREACHABLE);
        assertThat(received).hasValue(1);
    }

    private void replaceServer(HttpServer with) {
        server.disposeNow();
        server = with.port(0).bindNow();
    }

    private Response send(String body) {
        return send(OperationKind.QUERY, body);
    }

    private Response send(OperationKind kind, String body) {
        return Objects.requireNonNull(transport.send(request(kind, body)).block(Duration.ofSeconds(20)));
    }

    private Request request(OperationKind kind, String body) {
        return new Request(
                REVIEWS,
                URI.create("http://localhost:" + server.port() + "/graphql"),
                kind,
                body.getBytes(UTF_8),
                Map.of("X-OSA-Role", "CURATOR", "X-Request-Id", "r-1"),
                Optional.empty());
    }

    private static String answered(Response response) {
        assertThat(response).isInstanceOf(Response.Answered.class);
        return new String(((Response.Answered) response).body(), UTF_8);
    }

    private static Reason reason(Response response) {
        assertThat(response).isInstanceOf(Response.Failed.class);
        return ((Response.Failed) response).reason();
    }

    private static ConnectionSettings settings(int max, int pending, Duration acquire, DataSize response) {
        return new ConnectionSettings(
                max, pending, acquire, Duration.ofSeconds(2), Duration.ofSeconds(30), response, true);
    }
}
