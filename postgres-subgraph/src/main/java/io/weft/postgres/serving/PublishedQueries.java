package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.Root;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.schema.Write;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.sql.CompileSelection;
import io.weft.postgres.sql.CompileSelector;
import io.weft.postgres.sql.KeyedRows;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.sql.Row;
import io.weft.postgres.sql.SelectorQuery;
import io.weft.postgres.sql.WriteValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Answers what is published: each call one statement, as the caller. */
public final class PublishedQueries {

    private final Publication publication;
    private final CompileSelection compile;
    private final CompileSelector selectors;
    private final RunQuery run;
    private final PublishedWrites writes;

    PublishedQueries(Publication publication, QueryLimits limits, RunQuery run) {
        this.publication = publication;
        this.compile = new CompileSelection(publication, limits);
        this.run = run.within(limits);
        this.writes = new PublishedWrites(publication, limits, run.session());
        this.selectors = new CompileSelector(publication, limits);
    }

    Publication publication() {
        return publication;
    }

    /** The answer of a field of Mutation; empty for null. */
    Mono<Object> write(Write write, DataFetchingEnvironment environment) {
        return Mono.defer(() -> writes.write(write, environment));
    }

    /** The rows of several types by their keys, all in one statement: per group, in the order of its keys, null where there is none. */
    Mono<List<List<@Nullable Row>>> entities(List<KeyedRows> groups, List<SelectedField> fields) {
        return Mono.defer(() -> run.run(compile.entities(groups, fields)));
    }

    /** A root field's answer; empty for null. */
    Mono<Row> root(Root root, DataFetchingEnvironment environment) {
        List<SelectedField> fields = environment.getSelectionSet().getImmediateFields();
        String place = environment.getField().getName();
        return switch (root) {
            case Root.Connection connection ->
                Mono.defer(() ->
                        run.run(compile.connection(connection.typeName(), environment.getArguments(), fields, place)));
            case Root.Lookup lookup ->
                Mono.defer(() -> run.run(lookup(lookup, environment.getArguments(), fields)))
                        .flatMap(rows -> Mono.justOrEmpty(rows.getFirst()));
        };
    }

    /** A selector's answer. */
    Mono<Selection> selection(Selector selector, DataFetchingEnvironment environment) {
        Set<SelectorQuery.Wanted> wanted =
                SelectorQuery.Wanted.of(environment.getSelectionSet().getImmediateFields().stream()
                        .map(SelectedField::getName)
                        .toList());
        String place = environment.getField().getName();
        Map<String, List<SelectedField>> facets = new LinkedHashMap<>();
        environment.getSelectionSet().getImmediateFields().stream()
                .filter(field -> field.getName().equals("facets"))
                .forEach(field ->
                        facets.put(field.getResultKey(), field.getSelectionSet().getImmediateFields()));
        return Mono.defer(
                () -> run.select(selectors.compile(selector, environment.getArguments(), wanted, facets, place)));
    }

    /**
     * The rows of a published type with these keys, in the order of the keys, null where the caller sees none: for a service's
     * own fields that answer with published objects.
     *
     * @param fields what is selected of the type
     */
    public Mono<List<@Nullable Row>> rows(String typeName, String keyField, List<?> keys, List<SelectedField> fields) {
        return Mono.defer(() -> run.run(compile.rows(typeName, keyField, keys, fields, typeName)));
    }

    private Query<List<@Nullable Row>> lookup(
            Root.Lookup lookup, Map<String, Object> arguments, List<SelectedField> fields) {
        ObjectType type = publication.type(lookup.typeName());
        List<ColumnField> key = type.keyFields(lookup.keyField());
        List<String> values = key.stream()
                .map(field -> WriteValue.text(
                        field.column().type(),
                        Objects.requireNonNull(arguments.get(field.name()), "the schema demands it")))
                .toList();
        return compile.rows(type, key.stream().map(ColumnField::column).toList(), List.of(values), fields, type.name());
    }
}
