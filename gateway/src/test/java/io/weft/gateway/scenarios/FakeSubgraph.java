package io.weft.gateway.scenarios;

import com.apollographql.federation.graphqljava.Federation;
import com.apollographql.federation.graphqljava._Entity;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A subgraph as graphql-java and federation-jvm run it, over the scenario's world. */
final class FakeSubgraph {

    private final World world;
    private final Document sdl;
    private final GraphQL graphql;

    FakeSubgraph(String name, String sdl, World world) {
        this.world = world;
        this.sdl = Parser.parse(sdl);
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new WorldWiring(world, name))
                .build();
        GraphQLSchema schema = Federation.transform(new SchemaParser().buildRegistry(withBases(this.sdl)), wiring)
                .fetchEntities(this::entities)
                .resolveEntityType(
                        env -> (GraphQLObjectType) env.getSchema().getType(((World.Thing) env.getObject()).type()))
                .build();
        this.graphql = GraphQL.newGraphQL(schema).build();
    }

    /** Federation lets a subgraph extend a type that it does not define; graphql-java wants a definition. */
    private static Document withBases(Document document) {
        Set<String> defined = new LinkedHashSet<>();
        return document.transform(builder -> builder.definitions(document.getDefinitions().stream()
                .map(definition -> definition instanceof ObjectTypeExtensionDefinition extension
                                && isMissing(document, extension.getName())
                                && defined.add(extension.getName())
                        ? base(extension)
                        : definition)
                .toList()));
    }

    private static boolean isMissing(Document document, String type) {
        return document.getDefinitionsOfType(TypeDefinition.class).stream()
                .noneMatch(definition ->
                        definition.getName().equals(type) && !(definition instanceof ObjectTypeExtensionDefinition));
    }

    @SuppressWarnings("rawtypes")
    private static Definition base(ObjectTypeExtensionDefinition extension) {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(extension.getName())
                .implementz(extension.getImplements())
                .directives(extension.getDirectives())
                .fieldDefinitions(extension.getFieldDefinitions())
                .build();
    }

    Map<String, Object> answer(String query, Map<String, Object> variables) {
        return graphql.execute(ExecutionInput.newExecutionInput(query)
                        .variables(variables)
                        .build())
                .toSpecification();
    }

    private Object entities(DataFetchingEnvironment env) {
        List<Map<String, Object>> representations = env.getArgument(_Entity.argumentName);
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
        return candidates
                .filter(thing -> keys.stream()
                        .anyMatch(key -> representation.keySet().containsAll(key)
                                && key.stream()
                                        .allMatch(field -> world.isEqual(thing, field, representation.get(field)))))
                .findFirst()
                .map(thing -> new World.Thing(isObject ? type : thing.type(), thing.fields(), representation))
                .orElse(null);
    }

    private List<Set<String>> keys(String type) {
        List<Set<String>> keys = new ArrayList<>();
        for (TypeDefinition<?> definition : sdl.getDefinitionsOfType(TypeDefinition.class)) {
            if (definition.getName().equals(type)) {
                definition
                        .getDirectives("key")
                        .forEach(key -> keys.add(
                                names(((StringValue) key.getArgument("fields").getValue()).getValue())));
            }
        }
        return keys;
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
