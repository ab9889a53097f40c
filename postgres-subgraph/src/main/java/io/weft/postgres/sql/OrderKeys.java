package io.weft.postgres.sql;

import io.weft.postgres.schema.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * A total order of a table's rows: what the client asks for, then the primary key, so that no two rows are equal and a
 * {@link Cursor} is one place.
 */
record OrderKeys(String typeName, List<Key> keys) {

    private static final Pattern DIGEST = Pattern.compile("\\([0-9a-f]+\\)");
    private static final Pattern TYPES = Pattern.compile(" #[0-9a-f]+$");

    record Key(SortValue value, SortOrder order) {}

    OrderKeys {
        keys = List.copyOf(keys);
    }

    /**
     * Names the order within cursors, with the types of its values: in another type a value has another place, if any. What it depends on besides
     * is looked at.
     */
    String fingerprint() {
        return fingerprint(Cursor::digest);
    }

    /** The same in a request. */
    String fingerprint(List<Object> given) {
        return fingerprint(arguments -> Cursor.digest(Given.filled(arguments, given)));
    }

    /** The same of all orders that depend on other values. */
    String withoutDigests() {
        return fingerprint(_ -> "");
    }

    static String withoutDigests(String fingerprint) {
        return DIGEST.matcher(fingerprint).replaceAll("()");
    }

    /** For people. */
    static String withoutTypes(String fingerprint) {
        return TYPES.matcher(fingerprint).replaceAll("");
    }

    private String fingerprint(Function<Object, String> digest) {
        String types = keys.stream().map(key -> key.value.type().plain().sql()).collect(Collectors.joining(", "));
        return keys.stream()
                .map(key -> {
                    Object arguments = key.value.arguments();
                    return key.value.name() + (arguments == null ? "" : "(" + digest.apply(arguments) + ")") + " "
                            + key.order;
                })
                .collect(Collectors.joining(", ", typeName + " by ", " #" + Cursor.digest(types)));
    }

    OrderKeys reversed() {
        return new OrderKeys(
                typeName,
                keys.stream()
                        .map(key -> new Key(key.value, key.order.reversed()))
                        .toList());
    }

    List<SortField<Object>> sortFields(String alias) {
        List<SortField<Object>> fields = new ArrayList<>();
        for (Key key : keys) {
            Field<Object> field = key.value.of(alias);
            SortField<Object> sorted = key.order.ascending() ? field.asc() : field.desc();
            boolean asPostgresDoes = key.order.ascending() != key.order.nullsFirst();
            fields.add(
                    !key.value.nullable() || asPostgresDoes
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
                .allMatch(key -> !key.value.nullable()
                        && key.order.ascending() == keys.getFirst().order.ascending());
    }

    /** {@code (a, b) > (x, y)}, which one index can answer. */
    private Condition rowComparison(String alias, Cursor cursor) {
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            columns.add(keys.get(i).value.of(alias));
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
        Field<Object> column = key.value.of(alias);
        if (cursor.values().get(at) == null) {
            return key.order.nullsFirst() ? column.isNotNull() : DSL.falseCondition();
        }
        Condition past =
                DSL.condition("{0} {1} {2}", column, DSL.sql(key.order.ascending() ? ">" : "<"), value(at, cursor));
        return key.value.nullable() && !key.order.nullsFirst() ? past.or(column.isNull()) : past;
    }

    private Condition equal(String alias, Cursor cursor, int at) {
        Field<Object> column = keys.get(at).value.of(alias);
        return cursor.values().get(at) == null
                ? column.isNull()
                : DSL.condition("{0} = {1}", column, value(at, cursor));
    }

    private Field<?> value(int at, Cursor cursor) {
        return cursor.value(at, keys.get(at).value.type().plain());
    }
}
