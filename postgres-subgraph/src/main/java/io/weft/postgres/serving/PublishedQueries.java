package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Root;
import io.weft.postgres.sql.CompileSelection;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.sql.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Answers what is published: each call one statement, as the caller. */
public final class PublishedQueries {

    private final Publication publication;
    private final CompileSelection compile;
    private final RunQuery run;

    PublishedQueries(Publication publication, QueryLimits limits, RunQuery run) {
        this.publication = publication;
        this.compile = new CompileSelection(publication, limits);
        this.run = run;
    }

    Publication publication() {
        return publication;
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
                rows(lookup.typeName(), lookup.keyField(), List.of(key(lookup, environment.getArguments())), fields)
                        .flatMap(rows -> Mono.justOrEmpty(rows.getFirst()));
        };
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

    private static Object key(Root.Lookup lookup, Map<String, Object> arguments) {
        Object key = arguments.get(lookup.keyField());
        if (key == null) {
            throw new IllegalStateException(lookup.name() + " came without its key");
        }
        return key;
    }
}
