package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement and how to read its answer.
 *
 * @param sql       its columns are all text; among its values there are {@link Slot}s where the arguments had {@link Given}s
 * @param estimates statements whose expected number of rows belongs into a cell of the first row
 * @param settings  what is to be set for the transaction
 * @param checks    are given each request's values before they are bound, and throw a {@link io.weft.postgres.problem.Refusal} of wrong ones
 * @param readers   what {@code read} goes by: a reader of a row, or one of each group of rows
 * @param read      all rows in, the value out
 */
public record Query<T>(
        Sql sql,
        Map<Integer, Sql> estimates,
        Map<String, String> settings,
        List<Consumer<List<Object>>> checks,
        List<Reader> readers,
        Function<List<List<@Nullable String>>, T> read) {

    public Query {
        estimates = Map.copyOf(estimates);
        settings = Map.copyOf(settings);
        checks = List.copyOf(checks);
        readers = List.copyOf(readers);
    }

    /** One that is only read as a whole. */
    public Query(
            Sql sql,
            Map<Integer, Sql> estimates,
            Map<String, String> settings,
            Function<List<List<@Nullable String>>, T> read) {
        this(sql, estimates, settings, List.of(), List.of(), read);
    }
}
