package io.weft.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.Introspection;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.security.Policies;
import io.weft.gateway.security.Policies.Policy;
import io.weft.gateway.subgraph.SubgraphSchema;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code @authenticated}, {@code @requiresScopes} and {@code @policy} are kept to, and what is denied is not asked for. */
class GatewayAccessTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", "
            + "import: [\"@key\", \"@external\", \"@requires\", \"@authenticated\", \"@requiresScopes\", \"@policy\"])\n";
    private static final String CATALOG = LINK + """
            type Query {
              products: [Product]! media: [Media!]! secret: Secret
              report: Int @policy(policies: [["editor", "auditor"], ["owner"]])
            }
            type Mutation { wipe: Boolean @requiresScopes(scopes: [["admin"]]) touch: Boolean }
            type Product @key(fields: "id") {
              id: ID! @authenticated
              name: String
              price: Int @authenticated
              cost: Int! @requiresScopes(scopes: [["a", "b"], ["c"]])
            }
            interface Media { id: ID! title: String }
            type Book implements Media { id: ID! title: String @authenticated }
            type Film implements Media { id: ID! title: String }
            type Secret @policy(policies: [["p"]]) { x: Int }
            """;
    private static final String STOCK = LINK + """
            type Product @key(fields: "id") {
              id: ID!
              stock: Int
              margin: Int @authenticated @requires(fields: "price")
              price: Int @external
            }
            """;
    private static final Principal USER = Principal.user("u", List.of(Role.PUBLIC), List.of());

    private final List<String> asked = new ArrayList<>();

    private String ask(String document, Principal caller, boolean fromSdl) {
        GatewayResponse response = gateway(fromSdl)
                .execute(Requests.of(document, Map.of(), caller))
                .block();
        return JSON.readTree(Objects.requireNonNull(response).body()).toString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_a_caller_may_not_have_is_null_with_an_error_and_nobody_is_asked_for_it(boolean fromSdl) {
        assertThat(ask("{products{name price margin}}", Principal.anonymous(), fromSdl))
                .startsWith("{\"data\":{\"products\":[{\"name\":\"Pen\",\"price\":null,\"margin\":null}]},\"errors\":")
                .contains("\"path\":[\"products\",0,\"price\"]", "\"path\":[\"products\",0,\"margin\"]")
                .contains("\"code\":\"UNAUTHORIZED_FIELD_OR_TYPE\"", "'Product.margin'");
        assertThat(asked).singleElement().asString().doesNotContain("price", "margin");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void who_is_known_has_it(boolean fromSdl) {
        assertThat(ask("{products{id name price margin stock}}", USER, fromSdl))
                .isEqualTo(
                        "{\"data\":{\"products\":[{\"id\":\"1\",\"name\":\"Pen\",\"price\":5,\"margin\":2,\"stock\":3}]}}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_key_that_the_caller_may_not_see_is_still_a_key(boolean fromSdl) {
        assertThat(ask("{products{stock}}", Principal.anonymous(), fromSdl))
                .isEqualTo("{\"data\":{\"products\":[{\"stock\":3}]}}");
        assertThat(ask("{products{id stock}}", Principal.anonymous(), fromSdl))
                .startsWith("{\"data\":{\"products\":[null]},\"errors\":");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scopes_are_alternatives_of_which_one_must_be_whole(boolean fromSdl) {
        for (List<String> enough : List.of(List.of("a", "b"), List.of("c"), List.of("a", "c"))) {
            assertThat(ask("{products{cost}}", Principal.user("u", List.of(Role.PUBLIC), enough), fromSdl))
                    .isEqualTo("{\"data\":{\"products\":[{\"cost\":4}]}}");
        }
        for (List<String> tooFew : List.of(List.<String>of(), List.of("a"), List.of("b", "d"))) {
            assertThat(ask("{products{name cost}}", Principal.user("u", List.of(Role.PUBLIC), tooFew), fromSdl))
                    .startsWith("{\"data\":{\"products\":[null]},\"errors\":")
                    .containsOnlyOnce("\"message\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void policies_are_alternatives_too_and_one_that_is_not_configured_is_fulfilled_by_nobody(boolean fromSdl) {
        for (Role enough : List.of(Role.CURATOR, Role.ADMIN)) {
            assertThat(ask("{report}", Principal.user("u", List.of(enough), List.of("audit")), fromSdl))
                    .isEqualTo("{\"data\":{\"report\":7}}");
        }
        asked.clear();
        for (Principal lacking : List.of(
                Principal.anonymous(),
                USER,
                Principal.user("u", List.of(Role.DEPOSITOR), List.of("audit")),
                Principal.user("u", List.of(Role.SUPERADMIN), List.of("owner")))) {
            assertThat(ask("{report}", lacking, fromSdl))
                    .startsWith("{\"data\":{\"report\":null},\"errors\":")
                    .contains("\"code\":\"UNAUTHORIZED_FIELD_OR_TYPE\"");
        }
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_an_interface_each_object_counts_by_its_own_type(boolean fromSdl) {
        assertThat(ask("{media{id title}}", Principal.anonymous(), fromSdl))
                .startsWith("{\"data\":{\"media\":[{\"id\":\"b\",\"title\":null},{\"id\":\"f\",\"title\":\"Film\"}]}")
                .contains("\"path\":[\"media\",0,\"title\"]");
        assertThat(ask("{media{... on Book{title}}}", Principal.anonymous(), fromSdl))
                .startsWith("{\"data\":{\"media\":[{\"title\":null},{}]},\"errors\":");
        assertThat(ask("{media{... on Film{title}}}", Principal.anonymous(), fromSdl))
                .isEqualTo("{\"data\":{\"media\":[{},{\"title\":\"Film\"}]}}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_left_without_fields_is_an_object_all_the_same(boolean fromSdl) {
        assertThat(ask("{products{price}}", Principal.anonymous(), fromSdl))
                .startsWith("{\"data\":{\"products\":[{\"price\":null}]},\"errors\":");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_type_that_asks_for_access_is_denied_wherever_it_is_returned(boolean fromSdl) {
        assertThat(ask("{secret{x}}", USER, fromSdl))
                .startsWith("{\"data\":{\"secret\":null},\"errors\":")
                .contains("'Query.secret'");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_mutation_that_is_denied_does_not_run(boolean fromSdl) {
        assertThat(ask("mutation{wipe touch}", USER, fromSdl))
                .startsWith("{\"data\":{\"wipe\":null,\"touch\":true},\"errors\":");
        assertThat(asked).singleElement().asString().doesNotContain("wipe");
        assertThat(ask("mutation{wipe}", Principal.user("u", List.of(Role.PUBLIC), List.of("admin")), fromSdl))
                .isEqualTo("{\"data\":{\"wipe\":true}}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_same_text_is_prepared_for_each_access_by_itself(boolean fromSdl) {
        String document = "{products{price}}";
        String denied = ask(document, Principal.anonymous(), fromSdl);
        assertThat(ask(document, USER, fromSdl)).isEqualTo("{\"data\":{\"products\":[{\"price\":5}]}}");
        assertThat(ask(document, Principal.anonymous(), fromSdl)).isEqualTo(denied);
    }

    private final Map<Boolean, Gateway> gateways = new LinkedHashMap<>();

    private Gateway gateway(boolean fromSdl) {
        return gateways.computeIfAbsent(fromSdl, this::start);
    }

    private Gateway start(boolean fromSdl) {
        Map<String, String> sdls = Map.of("catalog", CATALOG, "stock", STOCK);
        CompositionResult result = new Composer()
                .compose(List.of("catalog", "stock").stream()
                        .map(name -> new SubgraphSource(
                                new SubgraphName(name),
                                URI.create("http://" + name),
                                Objects.requireNonNull(sdls.get(name))))
                        .toList());
        if (fromSdl && result instanceof CompositionResult.Composed composed) {
            result = new ReadSupergraph().read(composed.supergraphSdl());
        }
        if (!(result instanceof CompositionResult.Composed composed)) {
            throw new IllegalStateException(result.toString());
        }
        Map<String, GraphQL> servers = new LinkedHashMap<>();
        sdls.forEach((name, sdl) -> servers.put(name, server(sdl)));
        return new Gateway(
                new Graph(
                        composed.supergraph(),
                        OperationLimits.DEFAULT,
                        Introspection.ALLOWED,
                        new Planner(composed.supergraph()),
                        Set.of(),
                        1_000_000,
                        Map.of(),
                        new Policies(Map.of(
                                "editor", new Policy(Set.of(Role.CURATOR), Set.of()),
                                "auditor", new Policy(Set.of(), Set.of("audit"))))),
                new Executor(request -> Mono.fromSupplier(() -> {
                    JsonNode body = JSON.readTree(request.body());
                    asked.add(body.get("query").asString());
                    @SuppressWarnings("unchecked")
                    Map<String, Object> variables =
                            body.has("variables") ? JSON.convertValue(body.get("variables"), Map.class) : Map.of();
                    return new Response.Answered(
                            200,
                            JSON.writeValueAsBytes(Objects.requireNonNull(
                                            servers.get(request.subgraph().value()))
                                    .execute(ExecutionInput.newExecutionInput(
                                                    body.get("query").asString())
                                            .variables(variables)
                                            .build())
                                    .toSpecification()));
                })));
    }

    private static GraphQL server(String sdl) {
        Map<String, Object> product = Map.of(
                "id", "1", "name", "Pen", "price", 5, "cost", 4, "stock", 3, "margin", 2, "__typename", "Product");
        TypeResolver byName = env ->
                (GraphQLObjectType) env.getSchema().getType((String) ((Map<?, ?>) env.getObject()).get("__typename"));
        Map<String, Object> roots = Map.of(
                "products",
                List.of(product),
                "media",
                List.of(
                        Map.of("__typename", "Book", "id", "b", "title", "Book"),
                        Map.of("__typename", "Film", "id", "f", "title", "Film")),
                "secret",
                Map.of("x", 1),
                "report",
                7,
                "wipe",
                true,
                "touch",
                true);
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        if (sdl.contains("interface Media")) {
            wiring.type("Media", type -> type.typeResolver(byName))
                    .type(
                            "Query",
                            type -> type.defaultDataFetcher(
                                    env -> roots.get(env.getField().getName())))
                    .type(
                            "Mutation",
                            type -> type.defaultDataFetcher(
                                    env -> roots.get(env.getField().getName())));
        }
        return GraphQL.newGraphQL(SubgraphSchema.of(
                        sdl,
                        wiring.build(),
                        env -> Objects.requireNonNull(env.<List<?>>getArgument("representations")).stream()
                                .map(any -> product)
                                .toList(),
                        byName))
                .build();
    }
}
