package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.schema.SortOrder;
import io.weft.postgres.sql.KeyRelation.Rows;
import io.weft.postgres.sql.OrderKeys.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A selector's {@code orderBy} in, {@link SelectionOrder} out: as {@link ReadOrder}, but what is one row per entity is joined. */
final class ReadSelectionOrder {

    private static final ColumnType DISTANCE = ColumnType.of(ScalarKind.DOUBLE);

    private final SelectionScope scope;
    private final ReadOrder orders;
    private final Set<Rows> joined = new LinkedHashSet<>();

    ReadSelectionOrder(SelectionScope scope, ReadOrder orders) {
        this.scope = scope;
        this.orders = orders;
    }

    /** A key, and the one row per entity that it is read from; null where it is read otherwise. */
    private record Read(Key key, @Nullable Rows rows, boolean score) {}

    SelectionOrder read(Selector selector, @Nullable Object orderBy, String place) {
        List<Read> read = new ArrayList<>();
        int index = 0;
        for (Object item : orderBy == null ? List.of() : (Collection<?>) orderBy) {
            read.add(key(selector.fields(), item, place + ".orderBy[" + index++ + "]"));
        }
        List<Key> keys = new ArrayList<>(read.stream().map(Read::key).toList());
        keys.add(new Key(SortValue.of(selector.keyField().column()), SortOrder.ASC));
        Rows first = read.isEmpty() ? null : read.getFirst().rows();
        return new SelectionOrder(
                new OrderKeys(selector.typeName(), keys),
                List.copyOf(joined),
                first == null
                        ? null
                        : new SelectionOrder.Leading(
                                first, keys.getFirst().value().of(SelectionOrder.ENTITY)),
                !read.isEmpty() && read.getFirst().score());
    }

    private Read key(List<PublishedField> known, @Nullable Object item, String place) {
        Map.Entry<String, Object> entry = ReadOrder.only(item, place);
        String here = place + "." + entry.getKey();
        PublishedField field = ReadOrder.find(known, entry.getKey());
        return switch (field) {
            case GroupField group -> key(group.fields(), entry.getValue(), here);
            case ToOneField one ->
                scope.byKey(one.typeName(), one.joins())
                        .filter(Rows::unique)
                        .map(rows -> inRow(one, rows, entry.getValue(), here))
                        .orElseGet(() -> new Read(orders.key(known, item, place), null, false));
            case ToManyField _ -> new Read(orders.key(known, item, place), null, false);
            case ColumnField _, MeasureField _ -> {
                Key key = orders.key(known, item, place);
                yield new Read(
                        in(scope.entities(), key, "", key.value().nullable(), field instanceof MeasureField),
                        scope.entities(),
                        field instanceof MeasureField);
            }
        };
    }

    private Read inRow(ToOneField one, Rows rows, Object value, String place) {
        ObjectType target = scope.publication().type(one.typeName());
        Key key = orders.key(target.fields(), value, place);
        boolean score =
                ReadOrder.find(target.fields(), ReadOrder.only(value, place).getKey()) instanceof MeasureField;
        return new Read(in(rows, key, one.name() + ".", true, score), rows, score);
    }

    private Key in(Rows rows, Key key, String prefix, boolean nullable, boolean score) {
        joined.add(rows);
        SortValue value = score ? exact(key.value()) : key.value();
        return new Key(
                new SortValue(
                        prefix + value.name(), value.arguments(), value.type(), nullable, _ -> value.of(rows.alias())),
                key.order());
    }

    /** Adding nothing keeps PostgreSQL from asking an index over approximate neighbours, which may end before all are given. */
    private static SortValue exact(SortValue value) {
        return value.type().equals(DISTANCE)
                ? new SortValue(
                        value.name(),
                        value.arguments(),
                        value.type(),
                        value.nullable(),
                        alias -> DSL.field("({0} + 0)", value.of(alias)))
                : value;
    }
}
