package io.weft.postgres.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.sql.Look;
import io.weft.postgres.sql.QueryLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The operations that one build of a subgraph was asked, each compiled once for all requests like it: of the same document, with variables of
 * the same shape, and with equal values where compiling looked at them. Keeps the last ones, by their size. Safe for use by many threads.
 */
public final class Operations {

    /** About as many characters of documents, and of statements and keys, as are kept. */
    private static final long CHARACTERS_KEPT = 4_000_000;

    private static final int OVERHEAD = 2000;

    private final GraphQLSchema schema;
    private final EntityKeys entities;
    private final CompileOperation compile;
    private final Cache<Asked, Known> documents;
    private final Cache<Shape, SortedMap<Integer, Look>> looks;
    private final Cache<Variant, Plan> plans;

    /** @param own whether the service itself fetches a field, by the name of its type and its own */
    public Operations(
            GraphQLSchema schema,
            Publication publication,
            List<Selector> selectors,
            QueryLimits limits,
            BiPredicate<String, String> own) {
        this(schema, publication, selectors, limits, own, CHARACTERS_KEPT);
    }

    /** @param kept about as many characters of documents, and of statements and keys */
    public Operations(
            GraphQLSchema schema,
            Publication publication,
            List<Selector> selectors,
            QueryLimits limits,
            BiPredicate<String, String> own,
            long kept) {
        this.schema = schema;
        this.entities = new EntityKeys(publication, schema);
        this.compile = new CompileOperation(schema, publication, selectors, limits, own);
        this.documents = Caffeine.newBuilder()
                .maximumWeight(kept)
                .weigher((Asked asked, Known _) ->
                        OVERHEAD + 10 * asked.document().length())
                .build();
        this.looks = Caffeine.newBuilder()
                .maximumWeight(kept)
                .weigher((Shape shape, SortedMap<Integer, Look> _) ->
                        100 + shape.shape().length())
                .build();
        this.plans = Caffeine.newBuilder()
                .maximumWeight(kept)
                .weigher((Variant variant, Plan plan) -> OVERHEAD + variant.size() + size(plan))
                .build();
    }

    /** How many documents, and how many plans, are kept now. */
    public Kept kept() {
        documents.cleanUp();
        plans.cleanUp();
        return new Kept(documents.estimatedSize(), plans.estimatedSize());
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

    /**
     * @param looks  which values compiling looked at, and how
     * @param looked and what it saw
     */
    private record Variant(Shape shape, SortedMap<Integer, Look> looks, List<Object> looked) {
        int size() {
            return shape.shape().length() + 20 * looked.size();
        }
    }

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
        GivenVariables given;
        Plan plan;
        try {
            given = GivenVariables.of(
                    valid.operation.getVariableDefinitions(), coerced(valid.operation, variables), schema, entities);
            plan = plan(valid, operationName, given);
        } catch (Refusal | GraphQLException | ClassCastException _) {
            // The last is a compiler's that does not know given values: the engine gives it plain ones.
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
        Shape shape = new Shape(valid, given.shape());
        SortedMap<Integer, Look> looks = this.looks.getIfPresent(shape);
        if (looks != null) {
            Plan known = plans.getIfPresent(variant(shape, looks, given));
            if (known != null) {
                return known;
            }
        }
        Plan plan = compile.compile(valid.document, operationName, given);
        SortedMap<Integer, Look> all = this.looks.asMap().merge(shape, new TreeMap<>(given.seen()), Operations::both);
        plans.put(variant(shape, all, given), plan);
        return plan;
    }

    /** What compiling looks at may depend on what it saw: what any of them looked at counts for all. */
    private static SortedMap<Integer, Look> both(SortedMap<Integer, Look> one, SortedMap<Integer, Look> other) {
        SortedMap<Integer, Look> both = new TreeMap<>(one);
        other.forEach((leaf, look) -> both.merge(leaf, look, Look::and));
        return both;
    }

    private static Variant variant(Shape shape, SortedMap<Integer, Look> looks, GivenVariables given) {
        List<Object> looked = new ArrayList<>();
        looks.forEach((leaf, look) -> looked.add(look.of(given.leaves().get(leaf))));
        return new Variant(shape, looks, looked);
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
