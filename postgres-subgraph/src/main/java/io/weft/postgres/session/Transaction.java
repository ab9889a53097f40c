package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import reactor.util.retry.Retry;

/** An open transaction. It belongs to the function that got it and must not outlive it. */
public final class Transaction {

    private static final String QUERY_CANCELED = "57014";

    private final Connection connection;
    private final ObserveStatements observer;
    private final Gate gate = new Gate();

    Transaction(Connection connection, ObserveStatements observer) {
        this.connection = connection;
        this.observer = observer;
    }

    /** Sends what begins it. */
    Mono<Void> begin(String statements) {
        return gate.through(send(connection, statements)).then();
    }

    /** The same of statements with values. */
    Mono<Void> begin(List<Pipeline.Statement> statements) {
        return gate.through(Pipeline.within(driver(), statements)).then();
    }

    Mono<Void> commit() {
        return send(connection, "COMMIT");
    }

    /** What its work would send afterwards is not sent any more. A request to cancel may hit the ROLLBACK, too. */
    Mono<Void> rollback() {
        return gate.last(send(connection, "ROLLBACK")
                        .retryWhen(Retry.indefinitely().filter(Transaction::isCancelled)))
                .then();
    }

    private static boolean isCancelled(Throwable failure) {
        return failure instanceof R2dbcException refused && QUERY_CANCELED.equals(refused.getSqlState());
    }

    /** The rows of a statement, each mapped to a value that is not null. */
    public <T> Flux<T> query(Sql sql, Function<Readable, T> mapper) {
        return Flux.deferContextual(context -> executed(sql, context).concatMap(result -> result.map(mapper)));
    }

    /** The rows of a statement, their columns as text. */
    public Mono<List<List<@Nullable String>>> rows(Sql statement) {
        return rows(List.of(statement)).map(List::getFirst);
    }

    /** The rows of several statements, in their order. They are sent together. */
    public Mono<List<List<List<@Nullable String>>>> rows(List<Sql> statements) {
        return Mono.deferContextual(context -> {
            statements.forEach(sql -> observer.statement(sql, context));
            return gate.through(Pipeline.within(
                            driver(), statements.stream().map(Sql::pipelined).toList()))
                    .single();
        });
    }

    /** How many rows a statement wrote. */
    public Mono<Long> update(Sql sql) {
        return Flux.deferContextual(context -> executed(sql, context).concatMap(Result::getRowsUpdated))
                .reduce(0L, Long::sum);
    }

    /** Statements without values, one after the other, such as DDL. */
    public Mono<Void> run(String... statements) {
        return Flux.fromArray(statements)
                .concatMap(text -> update(Sql.of(text)))
                .then();
    }

    /** The driver's own connection, for COPY. */
    public PostgresqlConnection driver() {
        return unwrap(connection);
    }

    static PostgresqlConnection unwrap(Connection connection) {
        Object candidate = connection;
        while (!(candidate instanceof PostgresqlConnection)) {
            if (!(candidate instanceof Wrapped<?> wrapped)) {
                throw new IllegalStateException("no connection of r2dbc-postgresql: " + connection);
            }
            candidate = wrapped.unwrap();
        }
        return (PostgresqlConnection) candidate;
    }

    private Flux<? extends Result> executed(Sql sql, ContextView context) {
        return gate.through(bound(sql, context).execute());
    }

    static Mono<Void> send(Connection connection, String statements) {
        return Flux.from(connection.createStatement(statements).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private Statement bound(Sql sql, ContextView context) {
        observer.statement(sql, context);
        Statement statement = connection.createStatement(sql.text());
        for (int i = 0; i < sql.binds().size(); i++) {
            @Nullable Object value = sql.binds().get(i);
            if (value == null) {
                statement.bindNull(i, String.class);
            } else {
                statement.bind(i, value);
            }
        }
        return statement;
    }
}
