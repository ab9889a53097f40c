package io.weft.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.subgraph.LiveSubgraph;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CommandTest {

    private static final String USERS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
            type Query { user: User  slow: String }
            type User @key(fields: "id") { id: ID! name: String }
            """;
    private static final String REVIEWS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
            type Query { reviews: Int }
            type User @key(fields: "id") { id: ID! stars: Int }
            """;

    /** Without the root field. */
    private static final String STARS = REVIEWS.replace("type Query { reviews: Int }\n", "");

    private static final CountDownLatch SLOW_IS_ASKED = new CountDownLatch(1);
    private static final CompletableFuture<String> SLOW = new CompletableFuture<>();

    private static LiveSubgraph users;
    private static LiveSubgraph reviews;

    @TempDir
    Path folder;

    @BeforeAll
    static void startSubgraphs() {
        users = new LiveSubgraph(
                USERS,
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher("user", _ -> Map.of("id", "1", "name", "Ada"))
                                .dataFetcher("slow", _ -> {
                                    SLOW_IS_ASKED.countDown();
                                    return SLOW;
                                })));
        reviews = new LiveSubgraph(
                REVIEWS,
                wiring -> wiring.type("Query", type -> type.dataFetcher("reviews", _ -> 3))
                        .type("User", type -> type.dataFetcher("stars", _ -> 5)));
    }

    @AfterAll
    static void stopSubgraphs() {
        users.close();
        reviews.close();
    }

    @Test
    void a_supergraphs_file_is_served_swapped_and_where_it_is_broken_refused_without_a_request_lost() throws Exception {
        Path file = folder.resolve("supergraph.graphql");
        write(file, supergraph(STARS));
        try (GatewayProcess gateway = GatewayProcess.serving("--supergraph", file.toString())) {
            assertThat(gateway.ask("{ user { name stars } }")
                            .at("/data/user/stars")
                            .asInt())
                    .isEqualTo(5);
            assertThat(gateway.ask("{ reviews }").path("errors")).isNotEmpty();

            AtomicBoolean enough = new AtomicBoolean();
            Queue<String> unexpected = new ConcurrentLinkedQueue<>();
            var asking = IntStream.range(0, 4)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                        while (!enough.get()) {
                            JsonNode answer = gateway.ask("{ user { name stars } }");
                            if (!answer.at("/data/user/name").asString("").equals("Ada")) {
                                unexpected.add(answer.toString());
                            }
                        }
                    }))
                    .toList();
            for (int round = 0; round < 3; round++) {
                write(file, supergraph(REVIEWS));
                await(
                        () -> gateway.ask("{ reviews }"),
                        answer -> answer.at("/data/reviews").asInt(0) == 3);
                write(file, supergraph(STARS));
                await(() -> gateway.ask("{ reviews }"), answer -> answer.has("errors"));
            }
            write(file, "type Query {");
            JsonNode health = await(
                    () -> gateway.get("/actuator/health/graph"),
                    answer -> answer.toString().contains("supergraph.graphql"));
            assertThat(health.path("status").asString()).isEqualTo("UP");
            assertThat(gateway.ask("{ user { name stars } }")
                            .at("/data/user/stars")
                            .asInt())
                    .isEqualTo(5);
            enough.set(true);
            asking.forEach(CompletableFuture::join);
            assertThat(unexpected).isEmpty();
        }
    }

    @Test
    void a_gateway_that_is_told_to_end_answers_first() throws Exception {
        Path file = folder.resolve("supergraph.graphql");
        write(file, supergraph(STARS));
        try (GatewayProcess gateway = GatewayProcess.serving("--supergraph", file.toString())) {
            CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> gateway.ask("{ slow }"));
            SLOW_IS_ASKED.await();
            gateway.end();
            gateway.awaitClosed();
            SLOW.complete("late");
            assertThat(answer.get().at("/data/slow").asString()).isEqualTo("late");
            assertThat(gateway.ended()).isIn(0, 143);
            assertThat(gateway.printed()).contains("Graceful shutdown complete");
        }
    }

    @Test
    void the_beans_of_the_build_are_taken_unless_the_environment_decides_on_beans() throws Exception {
        Path file = folder.resolve("supergraph.graphql");
        write(file, supergraph(STARS));
        try (GatewayProcess gateway = GatewayProcess.serving("--supergraph", file.toString())) {
            assertThat(gateway.printed()).contains("Starting AOT-processed");
            assertThat(gateway.get("/actuator/health")
                            .at("/components/ping/status")
                            .asString())
                    .isEqualTo("UP");
        }
        try (GatewayProcess gateway = GatewayProcess.serving(
                Map.of("MANAGEMENT_HEALTH_PING_ENABLED", "false"), "--supergraph", file.toString())) {
            assertThat(gateway.printed()).doesNotContain("AOT-processed");
            assertThat(gateway.get("/actuator/health").at("/components").has("ping"))
                    .isFalse();
            assertThat(gateway.ask("{ user { name } }").at("/data/user/name").asString())
                    .isEqualTo("Ada");
        }
    }

    @Test
    void graphs_of_a_manifest_come_and_go() throws Exception {
        Files.writeString(folder.resolve("one.graphql"), supergraph(STARS));
        Files.writeString(folder.resolve("gateway.yaml"), """
                subgraphs:
                  - { name: users, url: "%s" }
                  - { name: reviews, url: "%s" }
                """.formatted(users.url(), reviews.url()));
        Path manifest = folder.resolve("graphs.yaml");
        write(manifest, "one: one.graphql\n");
        try (GatewayProcess gateway = GatewayProcess.serving("--manifest", manifest.toString())) {
            assertThat(gateway.ask("/one/graphql", "{ user { stars } }")
                            .at("/data/user/stars")
                            .asInt())
                    .isEqualTo(5);
            write(manifest, "one: one.graphql\ntwo: gateway.yaml\n");
            await(
                    () -> gateway.ask("/two/graphql", "{ reviews user { stars } }"),
                    answer -> answer.at("/data/reviews").asInt(0) == 3
                            && answer.at("/data/user/stars").asInt(0) == 5);
            write(manifest, "two: gateway.yaml\n");
            await(() -> gateway.ask("/one/graphql", "{ user { stars } }"), answer -> !answer.has("data"));
            assertThat(gateway.ask("/two/graphql", "{ reviews }")
                            .at("/data/reviews")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void what_cannot_be_served_is_told_before_anything_starts() throws Exception {
        Path none = folder.resolve("none.graphql");
        assertRefused(1, none.toString(), "gateway", "--supergraph", none.toString());
        Path broken = Files.writeString(folder.resolve("broken.graphql"), "type Query {");
        assertRefused(1, "broken.graphql", "gateway", "--supergraph", broken.toString());
        Path plain = Files.writeString(folder.resolve("plain.graphql"), "type Query { a: Int }");
        assertRefused(1, "plain.graphql", "gateway", "--supergraph", plain.toString());
        Path config = Files.writeString(folder.resolve("gateway.yaml"), "subgraphs: []\nprot: 4000\n");
        assertRefused(1, "prot", "gateway", "--config", config.toString());
        assertRefused(2, "--supergrph", "gateway", "--supergrph", plain.toString());
        assertRefused(2, "--supergraph", "gateway");
        Path good = Files.writeString(folder.resolve("good.graphql"), supergraph(STARS));
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused(1, port, "gateway", "--supergraph", good.toString(), "--port", port);
        }
    }

    @Test
    void explain_shows_the_plan_in_the_notation_of_other_gateways() throws Exception {
        Path file = Files.writeString(folder.resolve("supergraph.graphql"), supergraph(STARS));
        Path query = Files.writeString(folder.resolve("query.graphql"), "{ user { name stars } }");
        GatewayProcess.Ended ended =
                GatewayProcess.run("explain", "--supergraph", file.toString(), "--query", query.toString());
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.printed())
                .contains("QueryPlan {", "Sequence {", "Fetch(service: \"users\")", "Flatten(path: \"user\")")
                .contains("Fetch(service: \"reviews\")", "... on User {", "stars");
    }

    private static void assertRefused(int code, String named, String... line) throws Exception {
        GatewayProcess.Ended ended = GatewayProcess.run(line);
        assertThat(ended.code()).as(ended.printed()).isEqualTo(code);
        assertThat(ended.printed()).contains("weft: ", named).doesNotContain("\tat ");
    }

    private static JsonNode await(Supplier<JsonNode> answer, Predicate<JsonNode> expected) {
        JsonNode last = answer.get();
        for (int attempt = 0; attempt < 600 && !expected.test(last); attempt++) {
            LockSupport.parkNanos(50_000_000);
            last = answer.get();
        }
        assertThat(expected.test(last)).as(last.toString()).isTrue();
        return last;
    }

    /** At once, as a deployment replaces a file. */
    private static void write(Path file, String text) throws IOException {
        Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** As {@code ./weft}'s users get it: composed elsewhere, subgraphs' addresses included. */
    private static String supergraph(String reviewsSdl) {
        CompositionResult result = new Composer()
                .compose(List.of(
                        new SubgraphSource(new SubgraphName("users"), URI.create(users.url()), USERS),
                        new SubgraphSource(new SubgraphName("reviews"), URI.create(reviews.url()), reviewsSdl)));
        return switch (result) {
            case CompositionResult.Composed composed -> composed.supergraphSdl();
            case CompositionResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }
}
