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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@link MergedSchema} as graphql-java's schema, for validation and introspection; it cannot be executed.
 *
 * <p>Types are built one by one and refer to each other by name. graphql-java's own generator follows fields from type
 * to type by recursion, which no stack holds where there are thousands of types.
 */
public final class BuildSchema {

    private static final TypeResolver NEVER = BuildSchema::neverResolved;

    private final KnownSchema known;
    private final Problems problems;

    public BuildSchema(Problems problems) {
        this(new KnownSchema(), problems);
    }

    /** @param known the schema before; this one afterwards */
    BuildSchema(KnownSchema known, Problems problems) {
        this.known = known;
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

    private CheckedSchema schema(MergedSchema merged) {
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
        Set<String> scalars = new LinkedHashSet<>();
        for (SDLDefinition<?> definition : FederationDefinitions.used(merged)) {
            if (definition instanceof DirectiveDefinition directive) {
                directives.put(directive.getName(), directive);
            } else if (definition instanceof ScalarTypeDefinition scalar
                    && !merged.types().containsKey(scalar.getName())) {
                scalars.add(scalar.getName());
            }
        }
        directives.putAll(merged.directives());
        ExecutableDirectives executable = new ExecutableDirectives(directives);
        ExecutableTypes build = new ExecutableTypes(executable);
        GraphQLSchema frame = frame(executable);
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(frame.getCodeRegistry());
        Map<String, GraphQLNamedType> kept =
                known.kept(merged.types(), directives.values(), executable.argumentTypes());
        Map<String, GraphQLNamedType> types = new LinkedHashMap<>();
        scalars.forEach(name -> types.put(name, kept.getOrDefault(name, ExecutableTypes.scalar(name))));
        List<GraphQLNamedType> built = new ArrayList<>();
        for (SchemaType type : merged.types().values()) {
            GraphQLNamedType same = kept.get(type.name());
            if (same == null) {
                GraphQLNamedType other = build.type(type);
                built.add(other);
                types.put(type.name(), other);
            } else {
                build.use(type);
                types.put(type.name(), same);
            }
            if (type instanceof SchemaType.InterfaceType || type instanceof SchemaType.UnionType) {
                code.typeResolver(type.name(), NEVER);
            }
        }
        build.builtInScalars().forEach(scalar -> types.put(scalar.getName(), scalar));
        executable.builtInScalars().forEach(scalar -> types.put(scalar.getName(), scalar));
        CheckedSchema schema = CheckedSchema.of(frame, types.values(), built, code.build());
        known.keep(merged.types(), directives.values(), types);
        return schema;
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
