package io.weft.postgres.catalog;

import java.util.List;

/** A foreign key: {@code columns} refer, in this order, to {@code targetColumns} of {@code target}. */
public record ForeignKey(String name, List<String> columns, TableName target, List<String> targetColumns) {
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
        if (columns.size() != targetColumns.size()) {
            throw new IllegalArgumentException("foreign key " + name + " has " + columns.size() + " columns but "
                    + targetColumns.size() + " target columns");
        }
    }
}
