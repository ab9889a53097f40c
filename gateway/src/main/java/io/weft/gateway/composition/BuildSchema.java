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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A {@link MergedSchema} as graphql-java's schema, for validation and introspection; it cannot be executed. */
final class BuildSchema {

    private static final long DEEP_STACK_BYTES = 512L * 1024 * 1024;

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
            return Optional.of(generate(registry, wiring));
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

    /** graphql-java's generator follows fields by recursion: a graph of thousands of types needs a deep stack. */
    private static GraphQLSchema generate(TypeDefinitionRegistry registry, RuntimeWiring wiring) {
        FutureTask<GraphQLSchema> task = new FutureTask<>(() -> new SchemaGenerator()
                .makeExecutableSchema(
                        SchemaGenerator.Options.defaultOptions()
                                .captureAstDefinitions(false)
                                .useCommentsAsDescriptions(false),
                        registry,
                        wiring));
        Thread deep = new Thread(null, task, "build-schema", DEEP_STACK_BYTES);
        deep.start();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the merged schema could not be built", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the merged schema was built", interrupted);
        }
    }
}
