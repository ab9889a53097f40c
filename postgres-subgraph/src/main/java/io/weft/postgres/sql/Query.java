package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement and how to read its answer.
 *
 * @param cells how many columns each row has; all are text
 * @param read  all rows in, the value out
 */
public record Query<T>(Sql sql, int cells, Function<List<List<@Nullable String>>, T> read) {}
