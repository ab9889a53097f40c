package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.r2dbc.spi.Readable;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.TableRule;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Write;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.CompileDelete;
import io.weft.postgres.sql.CompileSelection;
import io.weft.postgres.sql.CompileWrite;
import io.weft.postgres.sql.HiddenReferences;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.sql.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers the published fields of Mutation, each in a transaction of its own as the caller: written, checked for references to what the
 * caller does not see, read as the client selects it, committed. A refusal leaves nothing of its field behind, and all of the fields before.
 */
final class PublishedWrites {

    private final Publication publication;
    private final PrincipalSession session;
    private final CompileWrite writes;
    private final CompileDelete deletes;
    private final CompileSelection selections;
    private final HiddenReferences references;

    PublishedWrites(Publication publication, QueryLimits limits, PrincipalSession session) {
        this.publication = publication;
        this.session = session;
        this.writes = new CompileWrite(publication, limits);
        this.deletes = new CompileDelete(publication, limits);
        this.selections = new CompileSelection(publication, limits);
        this.references = new HiddenReferences(publication, limits);
    }

    /** A field's answer; empty for null. */
    Mono<Object> write(Write write, DataFetchingEnvironment environment) {
        ExplainWrite explain = new ExplainWrite(publication, write);
        One one = new One(publication.type(write.typeName()), environment, explain);
        return CurrentPrincipal.get()
                .flatMap(principal -> session.write(principal, transaction -> one.answer(write, transaction)))
                .onErrorMap(explain::explain);
    }

    /** One field of one request. */
    private final class One {
        private final ObjectType type;
        private final Map<String, Object> arguments;
        private final List<SelectedField> fields;
        private final String place;
        private final ExplainWrite explain;

        One(ObjectType type, DataFetchingEnvironment environment, ExplainWrite explain) {
            this.type = type;
            this.arguments = environment.getArguments();
            this.fields = environment.getSelectionSet().getImmediateFields();
            this.place = environment.getField().getName();
            this.explain = explain;
        }

        Mono<Object> answer(Write write, Transaction transaction) {
            return switch (write) {
                case Write.Insert _ ->
                    inserted(transaction, List.of(object("values"))).map(List::getFirst);
                case Write.InsertMany _ ->
                    inserted(transaction, objects("values")).cast(Object.class);
                case Write.Upsert _ ->
                    upserted(transaction, List.of(object("values"))).map(List::getFirst);
                case Write.UpsertMany _ ->
                    upserted(transaction, objects("values")).cast(Object.class);
                case Write.Update update ->
                    written(
                                    transaction,
                                    writes.update(type, update.key(), arguments, object("set"), place),
                                    object("set").keySet())
                            .flatMap(keys -> keys.isEmpty()
                                    ? Mono.error(explain.missing().refusal())
                                    : read(transaction, keys))
                            .map(List::getFirst);
                case Write.UpdateMany _ -> updated(transaction);
                case Write.Delete delete ->
                    run(transaction, deletes.one(type, delete.key(), arguments, fields, place))
                            .flatMap(deleted -> deleted.rows().isEmpty()
                                    ? Mono.error(explain.missing().refusal())
                                    : Mono.just(deleted.rows().getFirst()));
                case Write.DeleteMany _ -> deleted(transaction);
            };
        }

        private Mono<List<Row>> inserted(Transaction transaction, List<Map<String, Object>> rows) {
            return written(transaction, writes.insert(type, rows, place), named(rows))
                    .flatMap(keys -> all(rows.size(), keys, transaction));
        }

        @SuppressWarnings("unchecked")
        private Mono<List<Row>> upserted(Transaction transaction, List<Map<String, Object>> rows) {
            String by = Objects.requireNonNull(arguments.get("by"), "the schema demands it")
                    .toString();
            Collection<String> update = (Collection<String>) arguments.get("update");
            return written(transaction, writes.upsert(type, rows, by, update, place), named(rows))
                    .flatMap(keys -> all(rows.size(), keys, transaction));
        }

        private Mono<List<Row>> all(int expected, List<List<String>> keys, Transaction transaction) {
            return keys.size() == expected
                    ? read(transaction, keys)
                    : Mono.error(() -> Problem.of(
                                    ProblemCode.CONFLICT,
                                    place + ": the database kept " + (expected - keys.size()) + " of " + expected
                                            + " rows from being written, by a trigger of " + type.name())
                            .with("type", type.name())
                            .refusal());
        }

        /** The primary keys of what a statement wrote. */
        private Mono<List<List<String>>> written(Transaction transaction, Sql statement, Collection<String> named) {
            int cells = type.table().primaryKey().size();
            return transaction
                    .query(statement, row -> texts(row, cells))
                    .collectList()
                    .flatMap(keys -> allowed(transaction, keys, named));
        }

