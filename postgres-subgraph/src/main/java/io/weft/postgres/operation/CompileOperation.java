package io.weft.postgres.operation;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import io.weft.postgres.operation.GivenVariables.GivenEntities;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Root;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.selection.OwnSelector;
import io.weft.postgres.sql.CompileSelection;
import io.weft.postgres.sql.CompileSelector;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.sql.Reader;
import io.weft.postgres.sql.SelectorQuery;
import io.weft.postgres.sql.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A valid document and given variables in, a plan out: a statement and its writer for each field of the query. */
final class CompileOperation {

    private static final String ENTITIES = "_entities";

    private final GraphQLSchema schema;
    private final CompileSelection compile;
    private final Map<String, Root> roots = new HashMap<>();
    private final CompileSelector compileSelector;
    private final Map<String, Selector> selectors = new HashMap<>();
    private final Map<String, OwnSelector> ownSelectors = new HashMap<>();
    private final BiPredicate<String, String> own;

    CompileOperation(
            GraphQLSchema schema,
            Publication publication,
            List<Selector> selectors,
            List<OwnSelector> ownSelectors,
            QueryLimits limits,
            BiPredicate<String, String> own) {
        this.schema = schema;
        this.compile = new CompileSelection(publication, limits);
        this.compileSelector = new CompileSelector(publication, limits);
        publication.roots().forEach(root -> roots.put(root.name(), root));
        selectors.forEach(selector -> this.selectors.put(selector.fieldName(), selector));
        ownSelectors.forEach(selector -> this.ownSelectors.put(selector.fieldName(), selector));
        this.own = own;
    }

    /** Whether all fields are known here that it asks for by name; what its fragments ask for is seen when it is compiled. */
    boolean mayKnow(OperationDefinition operation) {
        return operation.getSelectionSet().getSelections().stream()
                .allMatch(selection -> !(selection instanceof Field field)
                        || roots.containsKey(field.getName())
                        || selectors.containsKey(field.getName())
                        || ownSelectors.containsKey(field.getName())
                        || field.getName().equals(ENTITIES)
                        || field.getName().equals("__typename"));
    }

    /** @throws io.weft.postgres.problem.Refusal for what is asked wrongly or in excess */
    Plan compile(Document document, @Nullable String operationName, GivenVariables given) {
        ExecutableNormalizedOperation operation =
                ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        schema, document, operationName, given.asGiven());
        List<Plan.Part> parts = new ArrayList<>();
        for (ExecutableNormalizedField field : operation.getTopLevelFields()) {
            Optional<Plan.Part> part = part(field);
            if (part.isEmpty()) {
                return new Plan.Elsewhere();
            }
            parts.add(part.get());
        }
        return new Plan.Fields(parts);
    }

    private Optional<Plan.Part> part(ExecutableNormalizedField field) {
        String name = field.getFieldName();
        if (name.equals("__typename")) {
            return Optional.of(new Plan.TypeName(field.getResultKey(), field.getSingleObjectTypeName()));
        }
        Root root = roots.get(name);
        if (root != null) {
            return root(root, field);
        }
        Selector selector = selectors.get(name);
        if (selector != null) {
            return selector(selector, field);
        }
        OwnSelector ownSelector = ownSelectors.get(name);
        if (ownSelector != null) {
            return ownSelector(ownSelector, field);
        }
        return name.equals(ENTITIES)
                        && field.getResolvedArguments().get("representations") instanceof GivenEntities entities
                ? entities(entities, field)
                : Optional.empty();
    }

    private Optional<Plan.Part> root(Root root, ExecutableNormalizedField field) {
        GraphQLOutputType type = field.getType(schema);
        List<SelectedField> fields = selected(field, type);
        Query<?> query = compile.root(root, field.getResolvedArguments(), fields, field.getFieldName());
        String typeName = GraphQLTypeUtil.unwrapAll(type).getName();
        return new CompileWriter(own)
                .compile(query.readers().getFirst(), typeName, fields)
                .map(writer -> new Plan.Statement(
                        field.getResultKey(), query, new WriteRows.Only(!(type instanceof GraphQLNonNull), writer)));
    }

    private Optional<Plan.Part> selector(Selector selector, ExecutableNormalizedField field) {
        GraphQLOutputType type = field.getType(schema);
        List<SelectedField> fields = selected(field, type);
        SelectorQuery query =
                compileSelector.compile(selector, field.getResolvedArguments(), fields, field.getFieldName());
        String typeName = GraphQLTypeUtil.unwrapAll(type).getName();
        return new CompileFound(own)
                .compile(query.readers(), typeName, fields)
                .map(writer -> new Plan.Selected(field.getResultKey(), query, writer));
    }

    private Optional<Plan.Part> ownSelector(OwnSelector selector, ExecutableNormalizedField field) {
        GraphQLOutputType type = field.getType(schema);
        List<SelectedField> fields = selected(field, type);
        return new CompileFound(own)
                .compile(Map.of(), GraphQLTypeUtil.unwrapAll(type).getName(), fields)
                .map(writer -> new Plan.Own(
                        field.getResultKey(),
                        selector,
                        field.getFieldName(),
                        field.getResolvedArguments(),
                        Wanted.of(fields),
                        writer));
    }

    private Optional<Plan.Part> entities(GivenEntities entities, ExecutableNormalizedField field) {
        if (entities.groups().isEmpty()) {
            return Optional.empty();
        }
        List<SelectedField> fields = selected(field, field.getType(schema));
        Query<?> query = compile.entities(entities.groups(), fields);
        List<Writer> writers = new ArrayList<>();
        for (Reader reader : query.readers()) {
            String typeName = entities.groups().get(writers.size()).type().name();
            Optional<Writer> writer = new CompileWriter(own).compile(reader, typeName, fields);
            if (writer.isEmpty()) {
                return Optional.empty();
            }
            writers.add(writer.get());
        }
        return Optional.of(
                new Plan.Statement(field.getResultKey(), query, new WriteRows.Entities(entities.places(), writers)));
    }

    /** As the engine tells a data fetcher, so that both compile the same. */
    private List<SelectedField> selected(ExecutableNormalizedField field, GraphQLOutputType type) {
        return DataFetchingFieldSelectionSetImpl.newCollector(schema, type, () -> field)
                .getImmediateFields();
    }
}
