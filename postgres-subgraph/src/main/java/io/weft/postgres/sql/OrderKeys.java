package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.SortOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A total order of a table's rows: what the client asks for, then the primary key, so that no two rows are equal and a
 * {@link Cursor} is one place.
 */
record OrderKeys(String typeName, List<Key> keys) {

    record Key(Column column, SortOrder order) {}

    /** The order asked for by {@code orderBy}, a list of objects with one field each; the primary key if null. */
    static OrderKeys of(ObjectType type, @Nullable Object orderBy, String place) {
        List<Key> keys = new ArrayList<>();
        int index = 0;
        for (Object item : orderBy == null ? List.of() : (Collection<?>) orderBy) {
            Map<?, ?> entry = (Map<?, ?>) item;
            String here = place + ".orderBy[" + index++ + "]";
            if (entry.size() != 1) {
                throw Refusal.input(here + ": name one field, not " + entry.size()
                        + ". Several keys are several entries of the list, the first one first");
            }
            entry.forEach((name, direction) -> keys.add(key(type, (String) name, direction, here)));
        }
        for (String column : type.table().primaryKey()) {
            if (keys.stream().noneMatch(key -> key.column.name().equals(column))) {
                keys.add(new Key(type.table().column(column), SortOrder.ASC));
            }
        }
        return new OrderKeys(type.name(), keys);
    }

    private static Key key(ObjectType type, String name, @Nullable Object direction, String place) {
        if (direction == null) {
            throw Refusal.input(place + "." + name + ": null is no direction, use ASC or DESC");
        }
        ColumnField field = type.column(name);
        return new Key(field.column(), SortOrder.valueOf(direction.toString()));
    }

    /** Names the order within cursors. */
    String fingerprint() {
        return keys.stream()
                .map(key -> key.column.name() + " " + key.order)
                .collect(Collectors.joining(", ", typeName + " by ", ""));
    }

    OrderKeys reversed() {
        return new OrderKeys(
                typeName,
                keys.stream()
                        .map(key -> new Key(key.column, key.order.reversed()))
                        .toList());
    }

    List<SortField<Object>> sortFields(String alias) {
        List<SortField<Object>> fields = new ArrayList<>();
        for (Key key : keys) {
            Field<Object> field = Expressions.column(alias, key.column.name());
            SortField<Object> sorted = key.order.ascending() ? field.asc() : field.desc();
            boolean asPostgresDoes = key.order.ascending() != key.order.nullsFirst();
            fields.add(
                    !key.column.nullable() || asPostgresDoes
                            ? sorted
                            : key.order.nullsFirst() ? sorted.nullsFirst() : sorted.nullsLast());
        }
        return fields;
    }

    /** The rows that come after a cursor in this order. */
    Condition after(String alias, Cursor cursor) {
        return isUniform() ? rowComparison(alias, cursor) : beyond(alias, cursor, 0);
    }

    private boolean isUniform() {
        return keys.stream()
                .allMatch(key -> !key.column.nullable()
                        && key.order.ascending() == keys.getFirst().order.ascending());
    }

    /** {@code (a, b) > (x, y)}, which one index can answer. */
    private Condition rowComparison(String alias, Cursor cursor) {
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            columns.add(Expressions.column(alias, keys.get(i).column.name()));
            values.add(value(i, cursor));
        }
        String operator = keys.getFirst().order.ascending() ? ">" : "<";
        return DSL.condition(
                "({0}) {1} ({2})",
                DSL.list(columns.toArray(Field<?>[]::new)),
                DSL.sql(operator),
                DSL.list(values.toArray(Field<?>[]::new)));
    }

    private Condition beyond(String alias, Cursor cursor, int at) {
        Condition strictly = strictlyBeyond(alias, cursor, at);
        return at + 1 == keys.size()
                ? strictly
                : strictly.or(equal(alias, cursor, at).and(beyond(alias, cursor, at + 1)));
    }

    private Condition strictlyBeyond(String alias, Cursor cursor, int at) {
        Key key = keys.get(at);
        Field<Object> column = Expressions.column(alias, key.column.name());
        if (cursor.values().get(at) == null) {
            return key.order.nullsFirst() ? column.isNotNull() : DSL.falseCondition();
        }
        Condition past =
                DSL.condition("{0} {1} {2}", column, DSL.sql(key.order.ascending() ? ">" : "<"), value(at, cursor));
        return key.column.nullable() && !key.order.nullsFirst() ? past.or(column.isNull()) : past;
    }

    private Condition equal(String alias, Cursor cursor, int at) {
        Field<Object> column = Expressions.column(alias, keys.get(at).column.name());
        return cursor.values().get(at) == null
                ? column.isNull()
                : DSL.condition("{0} = {1}", column, value(at, cursor));
    }

    private Field<?> value(int at, Cursor cursor) {
        ColumnType type = keys.get(at).column.type();
        String text = cursor.values().get(at);
        return DSL.field("{0}::{1}", DSL.val(Objects.requireNonNull(text)), DSL.sql(type.sql()));
    }
}
