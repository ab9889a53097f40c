package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.Use;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants written in, a statement out that says the primary keys of what it wrote, as texts: what was written is read in a
 * second statement, which sees what triggers did and what is related.
 */
public final class CompileWrite {

    /** PostgreSQL numbers the values of a statement with 16 bits. */
    private static final int VALUES = 30_000;

    private final Publication publication;
    private final QueryLimits limits;

    public CompileWrite(Publication publication, QueryLimits limits) {
        this.publication = publication;
        this.limits = limits;
    }

    /** New rows, in their order. */
    public Sql insert(ObjectType type, List<Map<String, Object>> rows, String place) {
        return Expressions.statement(DSL.query("{0} {1}", inserted(type, rows, place), returning(type)));
    }

    /**
     * New rows, or changes of those that are there.
     *
     * @param by     the name of one of {@link ObjectType#arbiters()}
     * @param update the fields to change; null for all that have values and are not the key
     */
    public Sql upsert(
            ObjectType type,
            List<Map<String, Object>> rows,
            String by,
            @Nullable Collection<String> update,
            String place) {
        List<ColumnField> key = Objects.requireNonNull(type.arbiters().get(by), "the schema knows the keys");
        List<ColumnField> changed = type.writable(Use.UPDATE).stream()
                .filter(field -> update == null
                        ? !key.contains(field) && rows.stream().anyMatch(row -> row.containsKey(field.name()))
                        : update.contains(field.name()))
                .toList();
        if (changed.isEmpty()) {
            throw Refusal.input(
                    place + ".update: nothing would change where there is such a row. Name columns to update,"
                            + " or insert");
        }
        QueryPart sets = DSL.list(changed.stream()
                .map(field ->
                        DSL.field("{0} = excluded.{0}", DSL.name(field.column().name())))
                .toArray(QueryPart[]::new));
        return Expressions.statement(DSL.query(
                "{0} on conflict ({1}) do update set {2} {3}",
                inserted(type, rows, place), names(key), sets, returning(type)));
    }

    /** A change of the row with this key. */
    public Sql update(
            ObjectType type, String key, Map<String, Object> arguments, Map<String, Object> set, String place) {
        Scope scope = Scope.root(publication, limits);
        return Expressions.statement(updated(
                type,
                scope,
                WhichRows.keyed(type, scope, key, arguments, place),
                set,
                place,
                returning(type, scope.alias())));
    }

    /**
     * A change of the rows that meet a filter. Each row of the answer has first how many rows are meant, at most one more than so many: that
     * one is too much. Where none was changed, there is one row, without a key.
     */
    public Sql updateMany(ObjectType type, @Nullable Object filter, Map<String, Object> set, int atMost, String place) {
        Scope found = Scope.root(publication, limits);
        Scope scope = found.repeating();
        List<Column> key = WhichRows.primaryKey(type);
        QueryPart meant = WhichRows.meant(type, found, filter, atMost, place);
        QueryPart written = updated(
                type,
                scope,
                WhichRows.areMeant(type, scope, filter, place),
                set,
                place,
                DSL.field("returning {0}", WhichRows.columns(key, scope.alias())));
        return Expressions.statement(DSL.query(
                "with meant as ({0}), written as ({1}) select (select count(*) from meant)::text, {2}"
                        + " from (select 1) as one left join written on true order by {3}",
                meant, written, texts(key, "written"), WhichRows.columns(key, "written")));
    }

    private static Query updated(
            ObjectType type, Scope scope, Condition which, Map<String, Object> set, String place, QueryPart returning) {
        List<QueryPart> sets = new ArrayList<>();
        for (ColumnField field : type.writable(Use.UPDATE)) {
            if (set.containsKey(field.name())) {
                sets.add(DSL.field(
                        "{0} = {1}",
                        DSL.name(field.column().name()), value(type, field, set.get(field.name()), place + ".set")));
            }
        }
        if (sets.isEmpty()) {
            throw Refusal.input(place + ".set: name what is to change");
        }
        return DSL.query(
                "update {0} set {1} where {2} {3}",
                Expressions.named(type.table().name(), scope.alias()),
                DSL.list(sets.toArray(QueryPart[]::new)),
                which,
                returning);
    }

    private QueryPart inserted(ObjectType type, List<Map<String, Object>> rows, String place) {
        if (rows.size() > limits.writtenRows()) {
            throw WhichRows.tooMany(
                    place + ".values: at most " + limits.writtenRows() + " rows are written at once, not "
                            + rows.size(),
                    limits.writtenRows());
        }
        if (rows.isEmpty()) {
            throw Refusal.input(place + ".values: there is nothing to write");
        }
        Set<String> named = new HashSet<>();
        rows.forEach(row -> named.addAll(row.keySet()));
        List<ColumnField> fields = type.writable(Use.INSERT).stream()
                .filter(field -> named.contains(field.name()))
                .toList();
        if ((long) rows.size() * fields.size() > VALUES) {
            throw WhichRows.tooMany(place + ".values: at most " + VALUES + " values are written at once", VALUES);
        }
        QueryPart table =
                DSL.name(type.table().name().schema(), type.table().name().name());
        if (fields.isEmpty()) {
            return rows.size() == 1 ? DSL.query("insert into {0} default values", table) : defaults(type, table, rows);
        }
        List<QueryPart> tuples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            String here = rows.size() == 1 ? place + ".values" : place + ".values[" + i + "]";
            tuples.add(DSL.field(
                    "({0})",
                    DSL.list(fields.stream()
                            .map(field -> row.containsKey(field.name())
                                    ? value(type, field, row.get(field.name()), here)
                                    : DSL.sql("default"))
                            .toArray(QueryPart[]::new))));
        }
        return DSL.query(
                "insert into {0} ({1}) values {2}", table, names(fields), DSL.list(tuples.toArray(QueryPart[]::new)));
    }

    /** SQL says of one row only that nothing is said of it: of several, one column is said to be what it is anyway. */
    private static QueryPart defaults(ObjectType type, QueryPart table, List<Map<String, Object>> rows) {
        String column = type.writable(Use.INSERT).stream()
                .findFirst()
                .map(ColumnField::column)
                .orElseGet(() -> type.table().columns().getFirst())
                .name();
        return DSL.query(
                "insert into {0} ({1}) values {2}",
                table,
                DSL.name(column),
                DSL.list(rows.stream().map(_ -> DSL.sql("(default)")).toArray(QueryPart[]::new)));
    }

    private static QueryPart value(ObjectType type, ColumnField field, @Nullable Object value, String place) {
        CheckValue.check(type, field, value, place + "." + field.name());
        return value == null
                ? DSL.sql("null")
                : Expressions.value(field.column().type(), value);
    }

    private static QueryPart returning(ObjectType type) {
        return returning(type, type.table().name().name());
    }

    private static QueryPart returning(ObjectType type, String alias) {
        return DSL.field("returning {0}", texts(WhichRows.primaryKey(type), alias));
    }

    private static QueryPart texts(List<Column> columns, String alias) {
        return DSL.list(columns.stream()
                .map(column -> Expressions.text(Expressions.column(alias, column.name()), column.type()))
                .toArray(QueryPart[]::new));
    }

    private static QueryPart names(List<ColumnField> fields) {
        Set<QueryPart> names = new LinkedHashSet<>();
        fields.forEach(field -> names.add(DSL.name(field.column().name())));
        return DSL.list(names.toArray(QueryPart[]::new));
    }
}
