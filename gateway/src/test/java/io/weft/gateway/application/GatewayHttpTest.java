package io.weft.gateway.application;

import static io.weft.gateway.application.RunningGateway.SECRET;
import static io.weft.gateway.application.RunningGateway.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.TrustVerdict;
import io.weft.gateway.subgraph.LiveSubgraph;
import io.weft.gateway.subgraph.LiveSubgraph.Mood;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayHttpTest {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\", \"@shareable\"])\n";
    private static final String USERS = LINK
            + "type Query { me: User user(id: ID!): User }\n"
            + "type Mutation { rename(id: ID!, name: String!): User }\n"
            + "type User @key(fields: \"id\") { id: ID! name: String }\n";
    private static final String REVIEWS = LINK
            + "type Query { version: String }\n"
            + "type User @key(fields: \"id\") { id: ID! reviews: [Review!] }\n"
            + "type Review { stars: Int }\n";
    private static final String ME_WITH_REVIEWS = "query Mine { me { name reviews { stars } } }";

    private static final LiveSubgraph USERS_SUBGRAPH = new LiveSubgraph(
            USERS,
            wiring -> wiring.type(
                            "Query",
                            type -> type.dataFetcher("me", environment -> Map.of("id", "1", "name", "Ada"))
                                    .dataFetcher(
                                            "user",
                                            environment -> Map.of(
                                                    "id",
                                                    Objects.requireNonNull(environment.<Object>getArgument("id")),
                                                    "name",
                                                    "Bob")))
                    .type(
                            "Mutation",
                            type -> type.dataFetcher("rename", environment -> Map.of("id", "1", "name", "Eve"))));
    private static final LiveSubgraph REVIEWS_SUBGRAPH = new LiveSubgraph(
            REVIEWS,
            wiring -> wiring.type("Query", type -> type.dataFetcher("version", environment -> "one"))
                    .type("User", type -> type.dataFetcher("reviews", environment -> List.of(Map.of("stars", 5)))));
    private static final RunningGateway SHARED = start(
            "--weft.gateway.reload.interval=50ms",
            "--weft.gateway.http.cors.allowed-origins=https://archive.example.org");

    private final LiveSubgraph users = USERS_SUBGRAPH;
    private final LiveSubgraph reviews = REVIEWS_SUBGRAPH;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void forget() {
        users.received().clear();
        reviews.received().clear();
    }

    @AfterEach
    void asBefore() throws Exception {
        reviews.become(Mood.ANSWERS);
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @AfterAll
    static void closeAll() {
        SHARED.close();
        REVIEWS_SUBGRAPH.close();
        USERS_SUBGRAPH.close();
    }

    @Test
    void aQueryOverTwoSubgraphsIsAnswered() {
        HttpResponse<String> response = gateway().post(ME_WITH_REVIEWS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"data\":{\"me\":{\"name\":\"Ada\",\"reviews\":[{\"stars\":5}]}}}");
    }

    @Test
    void variablesTravel() {
        HttpResponse<String> response = gateway()
                .send(
                        "{\"query\":\"query($id: ID!) { user(id: $id) { id name } }\",\"variables\":{\"id\":\"7\"}}",
                        Map.of());
        assertThat(response.body()).isEqualTo("{\"data\":{\"user\":{\"id\":\"7\",\"name\":\"Bob\"}}}");
    }

    @Test
    void introspectionShowsTheMergedGraph() {
        assertThat(gateway()
                        .post("{ __type(name: \"User\") { fields { name } } }")
                        .body())
                .contains("\"name\"", "\"reviews\"")
                .doesNotContain("_entities");
    }

    @Test
    void aMutationIsForPostOnly() {
        RunningGateway gateway = gateway();
        String mutation = "mutation { rename(id: 1, name: \"Eve\") { name } }";
        assertThat(gateway.post(mutation).body()).isEqualTo("{\"data\":{\"rename\":{\"name\":\"Eve\"}}}");
        HttpResponse<String> response = gateway.get(mutation);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).contains("POST");
        assertThat(gateway.get("{ me { name } }").body()).isEqualTo("{\"data\":{\"me\":{\"name\":\"Ada\"}}}");
    }

    @Test
    void anInvalidDocumentIs200ForJsonAnd400ForGraphQlResponses() {
        RunningGateway gateway = gateway();
        assertThat(gateway.post("{ nonsense }").statusCode()).isEqualTo(200);
        HttpResponse<String> response = gateway.send(
                RunningGateway.body("{ nonsense }"), Map.of("Accept", "application/graphql-response+json"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("nonsense").doesNotContain("\"data\"");
    }

    @Test
    void subgraphsAreToldWhoAsksInHeadersTheyCanVerify() {
        String token = token(Map.of("sub", "u-1", "roles", List.of("CURATOR"), "scope", "read write"));
        gateway().post(ME_WITH_REVIEWS, Map.of("Authorization", "Bearer " + token, "X-Request-Id", "r-1"));
        var headers = reviews.received().getFirst();
        assertThat(RunningGateway.trust().verify(headers::getAll, "reviews", Instant.now()))
                .isEqualTo(new TrustVerdict.Verified(
                        Principal.user("u-1", List.of(Role.CURATOR), List.of("read", "write"))));
        assertThat(RunningGateway.trust().verify(headers::getAll, "users", Instant.now()))
                .isInstanceOf(TrustVerdict.Refused.class);
        assertThat(headers.get("X-Request-Id")).isEqualTo("r-1");
        assertThat(headers.contains("Authorization")).isFalse();
    }

    @Test
    void whatAClientSendsUnderTheNamesOfTrustedHeadersIsDropped() {
        Map<String, String> smuggled = Map.of(
                "X-OSA-User-Id", "root",
                "X-OSA-Role", "SUPERADMIN",
                "X-OSA-Scopes", "all",
                "X-OSA-Issued-At", Long.toString(Instant.now().getEpochSecond()),
                "X-OSA-Signature", "v1;kid=k1;mac=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        gateway().post("{ me { name } }", smuggled);
        var headers = users.received().getFirst();
        assertThat(RunningGateway.trust().verify(headers::getAll, "users", Instant.now()))
                .isEqualTo(new TrustVerdict.Verified(Principal.anonymous()));
        assertThat(headers.get(HeaderNames.USER_ID)).isNull();
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIs401AndNeverSilentlyAnonymous(String authorization) {
        HttpResponse<String> response = gateway().post("{ me { name } }", Map.of("Authorization", authorization));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(response.body()).startsWith("{\"errors\":[{").contains("UNAUTHENTICATED");
        assertThat(users.received()).isEmpty();
    }

    static List<String> badTokens() {
        Map<String, Object> claims = Map.of("sub", "u-1");
        return List.of(
                "Bearer nonsense",
                "Bearer ",
                "Basic dTpw",
                "Bearer " + token(claims, "another secret, just as long as the right one", "test", Instant.MAX),
                "Bearer " + token(claims, SECRET, "somebody-else", Instant.MAX),
                "Bearer " + token(claims, SECRET, "test", Instant.now().minusSeconds(600)));
    }

    @Test
    void withoutATokenOneIsAnonymousOnlyWhereThatIsAllowed() {
        assertThat(gateway().post("{ me { name } }").statusCode()).isEqualTo(200);
        HttpResponse<String> response =
                gateway("--weft.identity.anonymous=false").post("{ me { name } }");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.body()).contains("NO_CREDENTIALS");
    }

    @Test
    void aSubgraphThatIsDownCostsItsOwnFieldsOnlyAndItsCircuitOpens() {
        RunningGateway gateway = gateway("--weft.gateway.resilience.circuit.minimum-calls=2");
        reviews.become(Mood.FAILS);
        HttpResponse<String> response = gateway.post(ME_WITH_REVIEWS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("{\"data\":{\"me\":{\"name\":\"Ada\",\"reviews\":null}},\"errors\":[")
                .contains("reviews");
        gateway.until(() -> gateway.post(ME_WITH_REVIEWS).body().contains("SUBGRAPH_CIRCUIT_OPEN"));
        assertThat(gateway.get("/actuator/health/circuits", admin()).body()).contains("\"reviews\":\"OPEN\"");
        assertThat(gateway.get("/actuator/health/readiness", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSubgraphThatIsSlowIsGivenUp() {
        RunningGateway gateway = gateway("--weft.gateway.subgraphs[1].timeout=100ms");
        reviews.become(Mood.NEVER_ANSWERS);
        assertThat(gateway.post(ME_WITH_REVIEWS).body())
                .contains("\"reviews\":null", "SUBGRAPH_TIMEOUT", "did not answer in time");
    }

    @Test
    void aNewSchemaIsServedWhileRequestsAreUnderWay() {
        RunningGateway gateway = gateway();
        List<CompletableFuture<HttpResponse<String>>> underWay = new ArrayList<>();
        reviews.publish(REVIEWS.replace("stars: Int", "stars: Int text: String")
                .replace("version: String", "version: String news: String"));
        gateway.until(() -> {
            IntStream.range(0, 5).forEach(i -> underWay.add(gateway.postAsync(ME_WITH_REVIEWS)));
            return gateway.post("{ news }").body().equals("{\"data\":{\"news\":null}}");
        });
        assertThat(underWay)
                .hasSizeGreaterThan(4)
                .allSatisfy(answer -> assertThat(
                                answer.orTimeout(20, TimeUnit.SECONDS).join().body())
                        .isEqualTo("{\"data\":{\"me\":{\"name\":\"Ada\",\"reviews\":[{\"stars\":5}]}}}"));
    }

    @Test
    void aSchemaThatDoesNotComposeIsRefusedAndTheOldGraphLivesOn() {
        RunningGateway gateway = gateway();
        reviews.claim(REVIEWS.replace("stars: Int", "stars: Missing"));
        gateway.until(
                () -> gateway.get("/actuator/health/graph", admin()).body().contains("Missing"));
        HttpResponse<String> health = gateway.get("/actuator/health/graph", admin());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"", "\"refused\"");
        assertThat(gateway.get("/actuator/prometheus", admin()).body())
                .contains("weft_graph_refused{graph=\"default\"} 1.0");
        assertThat(gateway.post(ME_WITH_REVIEWS).body()).contains("\"stars\":5");
        reviews.claim(REVIEWS);
        gateway.until(
                () -> !gateway.get("/actuator/health/graph", admin()).body().contains("refused"));
    }

    @Test
    void aSchemaThatIsAnnouncedIsServedWithoutWaitingForTheNextLook() {
        LiveSubgraph telling = new LiveSubgraph(LINK + "type Query { early: String }", wiring -> wiring);
        open.add(telling);
        RunningGateway gateway = gateway(
                "--weft.gateway.reload.interval=1h",
                "--weft.gateway.subgraphs[2].name=telling",
                "--weft.gateway.subgraphs[2].url=" + telling.url());
        assertThat(gateway.post("{ early }").body()).contains("\"early\":null");

        telling.announce(LINK + "type Query { early: String soon: String }");

        gateway.until(() -> gateway.post("{ soon }").body().contains("\"soon\":null"));
    }

    @Test
    void aSubgraphThatComesLateIsAdded() {
        LiveSubgraph late = new LiveSubgraph(LINK + "type Query { late: String }", wiring -> wiring);
        String url = late.url();
        late.close();
        RunningGateway gateway = gateway(
                "--weft.gateway.reload.interval=50ms",
                "--weft.gateway.reload.first-wait=0s",
                "--weft.gateway.subgraphs[2].name=late",
                "--weft.gateway.subgraphs[2].url=" + url);
        assertThat(gateway.post("{ late }").body()).contains("GRAPHQL_VALIDATION_FAILED");
        assertThat(gateway.post(ME_WITH_REVIEWS).body()).contains("\"stars\":5");
        assertThat(gateway.get("/actuator/health/graph", admin()).body()).contains("never told", "away");
    }

    @Test
    void withoutAGraphTheGatewayIsAliveButNotReady() {
        LiveSubgraph gone = new LiveSubgraph(USERS, wiring -> wiring);
        gone.close();
        RunningGateway gateway = RunningGateway.start(
                "--weft.gateway.subgraphs[0].name=users", "--weft.gateway.subgraphs[0].url=" + gone.url());
        open.add(gateway);
        assertThat(gateway.get("/actuator/health/liveness", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(gateway.get("/actuator/health/readiness", Map.of()).statusCode())
                .isEqualTo(503);
        HttpResponse<String> response = gateway.post("{ me { name } }");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("NOT_READY");
    }

    @Test
    void aSaneRequestIdIsKeptAndAnyOtherReplaced() {
        RunningGateway gateway = gateway();
        assertThat(gateway.post("{ me { name } }", Map.of("X-Request-Id", "abc-1"))
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("abc-1");
        assertThat(gateway.post("{ me { name } }", Map.of("X-Request-Id", "a b\"c"))
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElse(""))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void administratorsMayAskHowARequestWasAnswered() {
        RunningGateway gateway = gateway();
        assertThat(gateway.post(ME_WITH_REVIEWS, Map.of("X-Weft-Explain", "plan"))
                        .body())
                .doesNotContain("extensions");
        Map<String, String> headers = new HashMap<>(admin());
        headers.put("X-Weft-Explain", "plan");
        assertThat(gateway.post(ME_WITH_REVIEWS, headers).body())
                .contains(
                        "\"extensions\":{\"explain\":{\"plan\":\"QueryPlan {",
                        "\"subgraph\":\"reviews\"",
                        "responseBytes");
    }

    @Test
    void metricsTellOperationsFetchesAndCircuitsApart() {
        RunningGateway gateway = gateway();
        gateway.post(ME_WITH_REVIEWS);
        assertThat(gateway.get("/actuator/prometheus", Map.of()).statusCode()).isEqualTo(403);
        assertThat(gateway.get("/actuator/prometheus", admin()).body())
                .contains("weft_operation_seconds_count{graph=\"default\",operation=\"Mine\",outcome=\"ANSWERED\"}")
                .contains("weft_fetch_seconds_count{graph=\"default\",outcome=\"200\",subgraph=\"reviews\"}")
                .contains("resilience4j_circuitbreaker_state{graph=\"default\",name=\"reviews\",state=\"closed\"} 1.0")
                .contains("weft_graph_subgraphs{graph=\"default\"} 2.0");
    }

    @Test
    void aPageMayAskOnlyFromAnOriginThatIsAllowed() {
        RunningGateway gateway = gateway();
        assertThat(gateway.post("{ me { name } }", Map.of("Origin", "https://archive.example.org"))
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("https://archive.example.org");
        assertThat(gateway.post("{ me { name } }", Map.of("Origin", "https://evil.example.org"))
                        .statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> admin() {
        return Map.of("Authorization", "Bearer " + token(Map.of("sub", "root", "roles", List.of("ADMIN"))));
    }

    private static RunningGateway gateway() {
        return SHARED;
    }

    /** Another one, for this test alone. */
    private RunningGateway gateway(String first, String... more) {
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(List.of(more));
        RunningGateway gateway = start(arguments.toArray(String[]::new));
        open.add(gateway);
        return gateway;
    }

    /** Ready to serve. */
    private static RunningGateway start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--weft.gateway.subgraphs[0].name=users",
                "--weft.gateway.subgraphs[0].url=" + USERS_SUBGRAPH.url(),
                "--weft.gateway.subgraphs[1].name=reviews",
                "--weft.gateway.subgraphs[1].url=" + REVIEWS_SUBGRAPH.url()));
        all.addAll(List.of(arguments));
        RunningGateway gateway = RunningGateway.start(all.toArray(String[]::new));
        gateway.until(() -> gateway.get("/actuator/health/readiness", Map.of()).statusCode() == 200);
        return gateway;
    }
}
