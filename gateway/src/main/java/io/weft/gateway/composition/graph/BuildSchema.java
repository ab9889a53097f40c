package io.weft.gateway.composition.graph;

import graphql.AssertException;
import graphql.Scalars;
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
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.FederationDefinitions;
import io.weft.schema.CheckedSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@link MergedSchema} as graphql-java's schema, for validation and introspection; it cannot be executed.
 *
 * <p>Types are built one by one and refer to each other by name. graphql-java's own generator follows fields from type
 * to type by recursion, which no stack holds where there are thousands of types.
 */
public final class BuildSchema {

    private static final TypeResolver NEVER = BuildSchema::neverResolved;

    private final Problems problems;

    public BuildSchema(Problems problems) {
        this.problems = problems;
    }

    public Optional<CheckedSchema> build(MergedSchema merged) {
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

    private static CheckedSchema schema(MergedSchema merged) {
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
        GraphQLSchema frame = frame(executable);
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(frame.getCodeRegistry());
        for (SchemaType type : merged.types().values()) {
            types.add(build.type(type));
            if (type instanceof SchemaType.InterfaceType || type instanceof SchemaType.UnionType) {
                code.typeResolver(type.name(), NEVER);
            }
        }
        types.addAll(build.builtInScalars());
        types.addAll(executable.builtInScalars());
        return CheckedSchema.of(frame, types, code.build());
    }

    /** All of a schema but its types, whose names are taken for scalars' where directives name them. */
    private static GraphQLSchema frame(ExecutableDirectives directives) {
        return GraphQLSchema.newSchema()
                .query(GraphQLObjectType.newObject()
                        .name("Query")
                        .field(field -> field.name("frame").type(Scalars.GraphQLBoolean))
                        .build())
                .additionalTypes(directives.argumentTypes().stream()
                        .map(ExecutableTypes::scalar)
                        .collect(Collectors.toSet()))
                .additionalDirectives(new LinkedHashSet<>(directives.definitions()))
                .build();
    }

    private static GraphQLObjectType neverResolved(TypeResolutionEnvironment environment) {
        throw new IllegalStateException("the supergraph's schema is never executed, but a type was resolved");
    }
}
