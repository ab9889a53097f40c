package io.weft.postgres.sql;

import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that an argument says.
 *
 * @param said the number, or a {@link Given} one
 */
record Amount(Object said) {

    static final Amount ONE = new Amount(1);

    /** @param otherwise what it is where the argument says nothing */
    static Amount of(@Nullable Object argument, int otherwise) {
        return new Amount(Objects.requireNonNullElse(argument, otherwise));
    }

    /** What it is in a request. */
    int of(List<Object> given) {
        return (Integer) Given.filled(said, given);
    }

    boolean isGiven() {
        return said instanceof Given;
    }

    /** As a bound value, so much more than it is. */
    Field<Integer> bound(int more) {
        return DSL.field(
                "{0}",
                SQLDataType.INTEGER, Expressions.bound(said, SQLDataType.INTEGER, number -> (Integer) number + more));
    }

    /** What it is for those whose statement does not depend on it. */
    int sample() {
        return said instanceof Given given ? given.sample(Integer.class::cast) : (Integer) said;
    }
}
