package io.weft.postgres.sql;

import java.util.List;

/** Which entities match, of those that a service finds by SQL of its own. */
public sealed interface Match {

    /** All that the caller may see. */
    record Every() implements Match {}

    /**
     * Those with these keys.
     *
     * @param keys     a statement of one column, no key twice, none of an entity that the caller may not see
     * @param expected a statement of which about as many rows are expected; it is never run
     */
    record Found(SqlTemplate keys, SqlTemplate expected) implements Match {}

    record All(List<Match> parts) implements Match {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Of no parts none. */
    record Any(List<Match> parts) implements Match {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Match match) implements Match {}
}
