package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * The tag {@code @matchedBy schema.function key} of a column: a function that answers a tsquery with the keys of all rows whose column it
 * finds. Under row-level security PostgreSQL may not look for words in an index, as {@code @@} might tell of rows that nobody may see; a
 * function that runs as the table's owner may. The rows are still found under their policy, and compared again: a wrong function hides rows,
 * it shows none.
 */
record MatchedBy(String schema, String function, String key) {

    static final String TAG = "matchedBy";
    private static final Pattern FORM = Pattern.compile("([^\\s.]+)\\.([^\\s.]+)\\s+(\\S+)");

    /** Empty where the column has no such tag, or one that says something else. */
    static Optional<MatchedBy> of(Column column) {
        return column.tags()
                .first(TAG)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(said -> new MatchedBy(said.group(1), said.group(2), said.group(3)));
    }

    Condition finds(String alias, TextSearch search) {
        return DSL.condition(
                "{0} = any(array(select {1}({2})))",
                Expressions.column(alias, key), DSL.name(schema, function), search.query());
    }
}
