package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.AggregateFunction;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.SortOrder;
import io.weft.postgres.sql.Reader.Named;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The field {@code groups} of a connection: one cell with a row for each group. */
final class CompileGroups {

    private final ObjectType type;
    private final Scope scope;
    private final Map<String, Object> arguments;
    private final String place;
    private final Map<ColumnField, Field<Object>> keys = new LinkedHashMap<>();

    /** @param scope takes the cells of a group; its table is what is grouped */
    CompileGroups(ObjectType type, Scope scope, Map<String, Object> arguments, String place) {
        this.type = type;
        this.scope = scope;
        this.arguments = arguments;
        this.place = place;
    }

    /** The reader of a group, whose cells are {@link #cell}'s then. */
    ObjectReader compile(List<SelectedField> selected) {
        readKeys();
        List<Named> readers = new ArrayList<>();
        for (SelectedField field : selected) {
            List<SelectedField> below = field.getSelectionSet().getImmediateFields();
            switch (field.getName()) {
                case "key" -> readers.add(new Named(field.getResultKey(), key(below)));
                case "aggregate" ->
                    readers.add(
                            new Named(field.getResultKey(), new CompileAggregate(type, scope).compile(below, place)));
                default -> {}
            }
        }
        scope.needCell();
        return new ObjectReader(type.name() + "AggregateGroup", readers);
    }

    /** All groups of the rows that meet a condition, as one cell for the row around them. */
    Field<String> cell(Condition rows) {
        Page page = Page.ofGroups(arguments, scope.limits(), scope.needs(), place);
        var groups = DSL.select(Expressions.array(scope.cells()))
                .from(Expressions.table(type.table().name(), scope.alias()))
                .where(rows)
                .groupBy(keys.values())
                .having(having(arguments.get("having"), place + ".having", 1))
                .orderBy(order())
                .limit(page.limit().bound(0));
        Field<Integer> skipped = page.skipped();
        return DSL.field("array({0})::text", SQLDataType.CLOB, skipped == null ? groups : groups.offset(skipped));
    }

    private void readKeys() {
        int index = 0;
        for (Object item : (Collection<?>) arguments.getOrDefault("by", List.of())) {
            String here = place + ".by[" + index++ + "]";
            Map<String, Object> grouping = fields(item);
            ColumnField column = type.column(String.valueOf(grouping.get("column")));
            Field<Object> value =
                    Expressions.column(scope.alias(), column.column().name());
            Object truncation = grouping.get("truncate");
            if (keys.put(column, truncation == null ? value : truncated(value, column, truncation, here)) != null) {
                throw Refusal.input(here + ": " + column.name() + " is grouped by already");
            }
        }
        if (keys.isEmpty()) {
            throw Refusal.input(place + ".by: name at least one column; without groups, ask for aggregate");
        }
    }

    /** @throws Refusal where the column's values are no dates and no moments */
    static Field<Object> truncated(Field<Object> value, ColumnField column, Object truncation, String place) {
        ColumnType type = column.column().type().plain();
        Field<String> unit = DSL.inline(truncation.toString().toLowerCase(Locale.ROOT));
        return switch (type instanceof ColumnType.Scalar(ScalarKind kind) ? kind : ScalarKind.TEXT) {
            case TIMESTAMPTZ, TIMESTAMP -> DSL.field("date_trunc({0}, {1})", unit, value);
            case DATE -> DSL.field("date_trunc({0}, {1}::timestamp)::date", unit, value);
            default -> throw Refusal.input(place + ".truncate: " + column.name() + " is no date and no moment");
        };
    }

    private ObjectReader key(List<SelectedField> selected) {
        List<Named> readers = new ArrayList<>();
        for (SelectedField field : selected) {
            if (!field.getName().startsWith("__")) {
                ColumnField column = type.column(field.getName());
                Field<Object> key = keys.get(column);
                if (key == null) {
                    readers.add(new Named(field.getResultKey(), new Reader.Nothing()));
                } else {
                    ColumnType of = column.column().type();
                    int cell = scope.cell(Expressions.text(key, of));
                    readers.add(new Named(field.getResultKey(), new Reader.Cell(cell, of, column.type())));
                }
            }
        }
        return new ObjectReader(type.name() + "AggregateKey", readers);
    }

    private Condition having(@Nullable Object having, String at, int depth) {
        if (having == null) {
            return DSL.noCondition();
        }
        List<Condition> conditions = new ArrayList<>();
        fields(having).forEach((name, value) -> {
            String here = at + "." + name;
            conditions.add(
                    switch (name) {
                        case "and" -> DSL.and(list(value, here, depth));
                        case "or" -> DSL.or(list(value, here, depth));
                        case "not" ->
                            CompilePredicate.isNotTrue(
                                    having(value, here, scope.filters().deeper(depth, here)));
                        case "count" ->
                            scope.filters()
                                    .value(
                                            CompileAggregate.COUNT,
                                            ColumnType.of(ScalarKind.BIGINT),
                                            fields(value),
                                            here);
                        default -> results(name, fields(value), here);
                    });
        });
        return DSL.and(conditions);
    }

    private List<Condition> list(Object value, String at, int depth) {
        int deeper = scope.filters().deeper(depth, at);
        return ((Collection<?>) value)
                .stream().map(item -> having(item, at, deeper)).toList();
    }

    private Condition results(String function, Map<String, Object> columns, String at) {
        List<Condition> conditions = new ArrayList<>();
        columns.forEach((column, operators) -> {
            AggregateValue value = value(function, column);
            conditions.add(scope.filters()
                    .value(value.of(scope.alias(), Map.of(), at), value.type(), fields(operators), at + "." + column));
        });
        return DSL.and(conditions);
    }

    private AggregateValue value(String function, String column) {
        AggregateFunction known = CompileAggregate.function(function)
                .orElseThrow(() -> new IllegalArgumentException("the schema has an aggregate " + function));
        return new AggregateValue(known, type.column(column));
    }

    /** What the client asks for, then the keys. */
    private List<SortField<Object>> order() {
        List<SortField<Object>> order = new ArrayList<>();
        int index = 0;
        for (Object item : (Collection<?>) arguments.getOrDefault("orderBy", List.of())) {
            String here = place + ".orderBy[" + index++ + "]";
            Map.Entry<String, Object> entry = ReadOrder.only(item, here);
            String below = here + "." + entry.getKey();
            if (entry.getKey().equals("count")) {
                order.add(sorted(CompileAggregate.COUNT, ReadOrder.direction(entry.getValue(), below)));
            } else {
                Map.Entry<String, Object> column = ReadOrder.only(entry.getValue(), below);
                SortOrder direction = ReadOrder.direction(column.getValue(), below);
                order.add(sorted(sortValue(entry.getKey(), column.getKey(), below), direction));
            }
        }
        keys.values().forEach(key -> order.add(sorted(key, SortOrder.ASC)));
        return order;
    }

    private Field<Object> sortValue(String what, String column, String at) {
        if (!what.equals("key")) {
            return value(what, column).of(scope.alias(), Map.of(), at);
        }
        Field<Object> key = keys.get(type.column(column));
        if (key == null) {
            throw Refusal.input(at + "." + column + ": is not grouped by, so it is no key of a group");
        }
        return key;
    }

    private static SortField<Object> sorted(Field<Object> value, SortOrder order) {
        SortField<Object> sorted = order.ascending() ? value.asc() : value.desc();
        return order.nullsFirst() ? sorted.nullsFirst() : sorted.nullsLast();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
