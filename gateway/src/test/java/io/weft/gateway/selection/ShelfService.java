package io.weft.gateway.selection;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import io.weft.contracts.SharedSdl;
import io.weft.gateway.subgraph.SubgraphSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A subgraph that knows no record, only shelves: which records stand on one follows from what the shelf says. */
final class ShelfService implements ListGraph {

    /** A shelf without a kind has no records. */
    static final List<Shelf> SHELVES = List.of(
            new Shelf("one", 3, 6), new Shelf("two", 5, 12), new Shelf("none", null, 12), new Shelf("many", 1, 12));

    private final GraphQL graphQl;

    /** Of records of this kind whose year is before that. */
    record Shelf(String id, @Nullable Integer kind, int before) {

        private Map<String, @Nullable Object> told() {
            Map<String, @Nullable Object> told = new HashMap<>();
            told.put("id", id);
            told.put("kind", kind);
            told.put("before", before);
            return told;
        }
    }

    ShelfService() {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(ExtendedScalars.Json.transform(scalar -> scalar.name("KeySet")))
                .type(
                        "Query",
                        query -> query.dataFetcher(
                                "shelves",
                                environment -> SHELVES.stream().map(Shelf::told).toList()));
        this.graphQl = GraphQL.newGraphQL(SubgraphSchema.of(
                        sdl(),
                        wiring.build(),
                        environment ->
                                Objects.requireNonNull(
                                                environment.<List<Map<String, Object>>>getArgument("representations"))
                                        .stream()
                                        .map(asked -> SHELVES.stream()
                                                .filter(shelf -> shelf.id().equals(asked.get("id")))
                                                .findFirst()
                                                .map(Shelf::told)
                                                .orElse(null))
                                        .toList(),
                        environment -> (GraphQLObjectType)
                                Objects.requireNonNull(environment.getSchema().getType("Shelf"))))
                .build();
    }

    @Override
    public String name() {
        return "shelves";
    }

    @Override
    public String sdl() {
        return SharedSdl.FEDERATION_LINK + SharedSdl.SELECTION + """
                type Query { shelves: [Shelf!]! }
                type Shelf @key(fields: "id")
                    @selects(field: "records", entity: "Record", filter: "{ kind: { eq: $kind }, year: { lt: $before } }") {
                  id: ID!
                  kind: Int
                  before: Int!
                }
                """;
    }

    @Override
    public Map<String, Object> execute(String query, Map<String, Object> variables) {
        return graphQl.execute(ExecutionInput.newExecutionInput(query)
                        .variables(variables)
                        .build())
                .toSpecification();
    }
}
