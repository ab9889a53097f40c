package io.weft.gateway.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.operation.OperationCompiler;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.planning.plan.PlanChecker;
import io.weft.gateway.planning.plan.PlanPrinter;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlannerScenariosTest {
    private static final Set<String> FOLDER_FILES = Set.of("README.md", "data.json", "subgraphs", Scenario.STITCHING);
    private static final String SUPERGRAPH = "supergraph[-a-z]*\\.graphqls";
    private static final List<String> QUERY_ENDINGS =
            List.of(".graphql", ".variables.json", ".plan.txt", ".requests.json", ".response.json");

    @TestFactory
    Stream<DynamicContainer> everyOperationHasTheExpectedPlan() {
        return Scenario.all().stream()
                .map(scenario -> DynamicContainer.dynamicContainer(scenario.name(), tests(scenario)));
    }

    private static Stream<DynamicTest> tests(Scenario scenario) {
        Supergraph supergraph = scenario.supergraph();
        return scenario.queries().stream()
                .map(query -> DynamicTest.dynamicTest(query, () -> plans(scenario, supergraph, query)));
    }

    private static void plans(Scenario scenario, Supergraph supergraph, String query) throws IOException {
        String document = Scenario.read(scenario.file(query, ".graphql"));
        var compiled = new OperationCompiler(supergraph.apiSchema(), OperationLimits.DEFAULT)
                .compile(document, Optional.empty());
        if (!(compiled instanceof OperationCompiler.Result.Compiled(var operation))) {
            assertThat(scenario.file(query, ".response.json"))
                    .as("a refused operation has no plan, but a response: " + compiled)
                    .exists();
            return;
        }
        Planner planner = new Planner(supergraph);
        Set<String> whole = planner.labels().sample(Set.of(), new Random(0));
        Plan plan = planner.plan(operation, whole);
        String printed = PlanPrinter.print(plan);
        assertThat(PlanChecker.check(plan, supergraph)).as("%s", printed).isEmpty();
        Path golden = scenario.file(query, ".plan.txt");
        if (Scenario.isRewriting()) {
            Files.writeString(golden, printed);
        }
        assertThat(golden).as("written with -Dscenarios.rewrite=true").exists();
        assertThat(printed).isEqualTo(Scenario.read(golden));
    }

    @Test
    void everyFileOfAScenarioBelongsToSomething() {
        for (Scenario scenario : Scenario.all()) {
            List<String> queries = scenario.queries();
            assertThat(Scenario.list(scenario.folder()).map(Path::getFileName).map(Path::toString))
                    .as(scenario.name())
                    .allMatch(file -> FOLDER_FILES.contains(file)
                            || file.matches(SUPERGRAPH)
                            || queries.stream()
                                    .anyMatch(query ->
                                            QUERY_ENDINGS.stream().anyMatch(ending -> file.equals(query + ending))))
                    .contains("README.md", "subgraphs");
        }
    }

    @Test
    void goldensAreNotRewrittenWhereNobodyLooksAtTheDifference() {
        assertThat(Scenario.isRewriting() && System.getenv("CI") != null)
                .as("scenarios.rewrite in CI")
                .isFalse();
    }
}
