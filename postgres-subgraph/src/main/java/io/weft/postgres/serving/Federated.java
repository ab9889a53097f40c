package io.weft.postgres.serving;

import com.apollographql.federation.graphqljava._Any;
import com.apollographql.federation.graphqljava.directives.LinkDirectiveProcessor;
import graphql.GraphQLException;
import graphql.Scalars;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The definitions of a subgraph, with those that federation demands: its directives, {@code _service} and {@code _entities}.
 * Federation's own library would build the schema three times and print it to do so; here it is built once, and its SDL is
 * the text it was made of.
 */
final class Federated {

    static final String ENTITIES = "_entities";

    private Federated() {}

    static TypeDefinitionRegistry registry(List<SDLDefinition<?>> definitions, RuntimeWiring.Builder wiring) {
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        add(registry, definitions.stream());
        if (registry.getTypeOrNull("Query") == null) {
            add(registry, parse("type Query\n"));
        }
        List<SDLNamedDefinition<?>> imported = LinkDirectiveProcessor.loadFederationImportedDefinitions(registry)
                .<SDLNamedDefinition<?>>map(definition -> definition)
                .toList();
        add(registry, imported.stream());
        for (SDLNamedDefinition<?> definition : imported) {
            if (definition instanceof ScalarTypeDefinition scalar) {
                wiring.scalar(scalar(scalar.getName()));
            }
        }
        wiring.scalar(_Any.type);
        add(registry, parse(additions(registry)));
        return registry;
    }

    private static Stream<SDLDefinition<?>> parse(String sdl) {
        return new ParseDefinitions().parse(sdl).stream();
    }

    private static String additions(TypeDefinitionRegistry registry) {
        TreeSet<String> entities = new TreeSet<>();
        registry.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.hasDirective("key"))
                .forEach(type -> entities.add(type.getName()));
        registry.objectTypeExtensions().values().stream()
                .flatMap(List::stream)
                .filter(type -> type.hasDirective("key"))
                .forEach((ObjectTypeExtensionDefinition type) -> entities.add(type.getName()));
        String service = "type _Service {\n  sdl: String!\n}\nscalar _Any\n";
        return entities.isEmpty()
                ? service + "extend type Query {\n  _service: _Service!\n}\n"
                : service + "union _Entity = " + String.join(" | ", entities)
                        + "\nextend type Query {\n  _service: _Service!\n"
                        + "  _entities(representations: [_Any!]!): [_Entity]!\n}\n";
    }

    private static GraphQLScalarType scalar(String name) {
        Coercing<?, ?> coercing = name.endsWith("Import") ? new AnyJson() : Scalars.GraphQLString.getCoercing();
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    private static void add(TypeDefinitionRegistry registry, Stream<? extends SDLDefinition<?>> definitions) {
        definitions.forEach(definition -> registry.add(definition).ifPresent(problem -> {
            throw new GraphQLException(problem.getMessage());
        }));
    }
}
