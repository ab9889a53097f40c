package io.weft.gateway.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.Graph;
import io.weft.gateway.Requests;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.Introspection;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.supergraph.Batching;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.Supergraph;
import io.weft.gateway.transport.subgraph.ConnectionSettings;
import io.weft.gateway.transport.subgraph.HttpSubgraphTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keys that are too many for one request are split over several; the answer does not tell. */
class BatchingTest {

    private static final Path ROOT = Path.of("src/test/resources/scenarios");
    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ConnectionSettings CONNECTION =
            new ConnectionSettings(10, 100, SECONDS, SECONDS, SECONDS, DataSize.ofMegabytes(1), false);

    @TestFactory
    Stream<DynamicTest> smallerRequestsHaveTheSameAnswer() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Scenario scenario : Scenario.all(ROOT)) {
            for (String query : scenario.isStitched() ? scenario.queries() : List.<String>of()) {
                Path golden = scenario.folder().resolve(query + ".response.json");
                Map<?, ?> expected = JSON.readValue(Files.readString(golden), Map.class);
                if (!expected.containsKey("errors")) {
                    for (Batching batching : List.of(Batching.OFF, new Batching(1, 2), new Batching(2, 3))) {
                        tests.add(DynamicTest.dynamicTest(
                                scenario.name() + ", " + query + ", " + batching,
                                () -> assertThat(answer(scenario, query, batching, UnaryOperator.identity())
                                                .response())
                                        .isEqualTo(expected)));
                    }
                }
            }
        }
        return tests.stream();
    }

    @Test
    void listsAreCutToTheKeysThatOneCallMayHave() throws IOException {
        Answer answer = answer(scenario("stitched-lists"), "stocks", new Batching(2, 100), UnaryOperator.identity());

        assertThat(answer.requests("depot"))
                .extracting(request -> ((Map<?, ?>) request).get("variables").toString())
                .containsExactlyInAnyOrder(
                        "{_ka=[2, 1], _kb=[{row=1, shelf=b}, {row=1, shelf=a}]}", "{_kb=[{row=9, shelf=z}]}");
    }

    @Test
    void aliasesAreCutToTheLookupsThatOneRequestMayHold() throws IOException {
        Answer answer = answer(
                scenario("stitched-dashboard"),
                "dashboard-two",
                new Batching(Integer.MAX_VALUE, 2),
                UnaryOperator.identity());

        assertThat(answer.requests("metadata"))
                .extracting(request -> ((Map<?, ?>) request).get("variables").toString())
                .containsExactlyInAnyOrder(
                        "{_ka0=ralph, _kb0_namespace=austin, _kb0_repositoryName=graduation-rates}",
                        "{_kb0_namespace=bts, _kb0_repositoryName=counties}");
    }

    @Test
    void aRequestThatFailsTakesOnlyItsOwnRecordsWithIt() throws IOException {
        UnaryOperator<SubgraphTransport> broken =
                transport -> request -> text(request).contains("\"3\"")
                        ? Mono.just(new Response.Failed(SubgraphTransport.Reason.UNREACHABLE, "nobody is there"))
                        : transport.send(request);

        Answer answer = answer(scenario("stitched-errors"), "single", new Batching(1, 1), broken);

        assertThat(answer.response().get("data"))
                .hasToString(
                        "{all=[{id=1, about=note 1}, {id=2, about=null}, {id=3, about=null}, {id=2, about=null}]}");
        assertThat((List<?>) answer.response().get("errors"))
                .extracting(error -> ((Map<?, ?>) error).get("path") + ": "
                        + ((Map<?, ?>) ((Map<?, ?>) error).get("extensions")).get("code"))
                .containsExactlyInAnyOrder("[all, 1]: BROKEN", "[all, 3]: BROKEN", "[all, 2]: SUBGRAPH_UNREACHABLE");
    }

    private static String text(SubgraphTransport.Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static Scenario scenario(String name) throws IOException {
        return Scenario.all(ROOT).stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private record Answer(Map<?, ?> response, Map<String, List<Object>> log) {
        List<Object> requests(String subgraph) {
            return log.getOrDefault(subgraph, List.of());
        }
    }

    private static Answer answer(
            Scenario scenario, String query, Batching batching, UnaryOperator<SubgraphTransport> around)
            throws IOException {
        try (SubgraphServers servers = new SubgraphServers(scenario);
                HttpSubgraphTransport transport = new HttpSubgraphTransport(name -> CONNECTION)) {
            Supergraph supergraph = with(batching, new Start.FromSubgraphs().supergraph(scenario, servers::url));
            Graph graph = new Graph(
                    supergraph,
                    OperationLimits.DEFAULT,
                    Introspection.ALLOWED,
                    new Planner(supergraph),
                    Set.of(),
                    1_000_000);
            byte[] body = new Gateway(graph, new Executor(around.apply(transport)))
                    .execute(Requests.anonymous(scenario.document(query), scenario.variables(query)))
                    .block()
                    .body();
            return new Answer(JSON.readValue(body, Map.class), servers.takeLog());
        }
    }

    private static Supergraph with(Batching batching, Supergraph supergraph) {
        List<Subgraph> subgraphs = supergraph.subgraphs().stream()
                .map(subgraph -> subgraph.taking(batching))
                .toList();
        return new Supergraph(subgraphs, supergraph.schema(), supergraph.apiSchema(), supergraph.lookups());
    }
}
