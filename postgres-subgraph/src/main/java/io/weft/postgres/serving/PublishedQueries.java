package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.weft.postgres.operation.RunQuery;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Root;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.schema.Write;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Found;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.sql.CompileSelection;
import io.weft.postgres.sql.CompileSelector;
import io.weft.postgres.sql.CostLimit;
import io.weft.postgres.sql.KeyedRows;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.sql.Row;
import io.weft.postgres.sql.SelectorQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Answers what is published: each call one statement, as the caller. */
public final class PublishedQueries {

    private final Publication publication;
    private final QueryLimits limits;
    private final CompileSelection compile;
    private final CompileSelector selectors;
    private final AnswerSelector answers;
    private final RunQuery run;
    private final PublishedWrites writes;
    private final boolean ownRows;

    PublishedQueries(Publication publication, QueryLimits limits, PrincipalSession session) {
        this.publication = publication;
        this.ownRows =
                publication.types().stream().allMatch(type -> type.table().ownRows());
        this.limits = limits;
        this.compile = new CompileSelection(publication, limits);
        CostLimit cost = new CostLimit(limits.cost());
        this.answers = new AnswerSelector(session, cost);
        this.run = new RunQuery(session, cost);
        this.writes = new PublishedWrites(publication, limits, session);
        this.selectors = new CompileSelector(publication, limits);
    }

    Publication publication() {
        return publication;
    }

    /** Whether only transactions of the database's server can change an answer. */
    boolean ownRows() {
        return ownRows;
    }

    QueryLimits limits() {
        return limits;
    }

    /** The answer of a field of Mutation; empty for null. */
    Mono<Object> write(Write write, DataFetchingEnvironment environment) {
        return Mono.defer(() -> writes.write(write, environment));
    }

    /** The rows of several types by their keys, all in one statement, a reading for each group. */
    Mono<List<CompileSelection.Reading>> entities(List<KeyedRows> groups, List<SelectedField> fields) {
        return Mono.defer(() -> run(compile.entities(groups, fields)));
    }

    /** A root field's answer; empty for null. */
    Mono<Row> root(Root root, DataFetchingEnvironment environment) {
        return Mono.defer(() -> run(compile.root(
                        root,
                        environment.getArguments(),
                        environment.getSelectionSet().getImmediateFields(),
                        environment.getField().getName())))
                .flatMap(rows -> Mono.justOrEmpty(rows.stream().findFirst()));
    }

    private <T> Mono<T> run(Query<T> query) {
        return CurrentPrincipal.get().flatMap(principal -> run.run(principal, query));
    }

    /** A selector's answer. */
    Mono<Selection> selection(Selector selector, DataFetchingEnvironment environment) {
        return Mono.defer(() -> {
            SelectorQuery query = selectors.compile(
                    selector,
                    environment.getArguments(),
                    environment.getSelectionSet().getImmediateFields(),
                    environment.getField().getName());
            return CurrentPrincipal.get()
                    .flatMap(principal -> answers.find(principal, query, List.of()))
                    .map(Found::selection);
        });
    }

    /**
     * The rows of a published type with these keys, in the order of the keys, null where the caller sees none: for a service's
     * own fields that answer with published objects.
     *
     * @param fields what is selected of the type
     */
    public Mono<List<@Nullable Row>> rows(String typeName, String keyField, List<?> keys, List<SelectedField> fields) {
        return Mono.defer(() -> run(compile.rows(typeName, keyField, keys, fields, typeName)));
    }
}
