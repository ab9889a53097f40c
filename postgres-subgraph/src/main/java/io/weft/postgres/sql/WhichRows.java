package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which rows of a table a write is about, as conditions. */
final class WhichRows {

    private WhichRows() {}

    static List<Column> primaryKey(ObjectType type) {
        return type.table().primaryKey().stream()
                .map(name -> type.table().column(name))
                .toList();
    }

    static QueryPart columns(List<Column> columns, String alias) {
        return DSL.list(columns.stream()
                .map(column -> Expressions.comparable(alias, column))
                .toArray(QueryPart[]::new));
    }

    /** @param place of the field whose arguments these are */
    static Condition keyed(ObjectType type, Scope scope, String key, Map<String, Object> arguments, String place) {
        return DSL.and(type.keyFields(key).stream()
                .map(field -> DSL.condition(
                        "{0} = {1}",
                        Expressions.comparable(scope.alias(), field.column()),
                        Refusal.placed(
                                place + "." + field.name(),
                                () -> Expressions.value(
                                        field.column().type(),
                                        Objects.requireNonNull(arguments.get(field.name()), "the schema demands it")))))
                .toList());
    }

    /**
     * The primary keys of the rows that meet a filter, as a query; no more of them than one too many, whatever the filter. It counts rows
     * that the caller sees, whether or not they may be written: only so does it always mean the same rows.
     */
    static QueryPart meant(ObjectType type, Scope scope, @Nullable Object filter, int atMost, String place) {
        int most = scope.limits().writtenRows();
        if (atMost < 0 || atMost > most) {
            throw tooMany(place + ".atMost: goes from 0 to " + most + ", not " + atMost, most);
        }
        Condition which = scope.filters().compile(type, scope.alias(), filter, place + ".filter");
        return DSL.query(
                "select {0} from {1} where {2} limit {3}",
                columns(primaryKey(type), scope.alias()),
                Expressions.named(type.table().name(), scope.alias()),
                which,
                DSL.val(atMost + 1));
    }

    /** The rows whose primary keys {@link #meant} found, if they still meet the filter where somebody changed them meanwhile. */
    static Condition areMeant(ObjectType type, Scope scope, @Nullable Object filter, String place) {
        return DSL.condition("({0}) in (select * from meant)", columns(primaryKey(type), scope.alias()))
                .and(scope.filters().compile(type, scope.alias(), filter, place + ".filter"));
    }

    static RuntimeException tooMany(String message, int limit) {
        return Problem.of(ProblemCode.LIMIT_EXCEEDED, message)
                .with("limit", limit)
                .refusal();
    }
}