        private Mono<Object> updated(Transaction transaction) {
            int cells = type.table().primaryKey().size();
            Map<String, Object> set = object("set");
            Sql statement = writes.updateMany(type, arguments.get("filter"), set, atMost(), place);
            return transaction.rows(statement).flatMap(rows -> {
                requireAtMost(
                        Integer.parseInt(Objects.requireNonNull(rows.getFirst().getFirst())));
                List<List<String>> keys = rows.stream()
                        .filter(row -> row.get(1) != null)
                        .map(row -> row.subList(1, cells + 1).stream()
                                .map(Objects::requireNonNull)
                                .toList())
                        .toList();
                return allowed(transaction, keys, set.keySet())
                        .flatMap(_ -> many(keys.size(), nodes -> read(transaction, keys, nodes)));
            });
        }

        /** The keys, where their rows refer to nothing that the caller does not see. */
        private Mono<List<List<String>>> allowed(
                Transaction transaction, List<List<String>> keys, Collection<String> named) {
            return Mono.defer(() -> keys.isEmpty()
                    ? Mono.just(keys)
                    : Flux.fromIterable(references.of(type, keys, named))
                            .concatMap(question -> transaction.query(
                                    question, row -> texts(row, 1).getFirst()))
                            .next()
                            .flatMap(rule -> Mono.<List<List<String>>>error(
                                    explain.dangling(rule(rule)).refusal()))
                            .switchIfEmpty(Mono.just(keys)));
        }

        private TableRule rule(String name) {
            return type.table().rule(name).orElseThrow();
        }

        private Mono<List<Row>> read(Transaction transaction, List<List<String>> keys) {
            return read(transaction, keys, fields);
        }

        private Mono<List<Row>> read(Transaction transaction, List<List<String>> keys, List<SelectedField> selected) {
            List<Column> primary = type.table().primaryKey().stream()
                    .map(name -> type.table().column(name))
                    .toList();
            return run(transaction, selections.rows(type, primary, keys, selected, place))
                    .flatMap(rows -> rows.stream().anyMatch(Objects::isNull)
                            ? Mono.error(explain.missing().refusal())
                            : Mono.just(
                                    rows.stream().map(Objects::requireNonNull).toList()));
        }

        private Mono<Object> deleted(Transaction transaction) {
            List<SelectedField> nodes = nodes().stream().limit(1).toList();
            List<SelectedField> below = nodes.isEmpty()
                    ? List.of()
                    : nodes.getFirst().getSelectionSet().getImmediateFields();
            if (nodes().size() > 1) {
                return Mono.error(Problem.of(
                                ProblemCode.BAD_USER_INPUT,
                                place + ".nodes: can be asked for once, what was there is gone then")
                        .refusal());
            }
            return run(transaction, deletes.many(type, arguments.get("filter"), atMost(), below, place))
                    .flatMap(deleted -> {
                        requireAtMost(deleted.meant());
                        List<Row> rows = deleted.rows();
                        return many(rows.size(), _ -> Mono.just(rows));
                    });
        }

        private void requireAtMost(int meant) {
            if (meant > atMost()) {
                throw Problem.of(
                                ProblemCode.LIMIT_EXCEEDED,
                                place + ": more than " + atMost()
                                        + " rows are meant, so none was touched. Narrow the filter, or raise atMost")
                        .with("limit", atMost())
                        .refusal();
            }
        }

        private Mono<Object> many(int count, Function<List<SelectedField>, Mono<List<Row>>> nodes) {
            Map<String, @Nullable Object> values = new HashMap<>();
            fields.stream()
                    .filter(field -> field.getName().equals("count"))
                    .forEach(field -> values.put(field.getResultKey(), count));
            return Flux.fromIterable(nodes())
                    .concatMap(field -> (count == 0
                                    ? Mono.just(List.<Row>of())
                                    : nodes.apply(field.getSelectionSet().getImmediateFields()))
                            .doOnNext(rows -> values.put(field.getResultKey(), rows)))
                    .then(Mono.just(new Row(type.name() + "Written", values)));
        }

        private List<SelectedField> nodes() {
            return fields.stream()
                    .filter(field -> field.getName().equals("nodes"))
                    .toList();
        }

        private int atMost() {
            return (Integer) Objects.requireNonNull(arguments.get("atMost"), "the schema demands it");
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> object(String argument) {
            return (Map<String, Object>) Objects.requireNonNull(arguments.get(argument), "the schema demands it");
        }

        @SuppressWarnings("unchecked")
        private List<Map<String, Object>> objects(String argument) {
            return (List<Map<String, Object>>) Objects.requireNonNull(arguments.get(argument), "the schema demands it");
        }

        private static Collection<String> named(List<Map<String, Object>> rows) {
            Collection<String> named = new TreeSet<>();
            rows.forEach(row -> named.addAll(row.keySet()));
            return named;
        }
    }

    private static <T> Mono<T> run(Transaction transaction, Query<T> query) {
        return transaction.rows(query.sql()).map(query.read());
    }

    private static List<String> texts(Readable row, int count) {
        List<String> texts = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> texts.add(Objects.requireNonNull(row.get(i, String.class))));
        return texts;
    }
}
