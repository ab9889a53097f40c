package io.weft.gateway.scenarios;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A subgraph as graphql-java runs it, over the scenario's world. */
final class FakeSubgraph {

    private final World world;
    private final Document sdl;
    private final GraphQL graphql;
    private final String name;
    private final List<String> complaints;

    /** By interface: the object types that any subgraph says implement it. */
    private final Map<String, Set<String>> implementations = new HashMap<>();

    /**
     * @param others     the SDL of all subgraphs
     * @param complaints where it says what it should not have been asked
     */
    FakeSubgraph(String name, String sdl, Collection<String> others, World world, List<String> complaints) {
        this.world = world;
        this.name = name;
        this.complaints = complaints;
        this.sdl = Parser.parse(sdl);
        others.forEach(this::readImplementations);
        Set<String> takenOver = new LinkedHashSet<>();
        others.forEach(other -> takenOver.addAll(Answerable.takenOver(Parser.parse(other), name)));
        Answerable answerable = new Answerable(name, this.sdl, takenOver);
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new WorldWiring(
                        world,
                        name,
                        (step, of) -> answerable.complaint(step, of).ifPresent(complaint -> {
                            complaints.add(complaint);
                            throw new IllegalStateException(complaint);
                        })))
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .dataFetcher(
                                FieldCoordinates.coordinates(FederatedDocument.queryRoot(this.sdl), "_entities"),
                                (DataFetcher<?>) this::entities))
                .build();
        GraphQLSchema schema = new SchemaGenerator()
                .makeExecutableSchema(new SchemaParser().buildRegistry(FederatedDocument.of(this.sdl)), wiring);
        this.graphql = GraphQL.newGraphQL(schema).build();
    }

    Map<String, Object> answer(String query, Map<String, Object> variables) {
        return graphql.execute(ExecutionInput.newExecutionInput(query)
                        .variables(variables)
                        .build())
                .toSpecification();
    }

    private Object entities(DataFetchingEnvironment env) {
        List<Map<String, Object>> representations = env.getArgument("representations");
        return representations.stream()
                .map(representation -> entity(env.getGraphQLSchema(), representation))
                .toList();
    }

    private World.Thing entity(GraphQLSchema schema, Map<String, Object> representation) {
        String type = (String) representation.get("__typename");
        boolean isObject = !(schema.getType(type) instanceof GraphQLInterfaceType);
        Stream<World.Thing> candidates = world.types().contains(type)
                ? world.all(type).stream()
                : world.types().stream().flatMap(any -> world.all(any).stream());
        List<Set<String>> keys = keys(type);
        Optional<World.Thing> found = candidates
                .filter(thing -> keys.stream()
                        .anyMatch(key -> representation.keySet().containsAll(key)
                                && key.stream()
                                        .allMatch(field -> world.isEqual(thing, field, representation.get(field)))))
                .findFirst();
        found.filter(thing -> !world.types().contains(type)
                        && !implementations.getOrDefault(type, Set.of()).contains(thing.type()))
                .ifPresent(thing -> {
                    String complaint = name + " is asked for a " + type + " that is a " + thing.type();
                    complaints.add(complaint);
                    throw new IllegalStateException(complaint);
                });
        return found.map(thing -> new World.Thing(isObject ? type : thing.type(), thing.fields(), representation))
                .orElse(null);
    }

    private void readImplementations(String document) {
        for (ObjectTypeDefinition object : Parser.parse(document).getDefinitionsOfType(ObjectTypeDefinition.class)) {
            object.getImplements()
                    .forEach(contract -> implementations
                            .computeIfAbsent(((TypeName) contract).getName(), key -> new LinkedHashSet<>())
                            .add(object.getName()));
        }
    }

    private List<Set<String>> keys(String type) {
        List<Set<String>> keys = new ArrayList<>();
        for (TypeDefinition<?> definition : sdl.getDefinitionsOfType(TypeDefinition.class)) {
            if (definition.getName().equals(type)) {
                definition.getDirectives("key").stream()
                        .filter(FakeSubgraph::isResolvable)
                        .forEach(key -> keys.add(
                                names(((StringValue) key.getArgument("fields").getValue()).getValue())));
            }
        }
        return keys;
    }

    private static boolean isResolvable(Directive key) {
        return key.getArgument("resolvable") == null
                || ((BooleanValue) key.getArgument("resolvable").getValue()).isValue();
    }

    private static Set<String> names(String fieldSet) {
        Set<String> names = new LinkedHashSet<>();
        Parser.parse("{" + fieldSet + "}")
                .getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow()
                .getSelectionSet()
                .getSelectionsOfType(Field.class)
                .forEach(field -> names.add(field.getName()));
        return names;
    }
}
