package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.postgres.session.Sql;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the engine, and then without it: with literals and with a variable in the place of each, twice. Answers and statements are the same. */
final class BothWays {

    private BothWays() {}

    static JsonNode ask(ScenarioSubgraph subgraph, String document, Principal caller) {
        return ask(subgraph, document, Map.of(), caller);
    }

    static JsonNode ask(
            ScenarioSubgraph subgraph, String document, Map<String, @Nullable Object> variables, Principal caller) {
        JsonNode answer = subgraph.ask(document, variables, caller);
        List<Sql> statements = subgraph.statements();
        LiteralsAsVariables.Question lifted = lifted(subgraph, document, variables);
        for (int time = 0; time < 2; time++) {
            same(answer, statements, subgraph, document, variables, caller);
            same(answer, statements, subgraph, lifted.document(), lifted.variables(), caller);
        }
        return answer;
    }

    /** Without the engine only once, with variables. */
    static JsonNode askOnce(ScenarioSubgraph subgraph, String document, Principal caller) {
        JsonNode answer = subgraph.ask(document, Map.of(), caller);
        List<Sql> statements = subgraph.statements();
        LiteralsAsVariables.Question lifted = lifted(subgraph, document, Map.of());
        same(answer, statements, subgraph, lifted.document(), lifted.variables(), caller);
        return answer;
    }

    private static LiteralsAsVariables.Question lifted(
            ScenarioSubgraph subgraph, String document, Map<String, @Nullable Object> variables) {
        return Objects.requireNonNull(LiteralsAsVariables.of(document, variables, subgraph.schema()));
    }

    private static void same(
            JsonNode answer,
            List<Sql> statements,
            ScenarioSubgraph subgraph,
            String document,
            Map<String, @Nullable Object> variables,
            Principal caller) {
        Optional<JsonNode> found = subgraph.askAtOnce(document, variables, caller);
        assertThat(found)
                .as("%s with %s", document, variables)
                .isEqualTo(answer.has("errors") ? Optional.empty() : Optional.of(answer));
        if (found.isPresent()) {
            assertThat(subgraph.statements().stream().map(ReadableSql::of))
                    .as("%s with %s", document, variables)
                    .isEqualTo(statements.stream().map(ReadableSql::of).toList());
        }
    }
}
