package io.weft.postgres.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that an argument says.
 *
 * @param said the number, or a {@link Given} one
 */
record Amount(Object said) {

    /** @param otherwise what it is where the argument says nothing */
    static Amount of(@Nullable Object argument, int otherwise) {
        return new Amount(Objects.requireNonNullElse(argument, otherwise));
    }

    /** What it is in a request. */
    int of(List<Object> given) {
        return (Integer) Given.filled(said, given);
    }

    /** What it is for those whose statement does not depend on it. */
    int sample() {
        return said instanceof Given given ? given.sample(Integer.class::cast) : (Integer) said;
    }
}
