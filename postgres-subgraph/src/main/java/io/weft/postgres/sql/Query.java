package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement and how to read its answer.
 *
 * @param cells     how many columns each row has; all are text
 * @param estimates statements whose expected number of rows belongs into a cell of the first row
 * @param settings  what is to be set for the transaction
 * @param read      all rows in, the value out
 */
public record Query<T>(
        Sql sql,
        int cells,
        Map<Integer, Sql> estimates,
        Map<String, String> settings,
        Function<List<List<@Nullable String>>, T> read) {

    public Query {
        estimates = Map.copyOf(estimates);
        settings = Map.copyOf(settings);
    }
}
