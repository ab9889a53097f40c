package io.weft.gateway.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import io.weft.gateway.Gateway;
import io.weft.gateway.Graph;
import io.weft.gateway.Requests;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.operation.Introspection;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.supergraph.Supergraph;
import io.weft.gateway.transport.subgraph.ConnectionSettings;
import io.weft.gateway.transport.subgraph.HttpSubgraphTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every scenario that has data: composed, planned, executed over real HTTP. The response and the requests must be
 * the written ones, and the response must be the one a single server with all the data gives.
 * {@code -Dscenarios.rewrite=true} writes what is expected from what came out.
 */
class ScenarioExecutionTest {

    private static final Path ROOT = Path.of(System.getProperty("scenarios.root", "src/test/resources/scenarios"));
    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final boolean REWRITE = Boolean.getBoolean("scenarios.rewrite");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final ConnectionSettings CONNECTION =
            new ConnectionSettings(10, 100, SECONDS, SECONDS, SECONDS, DataSize.ofMegabytes(1), false);

    @TestFactory
    Stream<DynamicContainer> scenarios() throws IOException {
        return Scenario.all(ROOT).stream()
                .map(scenario -> DynamicContainer.dynamicContainer(scenario.name(), tests(scenario)));
    }

    private static Stream<DynamicTest> tests(Scenario scenario) {
        try {
            return scenario.queries().stream()
                    .flatMap(query -> Start.of(scenario).stream()
                            .limit(REWRITE ? 1 : Long.MAX_VALUE)
                            .map(start -> DynamicTest.dynamicTest(
                                    query + ", " + start.said(), () -> check(scenario, query, start))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Scenario scenario, String query, Start start) throws IOException {
        try (SubgraphServers servers = new SubgraphServers(scenario);
                HttpSubgraphTransport transport = new HttpSubgraphTransport(name -> CONNECTION)) {
            Supergraph supergraph = start.supergraph(scenario, servers::url);
            Gateway gateway = new Gateway(
                    new Graph(
                            supergraph,
                            OperationLimits.DEFAULT,
                            Introspection.ALLOWED,
                            new Planner(supergraph),
                            Set.of(),
                            1_000_000),
                    new Executor(transport));
            byte[] body = gateway.execute(Requests.anonymous(scenario.document(query), scenario.variables(query)))
                    .block()
                    .body();
            Object response = JSON.readValue(body, Object.class);
            golden(scenario.folder().resolve(query + ".response.json"), response);
            golden(scenario.folder().resolve(query + ".requests.json"), servers.takeLog());
            assertThat(servers.complaints()).as("what subgraphs do not answer").isEmpty();
            boolean reached = !response.toString().contains(ErrorCode.UNREACHABLE_FIELD.name());
            if (scenario.hasMonolith() && reached) {
                Map<?, ?> expected = monolith(scenario, supergraph, query);
                if (!expected.containsKey("errors")) {
                    assertThat(response).as("the answer of a single server").isEqualTo(expected);
                }
            }
        }
    }

    private static Map<?, ?> monolith(Scenario scenario, Supergraph supergraph, String query) throws IOException {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new WorldWiring(new World(scenario.data()), ""))
                .build();
        String sdl = new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectives(false))
                .print(supergraph.apiSchema());
        GraphQL graphql = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring))
                .build();
        return JSON.convertValue(
                graphql.execute(ExecutionInput.newExecutionInput(scenario.document(query))
                                .variables(scenario.variables(query))
                                .build())
                        .toSpecification(),
                Map.class);
    }

    private static void golden(Path file, Object actual) throws IOException {
        if (REWRITE) {
            Files.writeString(file, JSON.writeValueAsString(actual) + "\n");
        } else if (Files.exists(file)) {
            assertThat(JSON.writeValueAsString(actual) + "\n")
                    .as(file.toString())
                    .isEqualTo(Files.readString(file));
        }
    }
}
