package io.weft.postgres.sql;

import io.weft.contracts.selection.KeySet;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a selection is held to, if it is. Few are listed in a condition, which costs planning for each of them. More are joined:
 * then PostgreSQL knows how many rows to expect, as their array is a value of its own type and each is there once, and chooses between
 * looking them up and hashing.
 */
final class Within {

    /** Without limit. */
    static final Within ANY = new Within(null, true);

    private static final int FEW = 100;
    private static final String GIVEN = "given";

    private final @Nullable Object keys;
    private final boolean few;

    /** @param keys a set of keys, or a {@link Given} one; null for all */
    private Within(@Nullable Object keys, boolean few) {
        this.keys = keys;
        this.few = few;
    }

    /** The argument {@code within}. */
    static Within of(Map<String, Object> arguments) {
        Object keys = Given.look(arguments.get("within"), Look.FEW);
        return keys == null ? ANY : new Within(arguments.get("within"), isFew((KeySet) keys));
    }

    static boolean isFew(KeySet keys) {
        return keys.size() <= FEW;
    }

    boolean isGiven() {
        return keys != null;
    }

    /** Rows with such a key only. */
    Table<?> joined(Table<?> rows, Field<Object> key) {
        return keys == null || few ? rows : rows.join(given(keys)).on(DSL.condition("{0} = {1}", column(), key));
    }

    /** What is not said by {@link #joined}. */
    Condition condition(Field<Object> key) {
        return keys != null && few ? DSL.condition("{0} = any({1})", key, array(keys)) : DSL.noCondition();
    }

    /** The keys themselves, if a condition holds for them. */
    Select<?> select(java.util.function.Function<Field<Object>, Condition> which) {
        return DSL.select(column().as(WriteKeys.KEY))
                .from(given(java.util.Objects.requireNonNull(keys)))
                .where(which.apply(column()));
    }

    private static Table<?> given(Object keys) {
        return DSL.table("unnest({0}) as {1}({2})", array(keys), DSL.name(GIVEN), DSL.name(WriteKeys.KEY));
    }

    private static Field<Object> column() {
        return Expressions.column(GIVEN, WriteKeys.KEY);
    }

    private static Field<?> array(Object keys) {
        return Expressions.bound(keys, SQLDataType.BIGINT.array(), each -> numbers((KeySet) each));
    }

    /** As PostgreSQL's {@code bigint[]}. */
    static Long[] numbers(KeySet keys) {
        return keys.stream().mapToObj(Long::valueOf).toArray(Long[]::new);
    }
}
