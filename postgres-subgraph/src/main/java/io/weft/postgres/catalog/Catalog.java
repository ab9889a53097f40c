package io.weft.postgres.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All tables of some schemas at one moment, ordered by name. */
public record Catalog(List<Table> tables) {

    public Catalog {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
    }

    public Optional<Table> find(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** @throws IllegalArgumentException if there is no such table */
    public Table table(String schema, String name) {
        TableName wanted = new TableName(schema, name);
        return find(wanted).orElseThrow(() -> new IllegalArgumentException("there is no table " + wanted));
    }
}
