package io.weft.gateway.composition;

import graphql.AssertException;
import graphql.TypeResolutionEnvironment;
import graphql.language.DirectiveDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.validation.InvalidSchemaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A {@link MergedSchema} as graphql-java's schema, for validation and introspection; it cannot be executed.
 *
 * <p>Types are built one by one and refer to each other by name. graphql-java's own generator follows fields from type
 * to type by recursion, which no stack holds where there are thousands of types.
 */
final class BuildSchema {

    private static final TypeResolver NEVER = BuildSchema::neverResolved;

    private final Problems problems;

    BuildSchema(Problems problems) {
        this.problems = problems;
    }

    Optional<GraphQLSchema> build(MergedSchema merged) {
        List<String> unknown = new UnknownTypes(merged).find();
        if (!unknown.isEmpty()) {
            unknown.forEach(reason -> problems.error(ErrorCode.INVALID_GRAPHQL, "the merged schema: " + reason));
            return Optional.empty();
        }
        if (!(merged.types().get("Query") instanceof SchemaType.ObjectType)) {
            problems.error(ErrorCode.NO_QUERIES, "the merged schema has no field on Query that clients may see");
            return Optional.empty();
        }
        try {
            return Optional.of(schema(merged));
        } catch (InvalidSchemaException | AssertException invalid) {
            problems.error(ErrorCode.INVALID_GRAPHQL, "the merged schema: " + invalid.getMessage());
            return Optional.empty();
        }
    }

    private static GraphQLSchema schema(MergedSchema merged) {
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
        List<GraphQLNamedType> types = new ArrayList<>();
        for (SDLDefinition<?> definition : FederationDefinitions.used(merged)) {
            if (definition instanceof DirectiveDefinition directive) {
                directives.put(directive.getName(), directive);
            } else if (definition instanceof ScalarTypeDefinition scalar
                    && !merged.types().containsKey(scalar.getName())) {
                types.add(ExecutableTypes.scalar(scalar.getName()));
            }
        }
        directives.putAll(merged.directives());
        ExecutableDirectives executable = new ExecutableDirectives(directives);
        ExecutableTypes build = new ExecutableTypes(executable);
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
        Map<String, GraphQLObjectType> roots = new HashMap<>();
        for (SchemaType type : merged.types().values()) {
            GraphQLNamedType built = build.type(type);
            types.add(built);
            switch (type) {
                case SchemaType.InterfaceType contract -> code.typeResolver(type.name(), NEVER);
                case SchemaType.UnionType union -> code.typeResolver(type.name(), NEVER);
                case SchemaType.ObjectType object -> roots.put(type.name(), (GraphQLObjectType) built);
                case SchemaType.EnumType enumType -> {}
                case SchemaType.ScalarType scalar -> {}
                case SchemaType.InputType input -> {}
            }
        }
        types.addAll(build.builtInScalars());
        types.addAll(executable.builtInScalars());
        GraphQLObjectType query = Objects.requireNonNull(roots.get("Query"));
        return GraphQLSchema.newSchema()
                .query(query)
                .mutation(roots.get("Mutation"))
                .subscription(roots.get("Subscription"))
                .additionalTypes(Set.copyOf(types))
                .additionalDirectives(Set.copyOf(executable.definitions()))
                .codeRegistry(code.build())
                .build();
    }

    private static GraphQLObjectType neverResolved(TypeResolutionEnvironment environment) {
        throw new IllegalStateException("the supergraph's schema is never executed, but a type was resolved");
    }
}
