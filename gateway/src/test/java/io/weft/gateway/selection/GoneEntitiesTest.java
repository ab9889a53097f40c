package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.execution.SubgraphTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Entities that were selected, and are deleted or hidden by the time their fields are asked for. */
final class GoneEntitiesTest extends OverLists {

    private static final String PAGE = "{ records(first: 5) { totalCount edges { cursor node { number title } }"
            + " nodes { title } pageInfo { hasNextPage endCursor } } }";

    private final TitleService titles = new TitleService();
    private final List<Integer> first = there.stream().limit(5).toList();

    @Override
    List<ListGraph> graphs() {
        List<ListGraph> graphs = new ArrayList<>(super.graphs());
        graphs.add(titles);
        return graphs;
    }

    @Test
    void what_is_gone_is_not_on_the_page_and_the_rest_is() {
        Gateway gateway = gateway(SelectionSettings.USUAL);
        JsonNode whole = ask(gateway, PAGE, Map.of());
        titles.gone.addAll(List.of(first.get(0), first.get(3), first.get(4)));

        JsonNode answer = ask(gateway, PAGE, Map.of());

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode records = answer.at("/data/records");
        assertThat(records.path("edges").toString())
                .isEqualTo("[" + whole.at("/data/records/edges/1") + "," + whole.at("/data/records/edges/2") + "]");
        assertThat(records.path("nodes").toString())
                .isEqualTo("[{\"title\":\"Title " + first.get(1) + "\"},{\"title\":\"Title " + first.get(2) + "\"}]");
        assertThat(records.path("pageInfo"))
                .as("the next page begins where it would have")
                .isEqualTo(whole.at("/data/records/pageInfo"));
    }

    @Test
    void a_page_of_which_all_is_gone_is_empty() {
        titles.gone.addAll(there);
        JsonNode answer = ask(gateway(SelectionSettings.USUAL), PAGE, Map.of());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/records/edges").toString()).isEqualTo("[]");
        assertThat(answer.at("/data/records/nodes").toString()).isEqualTo("[]");
    }

    @Test
    void within_objects_too() {
        Gateway gateway = gateway(SelectionSettings.USUAL);
        String query = "{ shelves { id records(first: 50) { nodes { number title } } } }";
        List<Integer> all = numbers(ask(gateway, query, Map.of()));
        titles.gone.addAll(List.of(all.getFirst(), all.getLast()));
        JsonNode answer = ask(gateway, query, Map.of());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        all.removeIf(titles.gone::contains);
        assertThat(numbers(answer)).isNotEmpty().isEqualTo(all);
    }

    private static List<Integer> numbers(JsonNode answer) {
        List<Integer> numbers = new ArrayList<>();
        answer.at("/data/shelves")
                .forEach(shelf -> shelf.at("/records/nodes")
                        .forEach(node -> numbers.add(node.path("number").asInt())));
        return numbers;
    }

    @Test
    void where_nothing_must_have_a_value_it_has_none() {
        titles.gone.add(first.get(1));
        JsonNode answer = ask(gateway(SelectionSettings.USUAL), "{ records(first: 3) { nodes { note } } }", Map.of());
        assertThat(answer.at("/data/records/nodes").toString())
                .isEqualTo("[{\"note\":null},{\"note\":null},{\"note\":null}]");
    }

    @Test
    void errors_name_the_places_that_the_others_have_in_the_answer() {
        titles.gone.addAll(List.of(first.get(0), first.get(2)));
        JsonNode answer = ask(
                gateway(SelectionSettings.USUAL), "{ records(first: 5) { nodes { number title note } } }", Map.of());
        assertThat(answer.at("/data/records/nodes"))
                .as(answer.toString())
                .extracting(node -> node.path("number").asInt())
                .containsExactly(first.get(1), first.get(3), first.get(4));
        assertThat(answer.path("errors")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(answer.at("/errors/" + i + "/path").toString())
                    .isEqualTo("[\"records\",\"nodes\"," + i + ",\"note\"]");
            assertThat(answer.at("/errors/" + i + "/message").asString())
                    .endsWith("no note of " + answer.at("/data/records/nodes/" + i + "/number"));
        }
    }

    @Test
    void a_value_that_is_missing_though_the_entity_is_there_is_an_error_as_before() {
        titles.untitled.add(first.get(1));
        JsonNode answer = ask(gateway(SelectionSettings.USUAL), PAGE, Map.of());
        assertThat(answer.at("/data").toString()).isEqualTo("{\"records\":null}");
        assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("titles");
    }

    @Test
    void a_service_that_cannot_be_asked_takes_nothing_from_the_page() {
        JsonNode answer = ask(
                gateway(
                        SelectionSettings.USUAL,
                        request -> Set.of("titles").contains(request.subgraph().value())
                                ? Mono.just(new SubgraphTransport.Response.Failed(
                                        SubgraphTransport.Reason.UNREACHABLE, "titles is away"))
                                : null),
                PAGE,
                Map.of());
        assertThat(answer.at("/data").toString()).isEqualTo("{\"records\":null}");
        assertThat(answer.at("/errors/0/message").asString()).isEqualTo("titles is away");
    }
}
