package io.weft.gateway.selection;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import io.weft.contracts.SharedSdl;
import io.weft.gateway.subgraph.SubgraphSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A subgraph that selects nothing and gives every record a title, but for those that are gone. */
final class TitleService implements ListGraph {

    /** It says that there are no such records. */
    final Set<Integer> gone = new HashSet<>();

    /** Their titles are none, though the records are there. */
    final Set<Integer> untitled = new HashSet<>();

    private final GraphQL graphQl;

    TitleService() {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .type("Record", record -> record.dataFetcher("note", TitleService::note));
        this.graphQl = GraphQL.newGraphQL(SubgraphSchema.of(
                        sdl(),
                        wiring.build(),
                        environment -> entities(environment.getArgument("representations")),
                        environment -> (GraphQLObjectType)
                                Objects.requireNonNull(environment.getSchema().getType("Record"))))
                .build();
    }

    private static Object note(DataFetchingEnvironment environment) {
        Map<String, Object> record = Objects.requireNonNull(environment.getSource());
        throw new GraphQLException("no note of " + record.get("number"));
    }

    private List<@Nullable Map<String, Object>> entities(@Nullable List<Map<String, Object>> representations) {
        List<@Nullable Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> asked : Objects.requireNonNull(representations)) {
            int number = ((Number) Objects.requireNonNull(asked.get("number"))).intValue();
            Map<String, Object> record = new HashMap<>(Map.of("number", number));
            if (!untitled.contains(number)) {
                record.put("title", "Title " + number);
            }
            found.add(gone.contains(number) ? null : record);
        }
        return found;
    }

    @Override
    public String name() {
        return "titles";
    }

    @Override
    public String sdl() {
        return SharedSdl.FEDERATION_LINK + """
                type Query { titles: Int }
                type Record @key(fields: "number") { number: Int! title: String! note: String }
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
