package io.weft.postgres.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 *
 * @param columns    what it is about, in its order; empty for a check of no column
 * @param definition as SQL declares it: {@code CHECK ((pages > 0))}
 * @param comment    what COMMENT ON CONSTRAINT says to people
 * @param immediate  whether it holds after every statement; one that may be deferred decides no upsert
 * @param partitions what it is called where a partition keeps it, its table's or the one it refers to: errors name those
 */
public record TableRule(
        String name,
        Kind kind,
        List<String> columns,
        String definition,
        @Nullable String comment,
        boolean immediate,
        Set<OfPartition> partitions) {

    /** A partition's own part of a constraint. */
    public record OfPartition(TableName table, String name) {}

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
        partitions = Set.copyOf(partitions);
    }
}
