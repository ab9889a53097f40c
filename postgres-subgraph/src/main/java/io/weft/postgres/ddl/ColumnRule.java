package io.weft.postgres.ddl;

/**
 * What the values of a column must be.
 *
 * @param name      short, such as {@code min_value}
 * @param condition SQL with every literal quoted
 * @param allowed   the same for people, as it follows "must be", such as {@code at least 0}
 */
public record ColumnRule(String name, String condition, String allowed) {

    private static final int LONGEST_NAME = 63;

    /** The name of the constraint that holds a column to it. */
    public String constraint(String column) {
        return constraint(column, name);
    }

    static String constraint(String column, String rule) {
        int room = LONGEST_NAME - rule.length() - 1;
        return (column.length() > room ? column.substring(0, room) : column) + "_" + rule;
    }
}
