package io.weft.postgres.operation;

import com.github.benmanes.caffeine.cache.Cache;
import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.weft.http.server.Caches;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.selection.OwnSelector;
import io.weft.postgres.sql.CompiledForms;
import io.weft.postgres.sql.QueryLimits;
import io.weft.schema.RefuseLongNumbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The operations that one build of a subgraph was asked, each compiled once for all requests like it: of the same document, with variables of
 * the same shape, and with equal values where compiling looked at them. Keeps the last ones, by their size. Safe for use by many threads.
 */
public final class Operations {

    /** About as many characters of documents, and of statements and keys, as are kept. */
    private static final long CHARACTERS_KEPT = 4_000_000;

    private static final int OVERHEAD_OF_DOCUMENT = 2000;

    private final GraphQLSchema schema;
    private final EntityKeys entities;
    private final CompileOperation compile;
    private final Cache<Asked, Known> documents;
    private final CompiledForms<Shape, Plan> plans;

    /** @param own whether the service itself fetches a field, by the name of its type and its own */
    public Operations(
            GraphQLSchema schema,
            Publication publication,
            List<Selector> selectors,
            List<OwnSelector> ownSelectors,
            QueryLimits limits,
            BiPredicate<String, String> own) {
        this(schema, publication, selectors, ownSelectors, limits, own, CHARACTERS_KEPT);
    }

    /** @param kept about as many characters of documents, and of statements and keys */
    public Operations(
            GraphQLSchema schema,
            Publication publication,
            List<Selector> selectors,
            List<OwnSelector> ownSelectors,
            QueryLimits limits,
            BiPredicate<String, String> own,
            long kept) {
        this.schema = schema;
        this.entities = new EntityKeys(publication, schema);
        this.compile = new CompileOperation(schema, publication, selectors, ownSelectors, limits, own);
        this.documents = Caches.builder()
                .maximumWeight(kept)
                .weigher((Asked asked, Known _) ->
                        OVERHEAD_OF_DOCUMENT + 10 * asked.document().length())
                .build();
        this.plans = new CompiledForms<>(kept, shape -> shape.shape().length(), Operations::size);
    }

    /** How many documents, and how many plans, are kept now. */
    public Kept kept() {
        documents.cleanUp();
        return new Kept(documents.estimatedSize(), plans.kept());
    }

    /** Numbers of what is kept. */
    public record Kept(long documents, long plans) {}

    private record Asked(String document, @Nullable String operationName) {}

    /** A document that was looked at. It is itself in keys, so that these are short; an equal one that was read again is another. */
    private sealed interface Known {}

    /** Not valid, or no query: there is nothing to be had from it here. */
    private record Foreign() implements Known {}

    private static final class Valid implements Known {

        private final Document document;
        private final OperationDefinition operation;

        Valid(Document document, OperationDefinition operation) {
            this.document = document;
            this.operation = operation;
        }
    }

    private record Shape(Valid document, String shape) {}

    private static int size(Plan plan) {
        return switch (plan) {
            case Plan.Elsewhere() -> 0;
            case Plan.Fields(List<Plan.Part> fields) ->
                fields.stream()
                        .mapToInt(field -> switch (field) {
                            case Plan.TypeName _ -> 0;
                            // The writer grows with the statement.
                            case Plan.Statement statement ->
                                4 * statement.query().sql().text().length();
                            case Plan.Selected selected -> 4 * selected.query().size();
                            // The service keeps its statements itself.
                            case Plan.Own _ -> 0;
                        })
                        .sum();
        };
    }

    /**
     * What is to be done to answer a request.
     *
     * @return empty if it is the engine's: because it asks for something else, or is wrong in a way that the engine has words for
     */
    public Optional<Question> find(
            String document, @Nullable String operationName, Map<String, @Nullable Object> variables) {
        return switch (known(new Asked(document, operationName))) {
            case Foreign() -> Optional.empty();
            case Valid valid -> find(valid, operationName, variables);
        };
    }

    private Optional<Question> find(
            Valid valid, @Nullable String operationName, Map<String, @Nullable Object> variables) {
        if (RefuseLongNumbers.areIn(variables)) {
            return Optional.empty();
        }
        GivenVariables given;
        Plan plan;
        try {
            given = GivenVariables.of(
                    valid.operation.getVariableDefinitions(), coerced(valid.operation, variables), schema, entities);
            plan = plan(valid, operationName, given);
        } catch (Refusal | GraphQLException _) {
            return Optional.empty();
        }
        return switch (plan) {
            case Plan.Elsewhere() -> Optional.empty();
            case Plan.Fields fields -> {
                String name = valid.operation.getName();
                yield Optional.of(new Question(name == null ? "(unnamed)" : name, fields, given.leaves()));
            }
        };
    }

    private CoercedVariables coerced(OperationDefinition operation, Map<String, @Nullable Object> variables) {
        return operation.getVariableDefinitions().isEmpty()
                ? CoercedVariables.emptyVariables()
                : ValuesResolver.coerceVariableValues(
                        schema,
                        operation.getVariableDefinitions(),
                        RawVariables.of(variables),
                        GraphQLContext.getDefault(),
                        Locale.ROOT);
    }

    private Plan plan(Valid valid, @Nullable String operationName, GivenVariables given) {
        return plans.find(
                new Shape(valid, given.shape()),
                given.leaves(),
                given.seen(),
                () -> compile.compile(valid.document, operationName, given));
    }

    private Known known(Asked asked) {
        Known known = documents.getIfPresent(asked);
        if (known == null) {
            known = read(asked);
            documents.put(asked, known);
        }
        return known;
    }

    private Known read(Asked asked) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema,
                ExecutionInput.newExecutionInput(asked.document())
                        .locale(Locale.ROOT)
                        .build());
        if (result.isFailure()) {
            return new Foreign();
        }
        List<OperationDefinition> operations =
                result.getDocument().getDefinitionsOfType(OperationDefinition.class).stream()
                        .filter(operation -> asked.operationName() == null
                                || asked.operationName().equals(operation.getName()))
                        .toList();
        return operations.size() == 1
                        && operations.getFirst().getOperation() == OperationDefinition.Operation.QUERY
                        && compile.mayKnow(operations.getFirst())
                ? new Valid(result.getDocument(), operations.getFirst())
                : new Foreign();
    }
}
