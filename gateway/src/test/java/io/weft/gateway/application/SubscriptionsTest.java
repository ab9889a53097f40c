package io.weft.gateway.application;

import static io.weft.gateway.application.SocketClient.ACK;
import static io.weft.gateway.application.SocketClient.INIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.TrustVerdict;
import io.weft.gateway.subgraph.StreamingSubgraph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

/** Subscriptions through the whole gateway: real clients before it, plain services behind it. */
@Timeout(180)
class SubscriptionsTest {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])\n";
    private static final String PRICES = LINK + """
            type Query { products: [Product] }
            type Mutation { touch: Int }
            type Subscription { priceChanged: Product }
            type Product @key(fields: "sku") { sku: ID! price: Int }
            """;
    private static final String NAMES = LINK + """
            type Query { version: String }
            type Product @key(fields: "sku") { sku: ID! name: String! }
            """;
    private static final String NAMED = "subscription Named { changed: priceChanged { name price } }";

    private static volatile Sinks.Many<Map<String, Object>> changes =
            Sinks.many().unicast().onBackpressureBuffer();
    private static final StreamingSubgraph PRICES_SERVICE = new StreamingSubgraph(
            PRICES,
            wiring -> wiring.type(
                            "Subscription",
                            type -> type.dataFetcher("priceChanged", environment -> Flux.defer(() -> changes.asFlux())))
                    .type("Mutation", type -> type.dataFetcher("touch", environment -> 7)),
            representation -> representation);
    private static final StreamingSubgraph NAMES_SERVICE = new StreamingSubgraph(
            NAMES,
            wiring -> wiring.type(
                    "Product",
                    type -> type.dataFetcher(
                            "name",
                            environment -> "name of "
                                    + Objects.requireNonNull(environment.<Map<?, ?>>getSource())
                                            .get("sku"))),
            representation -> representation);
    private static final RunningGateway GATEWAY = start();

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void begin() {
        changes = Sinks.many().multicast().onBackpressureBuffer();
    }

    @AfterEach
    void closeClients() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        PRICES_SERVICE.forget();
    }

    @AfterAll
    static void closeAll() {
        GATEWAY.close();
        PRICES_SERVICE.close();
        NAMES_SERVICE.close();
    }

    @Test
    void eachEventIsMergedLikeAQuerysAnswer() throws Exception {
        EventClient client = subscribe(GATEWAY, NAMED);
        assertThat(client.response().headers().firstValue("Content-Type")).contains("text/event-stream;charset=utf-8");
        changed("1", 10);
        changed("2", 20);
        assertThat(client.next()).isEqualTo("{\"data\":{\"changed\":{\"name\":\"name of 1\",\"price\":10}}}");
        assertThat(client.next()).isEqualTo("{\"data\":{\"changed\":{\"name\":\"name of 2\",\"price\":20}}}");
        changes.tryEmitComplete();
        assertThat(client.next()).isEqualTo("complete");
        assertThat(taken(PRICES_SERVICE.ends())).isEqualTo("COMPLETED");
    }

    @Test
    void aBrowserSubscribesByUrl() {
        EventClient client =
                opened(EventClient.get(GATEWAY.url() + "?query=" + URLEncoder.encode(NAMED, StandardCharsets.UTF_8)));
        changed("1", 10);
        assertThat(client.next()).isEqualTo("{\"data\":{\"changed\":{\"name\":\"name of 1\",\"price\":10}}}");
    }

    @Test
    void whenTheClientGoesTheServiceIsToldAtOnce() throws Exception {
        EventClient client = subscribe(GATEWAY, NAMED);
        changed("1", 10);
        client.next();
        client.close();
        assertThat(taken(PRICES_SERVICE.ends())).isEqualTo("CANCELLED");
        assertThat(PRICES_SERVICE.messages().getLast().path("type").asString()).isEqualTo("complete");
    }

    @Test
    void theServicesAreToldWhoAsksInSignedHeaders() {
        String token = RunningGateway.token(Map.of("sub", "ada", "roles", List.of("CURATOR")));
        EventClient client = opened(EventClient.post(
                GATEWAY.url(), NAMED, Map.of("Authorization", "Bearer " + token, "X-OSA-Role", "SUPERADMIN")));
        changed("1", 10);
        client.next();
        assertThat(toldTo("prices", PRICES_SERVICE)).isEqualTo(ada());
        assertThat(toldTo("names", NAMES_SERVICE)).isEqualTo(ada());
    }

    @Test
    void aQueryIsAnsweredAsAStreamOfOne() {
        EventClient client = subscribe(GATEWAY, "{ version }");
        assertThat(client.next()).isEqualTo("{\"data\":{\"version\":null}}");
        assertThat(client.next()).isEqualTo("complete");
    }

    @Test
    void whatIsNotValidIsToldInTheStream() {
        EventClient client = subscribe(GATEWAY, "subscription { nothing }");
        assertThat(client.response().statusCode()).isEqualTo(200);
        assertThat(client.next()).startsWith("{\"errors\":[").contains("GRAPHQL_VALIDATION_FAILED");
        assertThat(client.next()).isEqualTo("complete");
    }

    @Test
    void aClientThatTakesNoStreamIsToldHowToAsk() {
        var response = GATEWAY.post(NAMED, Map.of("Accept", "application/json"));
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("text/event-stream", "graphql-transport-ws");
    }

    @Test
    void apollosMultipartProtocolIsSpoken() {
        EventClient client = opened(EventClient.post(
                GATEWAY.url(), NAMED, Map.of("Accept", "multipart/mixed;subscriptionSpec=1.0, application/json")));
        assertThat(client.response().headers().firstValue("Content-Type"))
                .contains("multipart/mixed;boundary=\"graphql\";subscriptionSpec=1.0");
        changed("1", 10);
        changes.tryEmitComplete();
        assertThat(List.of(client.line(), client.line(), client.line(), client.line(), client.line(), client.line()))
                .containsExactly(
                        "",
                        "--graphql",
                        "content-type: application/json",
                        "",
                        "{\"payload\":{\"data\":{\"changed\":{\"name\":\"name of 1\",\"price\":10}}}}",
                        "--graphql--");
    }

    @Test
    void severalOperationsShareAWebsocket() throws Exception {
        SocketClient client = entered(INIT).subscribe("a", NAMED);
        changed("1", 10);
        assertThat(client.hear())
                .isEqualTo("{\"id\":\"a\",\"type\":\"next\",\"payload\":"
                        + "{\"data\":{\"changed\":{\"name\":\"name of 1\",\"price\":10}}}}");
        client.subscribe("b", "mutation { touch }");
        assertThat(client.hear()).isEqualTo("{\"id\":\"b\",\"type\":\"next\",\"payload\":{\"data\":{\"touch\":7}}}");
        assertThat(client.hear()).isEqualTo("{\"id\":\"b\",\"type\":\"complete\"}");
        client.subscribe("c", "{ nothing }");
        assertThat(client.hear())
                .startsWith("{\"id\":\"c\",\"type\":\"error\",\"payload\":[{\"message\":")
                .contains("GRAPHQL_VALIDATION_FAILED");
        client.say("{\"type\":\"ping\"}");
        assertThat(client.hear()).isEqualTo("{\"type\":\"pong\"}");
        client.say("{\"id\":\"a\",\"type\":\"complete\"}");
        assertThat(taken(PRICES_SERVICE.ends())).isEqualTo("CANCELLED");
    }

    @Test
    void aWebsocketsOperationIsCompletedByTheService() throws Exception {
        SocketClient client = entered(INIT).subscribe("a", NAMED);
        changes.tryEmitComplete();
        assertThat(client.hear()).isEqualTo("{\"id\":\"a\",\"type\":\"complete\"}");
    }

    @Test
    void aWebsocketThatBreaksOffEndsItsOperations() throws Exception {
        SocketClient client = entered(INIT).subscribe("a", NAMED);
        changed("1", 10);
        client.hear();
        client.close();
        assertThat(taken(PRICES_SERVICE.ends())).isEqualTo("CANCELLED");
    }

    @Test
    void aTokenMayComeWithConnectionInit() throws Exception {
        String token = RunningGateway.token(Map.of("sub", "ada", "roles", List.of("CURATOR")));
        SocketClient client = entered(
                        "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + token + "\"}}")
                .subscribe("a", NAMED);
        changed("1", 10);
        client.hear();
        assertThat(toldTo("prices", PRICES_SERVICE)).isEqualTo(ada());
        assertThat(toldTo("names", NAMES_SERVICE)).isEqualTo(ada());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"connection_init","payload":{"Authorization":"Bearer no"}} | closed 4403 Forbidden
            {"id":"a","type":"subscribe","payload":{"query":"{version}"}}      | closed 4401 Unauthorized
            {"type":"hello"}                                                   | closed 4400 Invalid message
            nonsense                                                           | closed 4400 Invalid message
            """)
    void whatTheProtocolForbidsClosesTheWebsocket(String message, String closed) throws Exception {
        assertThat(opened(SocketClient.open(GATEWAY.url())).say(message).hear()).startsWith(closed);
    }

    @Test
    void anIdIsTakenOnceAndAConnectionBeginsOnce() throws Exception {
        assertThat(entered(INIT).subscribe("a", NAMED).subscribe("a", NAMED).hear())
                .isEqualTo("closed 4409 Subscriber for a already exists");
        assertThat(entered(INIT).say(INIT).hear()).startsWith("closed 4429 ");
    }

    @Test
    void anotherSubprotocolIsRefused() throws Exception {
        assertThat(opened(new SocketClient(GATEWAY.url(), "", Map.of())).hear()).startsWith("closed 4406 ");
    }

    @Test
    void whatHasEndedLeavesItsIdAndItsPlaceBeforeTheClientHearsOfIt() throws Exception {
        SocketClient client = entered(INIT);
        client.subscribe("a", NAMED);
        taken(PRICES_SERVICE.begins());
        for (int again = 0; again < 500; again++) {
            assertThat(client.subscribe("b", "{ version }").hear()).startsWith("{\"id\":\"b\",\"type\":\"next\"");
            assertThat(client.hear()).isEqualTo("{\"id\":\"b\",\"type\":\"complete\"}");
        }
    }

    @Test
    void operationsOverOneWebsocketAreLimited() throws Exception {
        SocketClient client = entered(INIT);
        client.subscribe("a", NAMED);
        taken(PRICES_SERVICE.begins());
        assertThat(client.subscribe("b", NAMED).subscribe("c", "{ version }").hear())
                .startsWith("{\"id\":\"c\",\"type\":\"error\",\"payload\":[{\"message\":\"2 operations")
                .contains("TOO_MANY_SUBSCRIPTIONS");
    }

    @Test
    void aPageOfAnotherOriginOpensNoWebsocket() {
        assertThat(HttpClient.create()
                        .headers(headers -> headers.set("Origin", "https://evil.example"))
                        .websocket(WebsocketClientSpec.builder()
                                .protocols("graphql-transport-ws")
                                .build())
                        .uri(GATEWAY.url().replace("http://", "ws://"))
                        .handle((in, out) -> in.receive())
                        .then(Mono.just("opened"))
                        .onErrorResume(refused -> Mono.just(String.valueOf(refused.getMessage())))
                        .block())
                .contains("403");
    }

    @Test
    void aGatewayThatStopsSaysSoToItsSubscribers() throws Exception {
        RunningGateway ending = start();
        EventClient events = subscribe(ending, NAMED);
        SocketClient socket = opened(SocketClient.open(ending.url())).say(INIT);
        assertThat(socket.hear()).isEqualTo(ACK);
        taken(PRICES_SERVICE.begins());
        CompletableFuture<Void> closed = CompletableFuture.runAsync(ending::close);
        assertThat(events.next()).startsWith("{\"errors\":[").contains("NO_LONGER_SERVED", "stopping");
        assertThat(events.next()).isEqualTo("complete");
        assertThat(socket.hear()).startsWith("closed 1001 ");
        closed.join();
    }

    private static Principal ada() {
        return Principal.user("ada", List.of(Role.CURATOR), List.of());
    }

    private static Principal toldTo(String name, StreamingSubgraph service) {
        TrustVerdict verdict = RunningGateway.trust()
                .verify(header -> service.received().getLast().getAll(header), name, Instant.now());
        return verdict instanceof TrustVerdict.Verified(Principal principal) ? principal : Principal.anonymous();
    }

    private static void changed(String sku, int price) {
        changes.tryEmitNext(Map.of("sku", sku, "price", price)).orThrow();
    }

    private static RunningGateway start() {
        RunningGateway gateway = RunningGateway.start(
                "--weft.gateway.subgraphs[0].name=prices",
                "--weft.gateway.subgraphs[0].url=" + PRICES_SERVICE.url(),
                "--weft.gateway.subgraphs[0].subscriptions.protocol=websocket",
                "--weft.gateway.subgraphs[1].name=names",
                "--weft.gateway.subgraphs[1].url=" + NAMES_SERVICE.url(),
                "--weft.gateway.subscriptions.max-per-connection=2",
                "--weft.gateway.subscriptions.init-wait=60s",
                "--weft.gateway.subscriptions.heartbeat=60s");
        gateway.until(() -> gateway.post("{ version }").statusCode() == 200);
        return gateway;
    }

    private SocketClient entered(String init) throws InterruptedException {
        SocketClient client = opened(SocketClient.open(GATEWAY.url())).say(init);
        assertThat(client.hear()).isEqualTo(ACK);
        return client;
    }

    private EventClient subscribe(RunningGateway gateway, String query) {
        return opened(EventClient.post(gateway.url(), query, Map.of()));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.add(resource);
        return resource;
    }

    private static String taken(BlockingQueue<String> queue) throws InterruptedException {
        return Objects.requireNonNull(queue.poll(60, TimeUnit.SECONDS), "nothing came");
    }
}
