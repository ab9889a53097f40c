package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the values that go with it.
 *
 * @param text with $1, $2, … where the values belong
 * @param binds the values in their order, null for NULL
 */
public record Sql(String text, List<@Nullable Object> binds) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** A statement without values. */
    public static Sql of(String text) {
        return new Sql(text, List.of());
    }

    /** A statement with values, in the order of $1, $2, … */
    public static Sql of(String text, @Nullable Object... binds) {
        return new Sql(text, Collections.unmodifiableList(Arrays.asList(binds)));
    }

    Pipeline.Statement pipelined() {
        return new Pipeline.Statement(text, binds);
    }

    /** The statement that asks how this one would be run. */
    public Sql explained() {
        return new Sql("EXPLAIN (FORMAT JSON) " + text, binds);
    }

    /** A name as an identifier, always quoted. */
    public static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A text as a literal, for the few statements (DDL, settings) that take no values. */
    public static String literal(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL's text cannot hold the character U+0000");
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : " E" + quoted.replace("\\", Matcher.quoteReplacement("\\\\"));
    }

    /** Whether a name needs no quotes. */
    public static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }
}
