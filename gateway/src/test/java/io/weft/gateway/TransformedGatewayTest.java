package io.weft.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.Dialect;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.configuration.ReadTransforms;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import io.weft.gateway.transform.Transform;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import reactor.core.publisher.Mono;

/** What a transformed service is asked, and what becomes of its answer. */
class TransformedGatewayTest {

    private static final String FILMS = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
            enum Rate { GOOD BEST }
            type pub_t { year: Int! house: String }
            type film_t @key(fields: "film_id") { film_id: ID! rates: [Rate!] pub: pub_t pubs: [pub_t] len(unit: String): Int }
            input Filter { rate_eq: Rate }
            type Query { film(id: ID!): film_t films(filter: Filter, lang: String): [film_t] }
            type Mutation { rate(id: ID!, rate: Rate!): film_t drop(id: ID!): film_t }
            """;
    private static final String STOCK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
            type Film @key(fields: "id") { id: ID! copies: Int }
            type Query { stocked: [Film] }
            """;
    private static final String RENAMED = """
            - renameTypes: { film_t: Film, pub_t: Pub }
            - renameFields: { Film.film_id: id, Film.len: minutes }
            - renameEnumValues: { Rate.GOOD: FINE }
            - renameInputFields: { Filter.rate_eq: rate }
            - constantArguments: { Query.films.lang: de }
            """;

    private final List<String> asked = new ArrayList<>();

    @Test
    void names_are_translated_on_the_way_there_and_back() {
        String answer = ask(
                RENAMED,
                "query($f: Filter, $r: Rate) { a: films(filter: {rate: FINE}) { __typename minutes(unit: \"h\") }"
                        + " b: films(filter: $f) { rates } c: films(filter: {rate: $r}) { id } }",
                Map.of("f", Map.of("rate", "FINE"), "r", "FINE"),
                "{\"a\":[{\"__typename\":\"film_t\",\"minutes\":2}],\"b\":[{\"rates\":[\"GOOD\",\"BEST\"]},null],"
                        + "\"c\":[{\"id\":\"1\"}]}");

        assertThat(answer)
                .isEqualTo("{\"data\":{\"a\":[{\"__typename\":\"Film\",\"minutes\":2}],"
                        + "\"b\":[{\"rates\":[\"FINE\",\"BEST\"]},null],\"c\":[{\"id\":\"1\"}]}}");
        assertThat(asked.getFirst())
                .contains("a:films(filter:{rate_eq:GOOD},lang:\\\"de\\\")")
                .contains("minutes:len(unit:\\\"h\\\")")
                .contains("c:films(filter:{rate_eq:$r},lang:\\\"de\\\"){id:film_id}")
                .contains("{\"rate_eq\":\"GOOD\"}")
                .contains("\"r\":\"GOOD\"");
    }

    @Test
    void what_identifies_an_object_is_sent_in_the_services_names() {
        String answer = ask(
                RENAMED,
                "{ stocked { copies rates } }",
                Map.of(),
                "{\"stocked\":[{\"__typename\":\"Film\",\"id\":\"7\",\"copies\":1}]}",
                "{\"_entities\":[{\"rates\":[\"GOOD\"]}]}");

        assertThat(answer).isEqualTo("{\"data\":{\"stocked\":[{\"copies\":1,\"rates\":[\"FINE\"]}]}}");
        assertThat(asked.getLast())
                .contains("...on film_t{rates}")
                .contains("{\"__typename\":\"film_t\",\"film_id\":\"7\"}");
    }

    @Test
    void hoisted_fields_come_out_of_the_objects_below_also_of_lists() {
        String transforms = """
                - hoistField: { type: film_t, path: [pub, year], as: year, keep: true }
                - hoistField: { type: film_t, path: [pubs, house], as: houses, keep: true }
                """;
        String answer = ask(
                transforms,
                "{ films { y: year houses } }",
                Map.of(),
                "{\"films\":[{\"_w0_pub\":{\"y\":1972},\"_w1_pubs\":[{\"houses\":\"A\"},null,{\"houses\":null}]},"
                        + "{\"_w0_pub\":null,\"_w1_pubs\":null}]}");

        assertThat(answer)
                .isEqualTo("{\"data\":{\"films\":[{\"y\":1972,\"houses\":[\"A\",null,null]},"
                        + "{\"y\":null,\"houses\":null}]}}");
        assertThat(asked.getFirst()).contains("films{_w0_pub:pub{y:year} _w1_pubs:pubs{houses:house}}");
    }

    @Test
    void a_namespace_and_wrapped_fields_cost_no_request() {
        String transforms = """
                - wrapFields: { type: film_t, fields: [rates, len], as: facts, newType: Facts }
                - namespace: movies
                """;
        String answer = ask(
                transforms,
                "{ movies { __typename film(id: 1) { facts { __typename len } } } }",
                Map.of(),
                "{\"_w1_film\":{\"_w0_len\":9}}");

        assertThat(answer)
                .isEqualTo("{\"data\":{\"movies\":{\"__typename\":\"MoviesQuery\","
                        + "\"film\":{\"facts\":{\"__typename\":\"Facts\",\"len\":9}}}}}");
        assertThat(asked).hasSize(1);
    }

    @Test
    void mutations_in_a_namespace_stay_in_order_and_errors_are_told_at_the_clients_places() {
        String answer = ask(
                "- namespace: movies",
                "mutation { movies { a: rate(id: 1, rate: GOOD) { film_id } b: drop(id: 2) { film_id } } }",
                Map.of(),
                "{\"_w0_a\":{\"film_id\":\"1\"},\"_w0_b\":null},"
                        + "\"errors\":[{\"message\":\"no\",\"path\":[\"_w0_b\"]}]");

        assertThat(answer)
                .startsWith("{\"data\":{\"movies\":{\"a\":{\"film_id\":\"1\"},\"b\":null}}")
                .contains("\"path\":[\"movies\",\"b\"]");
        assertThat(asked.getFirst())
                .contains("mutation{_w0_a:rate(id:1,rate:GOOD){film_id} _w0_b:drop(id:2){film_id}}");
    }

    private String ask(String transforms, String document, Map<String, Object> variables, String... answers) {
        Supergraph supergraph = switch (new Composer()
                .compose(List.of(source("films", FILMS, transforms), source("stock", STOCK, "[]")))) {
            case CompositionResult.Composed composed -> composed.supergraph();
            case CompositionResult.Refused(var errors) -> throw new AssertionError(errors.toString());
        };
        Gateway gateway = new Gateway(
                new Graph(supergraph, OperationLimits.DEFAULT, new Planner(supergraph)::plan, 10_000),
                new Executor(request -> {
                    asked.add(new String(request.body(), StandardCharsets.UTF_8));
                    String body = "{\"data\":" + answers[asked.size() - 1] + "}";
                    return Mono.just(new Response.Answered(200, body.getBytes(StandardCharsets.UTF_8)));
                }));
        GatewayResponse response = Objects.requireNonNull(
                gateway.execute(Requests.anonymous(document, variables)).block());
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static SubgraphSource source(String name, String sdl, String yaml) {
        if (!(ReadTransforms.read(new Yaml().compose(new StringReader(yaml)), "test.yaml")
                instanceof ReadTransforms.Result.Read(List<Transform> transforms))) {
            throw new AssertionError(yaml);
        }
        return new SubgraphSource(
                new SubgraphName(name), URI.create("http://" + name), sdl, Dialect.FEDERATION, transforms);
    }
}
