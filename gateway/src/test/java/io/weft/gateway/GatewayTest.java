package io.weft.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What clients see when subgraphs answer as they should not. */
class GatewayTest {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])\n";
    private static final String BOOKS = LINK + """
            type Query { books: [Book] best: Book! worst: Book! shelves: [[Book!]] }
            type Book @key(fields: "id") { id: ID title: String! kind: Kind pages: Int }
            enum Kind { PAPER }
            """;
    private static final String REVIEWS =
            LINK + "type Book @key(fields: \"id\") { id: ID stars: Int! critics: [String] }";

    private final List<String> asked = new ArrayList<>();
    private Response books = answered("{\"data\":{\"books\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"1\"}]}}");
    private Response reviews = answered("{\"data\":{\"_entities\":[{\"critics\":[\"A\"]},{\"critics\":null}]}}");
    private final Gateway gateway = gateway(request -> {
        asked.add(new String(request.body(), StandardCharsets.UTF_8));
        return Mono.just(request.subgraph().value().equals("books") ? books : reviews);
    });

    @Test
    void anEntityThatStandsInTwoPlacesIsAskedForOnce() {
        assertThat(ask("{books{critics}}"))
                .isEqualTo("{\"data\":{\"books\":[{\"critics\":[\"A\"]},{\"critics\":null},{\"critics\":[\"A\"]}]}}");
        assertThat(asked.getLast())
                .contains("[{\"__typename\":\"Book\",\"id\":\"1\"},{\"__typename\":\"Book\",\"id\":\"2\"}]");
    }

    @Test
    void whatIsDownIsNamedAndTheRestIsAnswered() {
        reviews = new Response.Failed(Reason.TIMEOUT, "The subgraph 'reviews' did not answer in time.");
        assertThat(ask("{books{id critics}}"))
                .isEqualTo("{\"data\":{\"books\":[{\"id\":\"1\",\"critics\":null},{\"id\":\"2\",\"critics\":null},"
                        + "{\"id\":\"1\",\"critics\":null}]},\"errors\":[{\"message\":"
                        + "\"The subgraph 'reviews' did not answer in time.\",\"path\":[\"books\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_TIMEOUT\",\"service\":\"reviews\"}}]}");
    }

    @Test
    void whatDependsOnAFailedFetchIsNotAsked() {
        books = new Response.Failed(Reason.UNREACHABLE, "down");
        assertThat(ask("{books{critics}}")).startsWith("{\"data\":{\"books\":null},\"errors\":[{\"message\":\"down\"");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerThatIsNoGraphQLIsAnErrorOfItsSubgraph() {
        for (String body : List.of("<html>", "{}", "{\"data\":null}", "[]", "{\"data\":{},\"errors\":7}")) {
            books = new Response.Answered(500, body.getBytes(StandardCharsets.UTF_8));
            assertThat(ask("{books{id}}"))
                    .as(body)
                    .startsWith(
                            "{\"data\":{\"books\":null},\"errors\":[{\"message\":\"The subgraph 'books' answered with "
                                    + "HTTP status 500, but ")
                    .contains("\"code\":\"SUBGRAPH_INVALID_ANSWER\"");
        }
    }

    @Test
    void asManyEntitiesMustBeAnsweredAsWereAsked() {
        reviews = answered("{\"data\":{\"_entities\":[{\"critics\":[]}]}}");
        assertThat(ask("{books{critics}}"))
                .contains("[{\"critics\":null},{\"critics\":null},{\"critics\":null}]")
                .contains("asked for 2 entities, it answered 1");
    }

    @Test
    void anErrorOfAnEntityIsToldForEachPlaceItStandsAtUnderTheClientsNames() {
        books = answered("{\"data\":{\"all\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"1\"}]}}");
        reviews = answered("{\"data\":{\"_entities\":[null,null]},\"errors\":[{\"message\":\"no\","
                + "\"path\":[\"_entities\",0,\"who\"],\"extensions\":{\"code\":\"MINE\",\"more\":1}}]}");
        assertThat(ask("{all:books{who:critics}}"))
                .contains(
                        "\"path\":[\"all\",0,\"who\"],\"extensions\":{\"code\":\"MINE\",\"more\":1,\"service\":\"reviews\"}")
                .contains("\"path\":[\"all\",2,\"who\"]")
                .doesNotContain("\"path\":[\"all\",1");
    }

    @Test
    void anObjectWithoutAKeyIsNotLookedUp() {
        books = answered("{\"data\":{\"books\":[{\"id\":null},null]}}");
        assertThat(ask("{books{critics}}")).isEqualTo("{\"data\":{\"books\":[{\"critics\":null},null]}}");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aNullTravelsToTheNextFieldThatMayBeNullWithOneError() {
        books = answered("{\"data\":{\"books\":[{\"title\":\"A\"},{\"title\":null}]}}");
        assertThat(ask("{books{title}}"))
                .startsWith("{\"data\":{\"books\":[{\"title\":\"A\"},null]},\"errors\":[{")
                .containsOnlyOnce("\"message\"")
                .contains("\"path\":[\"books\",1,\"title\"]");
    }

    @Test
    void aNullThatTheSubgraphExplainedIsNotToldTwice() {
        books = answered("{\"data\":null,\"errors\":[{\"message\":\"no\",\"path\":[\"best\",\"title\"]}]}");
        assertThat(ask("{best{title}}"))
                .isEqualTo("{\"data\":null,\"errors\":[{\"message\":\"no\",\"path\":[\"best\",\"title\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"books\"}}]}");
    }

    @Test
    void aNullThatTookItsSiblingsAlongIsToldAtItsOwnPlaceOnly() {
        books = answered("{\"data\":null,\"errors\":[{\"message\":\"no\",\"path\":[\"best\",\"title\"]}]}");
        for (String document : List.of("{worst{title} best{title}}", "{best{title} worst{title}}")) {
            assertThat(ask(document))
                    .isEqualTo("{\"data\":null,\"errors\":[{\"message\":\"no\",\"path\":[\"best\",\"title\"],"
                            + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"books\"}}]}");
        }
        books = answered("{\"data\":{\"best\":{\"title\":\"A\"}}}");
        assertThat(ask("{worst{title} best{title}}")).contains("UNEXPECTED_NULL", "\"path\":[\"worst\"]");
    }

    @Test
    void nullsInListsOfListsTravelOneListUp() {
        books = answered("{\"data\":{\"shelves\":[[{\"title\":\"A\"}],[{\"title\":\"B\"},null],null,[]]}}");
        assertThat(ask("{shelves{title}}"))
                .startsWith("{\"data\":{\"shelves\":[[{\"title\":\"A\"}],null,null,[]]},")
                .contains("\"path\":[\"shelves\",1,1]");
    }

    @Test
    void valuesThatDoNotFitTheirTypeAreNullWithAnError() {
        books = answered("{\"data\":{\"books\":[{\"id\":7,\"kind\":\"GHOST\",\"pages\":3.0},"
                + "{\"id\":1.5,\"kind\":\"PAPER\",\"pages\":3000000000}]}}");
        assertThat(ask("{books{id kind pages}}"))
                .startsWith("{\"data\":{\"books\":[{\"id\":\"7\",\"kind\":null,\"pages\":3},"
                        + "{\"id\":null,\"kind\":\"PAPER\",\"pages\":null}]}")
                .contains(
                        "\"path\":[\"books\",0,\"kind\"]",
                        "\"path\":[\"books\",1,\"id\"]",
                        "\"path\":[\"books\",1,\"pages\"]");
    }

    @Test
    void whatIsSkippedIsNeitherAskedNorAnswered() {
        assertThat(ask("query($no:Boolean!){books{id critics @include(if:$no)}}", Map.of("no", false)))
                .isEqualTo("{\"data\":{\"books\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"1\"}]}}");
        assertThat(asked).hasSize(1);
    }

    @Test
    void theSchemaAnswersForItself() {
        assertThat(ask("{__typename k:__type(name:\"Kind\"){enumValues{name}}}"))
                .isEqualTo("{\"data\":{\"__typename\":\"Query\",\"k\":{\"enumValues\":[{\"name\":\"PAPER\"}]}}}");
        assertThat(asked).isEmpty();
    }

    @Test
    void aWrongDocumentIsRefusedWithItsPlace() {
        assertThat(ask("{nothing}"))
                .contains("\"locations\":[{\"line\":1,\"column\":2}]")
                .doesNotContain("\"data\"");
        assertThat(asked).isEmpty();
    }

    @Test
    void equalQueriesUnderWayShareOneCall() {
        Sinks.One<Response> later = Sinks.one();
        Gateway waiting = gateway(request -> {
            asked.add("called");
            return later.asMono();
        });
        Mono<GatewayResponse> one =
                waiting.execute(Requests.anonymous("{books{id}}", Map.of())).cache();
        Mono<GatewayResponse> two =
                waiting.execute(Requests.anonymous("{books{id}}", Map.of())).cache();
        one.subscribe();
        two.subscribe();
        later.tryEmitValue(books);
        assertThat(Objects.requireNonNull(one.block()).body())
                .isEqualTo(Objects.requireNonNull(two.block()).body());
        assertThat(asked).hasSize(1);
    }

    @Test
    void anIntrospectionThatIsNotAnsweredIsRefusedWithTheReason() {
        for (String document : List.of(
                "{books{id} __schema{queryType{fields{name}} types{fields{name}}}}",
                "{a:__schema{description} b:__schema{description}}")) {
            assertThat(ask(document))
                    .startsWith(
                            "{\"errors\":[{\"message\":\"This request is not asking for introspection in good faith")
                    .contains("\"code\":\"OPERATION_TOO_LARGE\"");
        }
        assertThat(ask(
                        "query($name:String=\"Book\"){__type(name:$name){name}}",
                        Collections.singletonMap("name", null)))
                .startsWith("{\"errors\":[{\"message\":")
                .contains("__type.name: the variable", "\"code\":\"BAD_USER_INPUT\"");
        assertThat(asked).isEmpty();
    }

    @Test
    void aBugIsToldWithTheRequestsId() {
        Gateway broken = gateway(request -> Mono.empty());
        GatewayResponse response = Objects.requireNonNull(
                broken.execute(Requests.anonymous("{books{id}}", Map.of())).block());
        assertThat(response.outcome()).isEqualTo(GatewayResponse.Outcome.FAILED);
        assertThat(text(response)).contains("INTERNAL_ERROR", "under the request id test");
    }

    private String ask(String document) {
        return ask(document, Map.of());
    }

    private String ask(String document, Map<String, @Nullable Object> variables) {
        return text(Objects.requireNonNull(
                gateway.execute(Requests.anonymous(document, variables)).block()));
    }

    private static String text(GatewayResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static Response answered(String body) {
        return new Response.Answered(200, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Gateway gateway(SubgraphTransport transport) {
        CompositionResult result = new Composer().compose(List.of(source("books", BOOKS), source("reviews", REVIEWS)));
        Supergraph supergraph = switch (result) {
            case CompositionResult.Composed composed -> composed.supergraph();
            case CompositionResult.Refused(var errors) -> throw new AssertionError(errors.toString());
        };
        return new Gateway(
                new Graph(supergraph, OperationLimits.DEFAULT, new Planner(supergraph)::plan, 10_000),
                new Executor(transport));
    }

    private static SubgraphSource source(String name, String sdl) {
        return new SubgraphSource(new SubgraphName(name), URI.create("http://" + name), sdl);
    }
}
