package io.weft.gateway.composition;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.Optional;

/** A {@link MergedSchema} as graphql-java's schema, for validation and introspection; it cannot be executed. */
final class BuildSchema {

    private final Problems problems;

    BuildSchema(Problems problems) {
        this.problems = problems;
    }

    Optional<GraphQLSchema> build(MergedSchema merged) {
        Document.Builder document = Document.newDocument();
        FederationDefinitions.used(merged).forEach(document::definition);
        merged.directives().values().forEach(document::definition);
        merged.types().values().forEach(type -> document.definition(SchemaDocument.definition(type)));
        try {
            TypeDefinitionRegistry registry = new SchemaParser().buildRegistry(document.build());
            RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                    .wiringFactory(new PassThroughWiring())
                    .build();
            return Optional.of(new SchemaGenerator()
                    .makeExecutableSchema(
                            SchemaGenerator.Options.defaultOptions()
                                    .captureAstDefinitions(false)
                                    .useCommentsAsDescriptions(false),
                            registry,
                            wiring));
        } catch (SchemaProblem invalid) {
            for (GraphQLError error : invalid.getErrors()) {
                problems.error(ErrorCode.INVALID_GRAPHQL, "the merged schema: " + error.getMessage());
            }
            return Optional.empty();
        } catch (graphql.schema.validation.InvalidSchemaException invalid) {
            problems.error(ErrorCode.INVALID_GRAPHQL, "the merged schema: " + invalid.getMessage());
            return Optional.empty();
        }
    }
}
