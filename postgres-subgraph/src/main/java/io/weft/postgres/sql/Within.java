package io.weft.postgres.sql;

import io.weft.contracts.selection.KeySet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a selection is held to, if it is: a condition with their array as a value of its own type. So PostgreSQL knows how many rows
 * to expect, and looks the keys up in their order, one page of an index at a time, or hashes them.
 */
final class Within {

    /** Without limit. */
    static final Within ANY = new Within(null);

    private static final String GIVEN = "given";

    private final @Nullable Object keys;

    /** @param keys a set of keys, or a {@link Given} one; null for all */
    private Within(@Nullable Object keys) {
        this.keys = keys;
    }

    /** The argument {@code within}. */
    static Within of(Map<String, ? extends @Nullable Object> arguments) {
        Object keys = arguments.get("within");
        return keys == null ? ANY : new Within(keys);
    }

    boolean isGiven() {
        return keys != null;
    }

    /** How many keys there are in a request; empty without limit. */
    OptionalInt size(List<Object> given) {
        return keys == null ? OptionalInt.empty() : OptionalInt.of(((KeySet) Given.filled(keys, given)).size());
    }

    Condition condition(Field<Object> key) {
        return keys == null ? DSL.noCondition() : DSL.condition("{0} = any({1})", key, array(keys));
    }

    /**
     * The same where the keys are to be looked up in any case. In a subquery, PostgreSQL does not weigh each of them to know how many there may
     * be, and reads row by row instead of noting the rows of all keys first.
     */
    Condition lookedUp(Field<Object> key) {
        return keys == null ? DSL.noCondition() : DSL.condition("{0} = any((select {1})::bigint[])", key, array(keys));
    }

    /** The keys themselves, if a condition holds for them. */
    Select<?> select(Function<Field<Object>, Condition> which) {
        Field<Object> key = Expressions.column(GIVEN, WriteKeys.KEY);
        return DSL.select(key.as(WriteKeys.KEY))
                .from(DSL.table(
                        "unnest({0}) as {1}({2})",
                        array(Objects.requireNonNull(keys)), DSL.name(GIVEN), DSL.name(WriteKeys.KEY)))
                .where(which.apply(key));
    }

    /** @param keys a set of keys, or a {@link Given} one */
    static Field<?> array(Object keys) {
        return Expressions.bound(keys, SQLDataType.BIGINT.array(), each -> numbers((KeySet) each));
    }

    /** As PostgreSQL's {@code bigint[]}. */
    private static Long[] numbers(KeySet keys) {
        return keys.stream().mapToObj(Long::valueOf).toArray(Long[]::new);
    }
}
