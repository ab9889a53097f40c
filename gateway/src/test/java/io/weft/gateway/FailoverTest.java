package io.weft.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.Introspection;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A shared field is asked of another subgraph when the one that was to answer does not. */
class FailoverTest {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\", \"@shareable\"])\n";

    /** Whoever lists books knows nothing of them but their key. */
    private static final String SHELVES = LINK + """
            type Query { books: [Book!]! }
            type Mutation { buy: Book }
            type Book @key(fields: "id") { id: ID! }
            """;

    private static final String REVIEWS = LINK + """
            type Query { best: Book @shareable }
            type Book @key(fields: "id") { id: ID! title: String! @shareable stars: Int }
            """;
    private static final String TITLES = LINK + """
            type Query { best: Book @shareable }
            type Book @key(fields: "id") { id: ID! title: String! @shareable }
            """;

    private static final Response DOWN = new Response.Failed(Reason.UNREACHABLE, "down");
    private static final String REVIEWS_ARE_DOWN =
            "\"errors\":[{\"message\":\"down\",\"path\":[\"books\"],\"extensions\":{\"code\":\"SUBGRAPH_UNREACHABLE\",\"service\":\"reviews\"}}]";

    private final List<String> asked = new ArrayList<>();
    private final Map<String, Response> answers = new HashMap<>(Map.of(
            "shelves", answered("{\"data\":{\"books\":[{\"id\":\"1\"}],\"buy\":{\"id\":\"1\"}}}"),
            "reviews", answered("{\"data\":{\"_entities\":[{\"title\":\"A\",\"stars\":5}]}}"),
            "titles", answered("{\"data\":{\"best\":{\"title\":\"B\"},\"_entities\":[{\"title\":\"A\"}]}}")));

    @Test
    void what_all_answer_is_asked_of_as_few_as_possible() {
        assertThat(ask("{books{title stars}}")).isEqualTo("{\"data\":{\"books\":[{\"title\":\"A\",\"stars\":5}]}}");
        assertThat(asked).containsExactly("shelves", "reviews");
    }

    @Test
    void what_another_knows_is_not_lost_with_the_one_that_was_asked() {
        answers.put("reviews", DOWN);
        assertThat(ask("{books{title stars}}"))
                .isEqualTo("{\"data\":{\"books\":[{\"title\":\"A\",\"stars\":null}]}," + REVIEWS_ARE_DOWN + "}");
        assertThat(asked)
                .as("nobody is asked the same again, and nothing is asked of who does not answer")
                .containsExactly("shelves", "reviews", "titles");
    }

    @Test
    void so_it_is_where_the_answer_has_no_data() {
        for (Response useless : List.of(
                answered("{\"data\":null,\"errors\":[{\"message\":\"no database\"}]}"),
                answered("{\"errors\":[{\"message\":\"no database\"}]}"),
                new Response.Answered(502, "<html>".getBytes(UTF_8)),
                new Response.Failed(Reason.TIMEOUT, "slow"),
                new Response.Failed(Reason.CIRCUIT_OPEN, "left alone"))) {
            answers.put("reviews", useless);
            assertThat(ask("{books{title stars}}"))
                    .startsWith("{\"data\":{\"books\":[{\"title\":\"A\",\"stars\":null}]},\"errors\":[{")
                    .containsOnlyOnce("\"service\":\"reviews\"");
        }
    }

    @Test
    void an_error_beside_data_is_the_clients() {
        answers.put(
                "reviews",
                answered("{\"data\":{\"_entities\":[{\"title\":\"A\",\"stars\":null}]},\"errors\":[{\"message\":\"no\","
                        + "\"path\":[\"_entities\",0,\"stars\"]}]}"));
        assertThat(ask("{books{title stars}}")).startsWith("{\"data\":{\"books\":[{\"title\":\"A\",\"stars\":null}]},");
        assertThat(asked).containsExactly("shelves", "reviews");
    }

    @Test
    void a_shared_root_field_is_asked_of_the_other() {
        answers.put("reviews", DOWN);
        assertThat(ask("{best{title}}")).isEqualTo("{\"data\":{\"best\":{\"title\":\"B\"}}}");
    }

    @Test
    void who_is_known_to_be_away_is_asked_for_nothing_that_another_knows() {
        answers.put("reviews", DOWN);
        assertThat(ask(Set.of(new SubgraphName("reviews")), "{books{title}}"))
                .isEqualTo("{\"data\":{\"books\":[{\"title\":\"A\"}]}}");
        assertThat(ask(Set.of(new SubgraphName("reviews")), "{books{title stars}}"))
                .isEqualTo("{\"data\":{\"books\":[{\"title\":\"A\",\"stars\":null}]}," + REVIEWS_ARE_DOWN + "}");
        assertThat(asked)
                .containsExactly("shelves", "titles", "shelves", "reviews", "titles")
                .as("the second time both at once, in whatever order");
    }

    @Test
    void where_nobody_else_knows_nobody_is_asked_again() {
        answers.put("reviews", DOWN);
        assertThat(ask("{books{id stars}}")).startsWith("{\"data\":{\"books\":[{\"id\":\"1\",\"stars\":null}]},");
        answers.put("shelves", DOWN);
        assertThat(ask("{books{title}}")).startsWith("{\"data\":null,");
        assertThat(asked).containsExactly("shelves", "reviews", "shelves");
    }

    @Test
    void when_all_are_down_that_is_the_answer() {
        answers.put("reviews", DOWN);
        answers.put("titles", DOWN);
        assertThat(ask("{books{title stars}}")).startsWith("{\"data\":null,").contains("\"titles\"", "\"reviews\"");
        assertThat(asked).containsExactly("shelves", "reviews", "titles");
    }

    @Test
    void what_is_too_much_for_one_is_not_passed_on_to_others() {
        answers.put("reviews", new Response.Failed(Reason.OVERLOADED, "busy"));
        assertThat(ask("{books{title stars}}")).startsWith("{\"data\":null,");
        assertThat(asked).containsExactly("shelves", "reviews");
    }

    @Test
    void nothing_is_changed_twice() {
        answers.put("reviews", DOWN);
        assertThat(ask("mutation{buy{title stars}}")).startsWith("{\"data\":{\"buy\":null},");
        assertThat(asked).containsExactly("shelves", "reviews");
    }

    private String ask(String document) {
        return ask(Set.of(), document);
    }

    private String ask(Set<SubgraphName> away, String document) {
        CompositionResult composed = new Composer()
                .compose(List.of(source("shelves", SHELVES), source("reviews", REVIEWS), source("titles", TITLES)));
        Supergraph supergraph = switch (composed) {
            case CompositionResult.Composed graph -> graph.supergraph();
            case CompositionResult.Refused(var errors) -> throw new AssertionError(errors.toString());
        };
        SubgraphTransport transport = request -> {
            asked.add(request.subgraph().value());
            return Mono.just(
                    Objects.requireNonNull(answers.get(request.subgraph().value())));
        };
        Graph graph = new Graph(
                supergraph, OperationLimits.DEFAULT, Introspection.ALLOWED, new Planner(supergraph), Set.of(), 10_000);
        Gateway gateway = new Gateway(graph, new Executor(transport), () -> 4, () -> away);
        GatewayResponse response = Objects.requireNonNull(
                gateway.execute(Requests.anonymous(document, Map.of())).block());
        return new String(response.body(), UTF_8);
    }

    private static Response answered(String body) {
        return new Response.Answered(200, body.getBytes(UTF_8));
    }

    private static SubgraphSource source(String name, String sdl) {
        return new SubgraphSource(new SubgraphName(name), URI.create("http://" + name), sdl);
    }
}
