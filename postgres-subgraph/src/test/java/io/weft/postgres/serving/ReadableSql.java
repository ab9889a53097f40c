package io.weft.postgres.serving;

import io.weft.postgres.session.Sql;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement as a golden file has it: a line per clause, indented by its depth, and its values below. */
final class ReadableSql {

    private static final Pattern CLAUSE = Pattern.compile(
            "(?i) (?=(from|where|join|left outer join|order by|group by|having|fetch next|limit|offset|and|or) )");

    private ReadableSql() {}

    static String of(Sql sql) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        int at = 0;
        for (String line : CLAUSE.split(sql.text())) {
            text.append(at++ == 0 ? "" : "\n").append("  ".repeat(depth)).append(line);
            depth = Math.max(
                    0,
                    depth
                            + (int) line.chars().filter(c -> c == '(').count()
                            - (int) line.chars().filter(c -> c == ')').count());
        }
        int number = 1;
        for (@Nullable Object value : sql.binds()) {
            text.append("\n-- $")
                    .append(number++)
                    .append(": ")
                    .append(value instanceof Object[] many ? Arrays.toString(many) : value);
        }
        return text.append("\n").toString();
    }
}
