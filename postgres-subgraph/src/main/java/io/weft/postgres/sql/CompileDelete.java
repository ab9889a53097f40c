package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are to end in, a statement out that answers with them as they were: it reads the snapshot from before it deletes, related rows
 * and all.
 */
public final class CompileDelete {

    private final Publication publication;
    private final QueryLimits limits;

    public CompileDelete(Publication publication, QueryLimits limits) {
        this.publication = publication;
        this.limits = limits;
    }

    /**
     * The rows that ended.
     *
     * @param meant how many met the filter; no more than one too many is counted
     */
    public record Deleted(int meant, List<Row> rows) {}

    /** The row with this key; no row where there is none. */
    public Query<Deleted> one(
            ObjectType type, String key, Map<String, Object> arguments, List<SelectedField> fields, String place) {
        Scope found = Scope.root(publication, limits);
        QueryPart meant = DSL.query(
                "select {0} from {1} where {2}",
                WhichRows.columns(WhichRows.primaryKey(type), found.alias()),
                Expressions.named(type.table().name(), found.alias()),
                WhichRows.keyed(type, found, key, arguments, place));
        return rows(type, found, found.beside(), meant, null, fields, place);
    }

    /** The rows that meet a filter. */
    public Query<Deleted> many(
            ObjectType type, @Nullable Object filter, int atMost, List<SelectedField> fields, String place) {
        Scope found = Scope.root(publication, limits);
        QueryPart meant = WhichRows.meant(type, found, filter, atMost, place);
        return rows(type, found, found.repeating(), meant, filter, fields, place);
    }

    private static Query<Deleted> rows(
            ObjectType type,
            Scope found,
            Scope deleted,
            QueryPart meant,
            @Nullable Object filter,
            List<SelectedField> fields,
            String place) {
        Scope read = found.nested(Amount.ONE, place);
        List<Column> key = WhichRows.primaryKey(type);
        read.cell(DSL.field("(select count(*) from meant)::text", String.class));
        int ended = read.cell(Expressions.text(
                Expressions.column(read.alias(), key.getFirst().name()),
                key.getFirst().type()));
        Reader.ObjectReader reader = new CompileObject(read).compile(type, fields, place);
        List<Condition> same = new ArrayList<>();
        for (Column column : key) {
            same.add(DSL.condition(
                    "{0} = {1}",
                    Expressions.comparable(read.alias(), column), Expressions.comparable("ended", column)));
        }
        var statement = DSL.query(
                "with meant as ({0}), ended as (delete from {1} where {2} returning {3}) select {4}"
                        + " from (select 1) as one left join (ended join {5} on {6}) on true order by {7}",
                meant,
                Expressions.named(type.table().name(), deleted.alias()),
                WhichRows.areMeant(type, deleted, filter, place),
                WhichRows.columns(key, deleted.alias()),
                DSL.list(read.cells().toArray(QueryPart[]::new)),
                Expressions.named(type.table().name(), read.alias()),
                DSL.and(same),
                WhichRows.columns(key, read.alias()));
        return new Query<>(
                Expressions.statement(statement),
                read.needs().estimates(),
                read.needs().settings(),
                rows -> new Deleted(
                        Integer.parseInt(Objects.requireNonNull(rows.getFirst().getFirst())),
                        rows.stream()
                                .filter(row -> row.get(ended) != null)
                                .map(reader::read)
                                .toList()));
    }
}
