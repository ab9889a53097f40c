package io.weft.postgres.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table, or what can be read like one.
 *
 * @param comment     what COMMENT ON TABLE says to people, null if there is none
 * @param columns     in their order
 * @param primaryKey  its columns, empty if there is none
 * @param uniqueKeys  the columns of every other unique constraint
 * @param foreignKeys by name
 * @param tags        what the comment says to us
 * @param rules       all constraints, by name
 * @param rights      what may be done with its rows besides reading them
 * @param rowSecurity whether row-level security decides which rows there are
 * @param ownRows     whether only a transaction of this server can change what is read of it: it is no view, and no part of it is in another server
 */
public record Table(
        TableName name,
        @Nullable String comment,
        List<Column> columns,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        List<ForeignKey> foreignKeys,
        Tags tags,
        List<TableRule> rules,
        Set<TableRight> rights,
        boolean rowSecurity,
        boolean ownRows) {

    /** A table that is only read. */
    public Table(
            TableName name,
            @Nullable String comment,
            List<Column> columns,
            List<String> primaryKey,
            List<List<String>> uniqueKeys,
            List<ForeignKey> foreignKeys,
            Tags tags) {
        this(name, comment, columns, primaryKey, uniqueKeys, foreignKeys, tags, List.of(), Set.of(), false, true);
    }

    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
        foreignKeys = List.copyOf(foreignKeys);
        rules = List.copyOf(rules);
        rights = Set.copyOf(rights);
    }

    public Optional<Column> find(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst();
    }

    /** @throws IllegalArgumentException if there is no such column */
    public Column column(String column) {
        return find(column)
                .orElseThrow(() -> new IllegalArgumentException("table " + name + " has no column \"" + column + "\""));
    }

    /** The constraint of this name. */
    public Optional<TableRule> rule(String rule) {
        return rules.stream().filter(candidate -> candidate.name().equals(rule)).findFirst();
    }

    /** The constraint of which a partition keeps this one. */
    public Optional<TableRule> rule(TableRule.OfPartition part) {
        return rules.stream()
                .filter(candidate -> candidate.partitions().contains(part))
                .findFirst();
    }

    /** Whether no two rows refer by these columns to the same: who has a null there refers to nothing. */
    public boolean isUniqueReference(List<String> columns) {
        return isUnique(columns) || uniqueKeys.stream().anyMatch(columns::containsAll);
    }

    /** Whether no two rows have the same values, none of them null, in these columns. */
    public boolean isUnique(List<String> key) {
        return !primaryKey.isEmpty() && key.containsAll(primaryKey)
                || uniqueKeys.stream()
                        .anyMatch(unique -> key.containsAll(unique)
                                && unique.stream()
                                        .noneMatch(column -> column(column).nullable()));
    }
}
