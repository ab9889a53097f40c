package io.weft.postgres.executable;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import io.weft.schema.CheckedSchema;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Definitions in, a schema out, in time that grows with their number: a service of a thousand tables has thirty thousand types, and every new
 * table makes them anew. graphql-java's generator follows fields from type to type by recursion and then validates by walking back to the
 * root from each; what it would find wrong is for the tests of who writes the definitions.
 *
 * <p>The result comes in two steps. The {@link #frame frame} is a small schema with the directives and with those fields only that have
 * a fetcher of their own, for whoever wants to decorate fetchers by walking a schema; {@link #fill fill} puts the types into it.
 */
public final class AssembleSchema {

    private static final NonNullType BOOLEAN = new NonNullType(new TypeName("Boolean"));

    private final TypeDefinitionRegistry definitions;
    private final RuntimeWiring wiring;

    public AssembleSchema(TypeDefinitionRegistry definitions, RuntimeWiring wiring) {
        this.definitions = definitions;
        this.wiring = wiring;
    }

    /** @throws graphql.GraphQLException if the directives' definitions are not sound */
    @SuppressWarnings("rawtypes") // as GraphQL for Java hands fetchers out
    public GraphQLSchema frame() {
        TypeDefinitionRegistry small = new TypeDefinitionRegistry();
        definitions.getDirectiveDefinitions().values().forEach(small::add);
        argumentTypes().forEach(name -> {
            TypeDefinition<?> type = definitions.getTypeOrNull(name);
            if (type instanceof ScalarTypeDefinition || type instanceof EnumTypeDefinition) {
                small.add(type);
            }
        });
        RuntimeWiring.Builder fetching = RuntimeWiring.newRuntimeWiring();
        wiring.getScalars().values().stream()
                .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar))
                .forEach(fetching::scalar);
        wiring.getDataFetchers().forEach((type, fields) -> {
            if (!fields.isEmpty()) {
                small.add(object(type, fields.keySet()));
                fields.forEach((field, fetcher) -> fetching.type(type, of -> of.dataFetcher(field, fetcher)));
            }
        });
        if (small.getTypeOrNull("Query") == null) {
            small.add(object("Query", Set.of("frame")));
        }
        return new SchemaGenerator()
                .makeExecutableSchema(
                        SchemaGenerator.Options.defaultOptions()
                                .captureAstDefinitions(false)
                                .useAppliedDirectivesOnly(true),
                        small,
                        fetching.build());
    }

    /**
     * The whole schema.
     *
     * @param frame    as {@link #frame} made it, its fetchers decorated or not
     * @param fetching what all other fields are fetched by
     * @param known    the types of the schema before; of this one afterwards
     * @throws graphql.AssertException if a type is referred to that is not there
     */
    public GraphQLSchema fill(GraphQLSchema frame, DataFetcher<?> fetching, KnownTypes known) {
        AssembleTypes.Assembled types = new AssembleTypes(definitions, wiring).assemble(known);
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(frame.getCodeRegistry())
                .defaultDataFetcher(DataFetcherFactories.useDataFetcher(fetching));
        wiring.getTypeResolvers().forEach(code::typeResolver);
        CheckedSchema schema = CheckedSchema.of(frame, types.all().values(), types.fresh(), code.build());
        known.keep(types.sources(), types.all());
        return schema;
    }

    private Set<String> argumentTypes() {
        return definitions.getDirectiveDefinitions().values().stream()
                .flatMap(directive -> directive.getInputValueDefinitions().stream())
                .map(argument -> TypeInfo.typeInfo(argument.getType()).getName())
                .collect(Collectors.toSet());
    }

    private static ObjectTypeDefinition object(String name, Set<String> fields) {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(name)
                .fieldDefinitions(fields.stream()
                        .map(field -> new FieldDefinition(field, BOOLEAN))
                        .toList())
                .build();
    }
}
