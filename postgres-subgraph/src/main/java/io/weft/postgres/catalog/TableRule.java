package io.weft.postgres.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 *
 * @param columns    what it is about, in its order; empty for a check of no column
 * @param definition as SQL declares it: {@code CHECK ((pages > 0))}
 * @param comment    what COMMENT ON CONSTRAINT says to people
 * @param immediate  whether it holds after every statement; one that may be deferred decides no upsert
 */
public record TableRule(
        String name,
        Kind kind,
        List<String> columns,
        String definition,
        @Nullable String comment,
        boolean immediate) {

    /** The kinds of constraints. */
    public enum Kind {
        PRIMARY,
        UNIQUE,
        FOREIGN,
        CHECK,
        EXCLUSION;

        static Kind of(String contype) {
            return switch (contype) {
                case "p" -> PRIMARY;
                case "u" -> UNIQUE;
                case "f" -> FOREIGN;
                case "x" -> EXCLUSION;
                default -> CHECK;
            };
        }
    }

    public TableRule {
        columns = List.copyOf(columns);
    }
}
