package io.weft.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import io.weft.gateway.differential.Cut.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Random supergraphs of which one subgraph does not answer: what the others can answer among themselves is answered as by a gateway that
 * never knew that subgraph. {@code -Dweft.differential.supergraphs=N} runs more, {@code -Dweft.differential.from=S} others.
 */
class DownPartTest {

    private static final int OPERATIONS_PER_SUPERGRAPH = 12;

    private int compared;
    private int neededOthers;

    @Test
    void what_the_others_can_answer_they_do() {
        long first = Long.getLong("weft.differential.from", 0);
        for (long seed = first; seed < first + Long.getLong("weft.differential.supergraphs", 400); seed++) {
            Random random = new Random(seed);
            World world = World.random(random);
            Cut cut = Cut.random(world, random);
            if (CutGateway.start(world, cut, 0) instanceof CutGateway.Start.Started(CutGateway whole)
                    && !whole.hasLabels()
                    && !whole.hasDoubts()) {
                for (Part down : cut.parts()) {
                    List<Part> left =
                            cut.parts().stream().filter(part -> part != down).toList();
                    if (!left.isEmpty()
                            && CutGateway.start(world, new Cut(left), 0)
                                    instanceof CutGateway.Start.Started(CutGateway smaller)
                            && members(whole)
                                    .entrySet()
                                    .containsAll(members(smaller).entrySet())) {
                        compare(seed, whole, smaller, down.name, random);
                    }
                }
            }
        }
        System.out.printf("down: %d operations compared, %d of them needed others%n", compared, neededOthers);
        assertThat(compared).as("operations that the others can answer").isGreaterThan(100);
        assertThat(neededOthers).as("operations of which others were asked").isGreaterThan(20);
    }

    /** Of abstract types: what a fragment applies to depends on them. */
    private static Map<String, Set<String>> members(CutGateway gateway) {
        GraphQLSchema schema = gateway.apiSchema();
        Map<String, Set<String>> members = new TreeMap<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            switch (type) {
                case GraphQLUnionType union ->
                    members.put(
                            union.getName(),
                            union.getTypes().stream()
                                    .map(GraphQLNamedType::getName)
                                    .collect(Collectors.toSet()));
                case GraphQLInterfaceType contract ->
                    members.put(
                            contract.getName(),
                            schema.getImplementations(contract).stream()
                                    .map(GraphQLNamedType::getName)
                                    .collect(Collectors.toSet()));
                default -> {}
            }
        }
        return members;
    }

    private void compare(long seed, CutGateway whole, CutGateway smaller, String down, Random random) {
        for (int i = 0; i < OPERATIONS_PER_SUPERGRAPH; i++) {
            RandomOperation operation = RandomOperation.random(smaller.apiSchema(), random);
            boolean mayBeRepeated = operation.document().startsWith("query");
            if (!mayBeRepeated || !smaller.isValid(operation) || !whole.isValid(operation)) {
                continue;
            }
            JsonNode expected = smaller.answer(operation);
            if (expected.has("errors")) {
                continue; // how far a null travels depends on who answers what beside it
            }
            JsonNode actual = whole.without(down, operation);
            assertThat(whole.complaints()).as("seed " + seed).isEmpty();
            assertThat(Optional.of(actual.get("data")))
                    .as("seed %s without %s: %s%n%s", seed, down, operation.document(), whole.printPlan(operation))
                    .contains(expected.get("data"));
            assertThat(actual.has("errors"))
                    .as("errors, seed %s without %s: %s%n%s", seed, down, operation.document(), actual)
                    .isFalse();
            compared++;
            if (whole.printPlan(operation).contains("service: \"" + down + "\"")) {
                neededOthers++;
            }
        }
    }
}
