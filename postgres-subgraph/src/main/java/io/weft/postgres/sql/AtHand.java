package io.weft.postgres.sql;

import io.weft.postgres.catalog.Table;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.sql.KeyRelation.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The row that each entity of a page is read from, where that is one table's: what is selected of it is told with the page and not looked up again. Its columns
 * are named as in the table, under its alias there, where the page's entities are told.
 */
final class AtHand {

    /** Every row is looked up. */
    static final AtHand NOTHING = new AtHand("", null);

    private final String entityKey;
    private final @Nullable Rows row;
    private final SortedSet<String> told = new TreeSet<>();

    private AtHand(String entityKey, @Nullable Rows row) {
        this.entityKey = entityKey;
        this.row = row;
    }

    /**
     * Of a page in the order of the keys, or by a column: then only where each row that is read for it is likely on it. Otherwise more would be
     * fetched of rows of which the index says all.
     */
    static AtHand of(SelectionScope scope, CompilePages pages) {
        return new AtHand(scope.keyColumn(), pages.readFrom().orElse(null));
    }

    /**
     * The alias of a table's row; empty where it is not at hand.
     *
     * @param keyColumn where it has the entity's key
     * @param columns   what is read of it
     */
    Optional<String> alias(Table table, String keyColumn, Set<String> columns) {
        if (row == null
                || !row.name().equals(table.name().toString())
                || !row.keyColumn().equals(keyColumn)) {
            return Optional.empty();
        }
        told.addAll(columns);
        told.add(keyColumn);
        return Optional.of(row.alias());
    }

    /** The same of a row that joins lead to from the entity's. */
    Optional<String> related(Table table, List<Join> joins, Set<String> columns) {
        return CompileKeys.keyColumn(joins, entityKey).flatMap(column -> alias(table, column, columns));
    }

    /** The cells of such a row; null where the entity has none. */
    static Field<String> cell(Field<Object> key, Field<String> cells) {
        return DSL.field("case when {0} is not null then {1}::text end", SQLDataType.CLOB, key, cells);
    }

    /** What the page is to tell for it. */
    List<SelectField<?>> columns() {
        List<SelectField<?>> columns = new ArrayList<>();
        told.forEach(column -> columns.add(Expressions.column(alias(), column).as(name(columns.size()))));
        return columns;
    }

    /** The page, and the row beside. */
    org.jooq.Table<?> beside(org.jooq.Table<?> page) {
        if (told.isEmpty()) {
            return page;
        }
        List<Field<Object>> columns = IntStream.range(0, told.size())
                .mapToObj(at -> Expressions.column(SelectionOrder.ENTITY, name(at)))
                .toList();
        return page.crossJoin(DSL.lateral(DSL.select(columns))
                .as(DSL.name(alias()), told.stream().map(DSL::name).toList()));
    }

    private String alias() {
        return row == null ? "" : row.alias();
    }

    /** By its number: a name made of the column's could be longer than names may be. */
    private String name(int at) {
        return alias() + " " + at;
    }
}
