package io.weft.postgres.schema;

import io.weft.postgres.catalog.ForeignKey;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fields that lead along foreign keys. {@code part.item_id} gives a part its {@code item}; an item gets {@code part}, the rows that
 * refer to it. Where two keys lead from one table to the other, or a column has the name, the columns are part of it:
 * {@code partByMadeOfId}.
 */
final class RelatedTables {

    private static final Set<Use> ALL = EnumSet.allOf(Use.class);

    private final List<Table> tables;
    private final List<Source> sources;

    RelatedTables(List<Table> tables) {
        this.tables = tables;
        this.sources = tables.stream()
                .filter(table -> !table.foreignKeys().isEmpty())
                .map(table -> new Source(table, keys(table)))
                .toList();
    }

    /** A table and what its rows refer to. */
    private record Source(Table table, List<ForeignKey> keys) {}

    /** What the table's comment says of foreign keys that lead to no column. */
    List<String> unknown(Table table) {
        List<String> known = table.foreignKeys().stream()
                .filter(key -> target(table, key).isPresent())
                .map(ForeignKey::name)
                .toList();
        return table.tags().all("foreignKey").stream()
                .filter(key -> !known.contains(key))
                .toList();
    }

    /** Two constraints that say the same are one relation. */
    private static List<ForeignKey> keys(Table table) {
        List<ForeignKey> keys = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (keys.stream()
                    .noneMatch(other -> other.target().equals(key.target())
                            && other.columns().equals(key.columns())
                            && other.targetColumns().equals(key.targetColumns()))) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Where a key leads, if that is published and all columns are there. */
    private Optional<Table> target(Table table, ForeignKey key) {
        return tables.stream()
                .filter(target -> target.name().equals(key.target()))
                .filter(target -> key.columns().stream()
                                .allMatch(column -> table.find(column).isPresent())
                        && key.targetColumns().stream()
                                .allMatch(column -> target.find(column).isPresent()))
                .findFirst();
    }

    /** @param taken the names of the table's columns */
    List<PublishedField> of(Table table, List<String> taken) {
        List<PublishedField> fields = new ArrayList<>();
        for (ForeignKey key : keys(table)) {
            target(table, key)
                    .ifPresent(target -> fields.add(new ToOneField(
                            free(forward(key, target), key, taken, fields),
                            null,
                            PublishTables.typeName(target),
                            joins(key.columns(), key.targetColumns()),
                            ALL)));
        }
        for (Source source : sources) {
            for (ForeignKey key : source.keys) {
                if (key.target().equals(table.name())
                        && target(source.table, key).isPresent()) {
                    String name = uncapitalized(source.table);
                    boolean alone = source.keys.stream()
                                    .filter(other -> other.target().equals(table.name()))
                                    .count()
                            == 1;
                    fields.add(backward(source.table, key, alone ? free(name, key, taken, fields) : name + by(key)));
                }
            }
        }
        return fields;
    }

    private static PublishedField backward(Table source, ForeignKey key, String name) {
        String type = PublishTables.typeName(source);
        List<Join> joins = joins(key.targetColumns(), key.columns());
        return source.isUniqueReference(key.columns())
                ? new ToOneField(name, null, type, joins, ALL)
                : new ToManyField(name, null, type, joins, ALL);
    }

    private static String forward(ForeignKey key, Table target) {
        String column = key.columns().getFirst();
        return key.columns().size() == 1 && column.endsWith("_id")
                ? Names.camel(column.substring(0, column.length() - "_id".length()))
                : uncapitalized(target);
    }

    private static String uncapitalized(Table table) {
        String name = PublishTables.typeName(table);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String free(String name, ForeignKey key, List<String> taken, List<PublishedField> fields) {
        boolean used = taken.contains(name)
                || fields.stream().anyMatch(field -> field.name().equals(name));
        return used ? name + by(key) : name;
    }

    private static String by(ForeignKey key) {
        return key.columns().stream().map(Names::pascal).collect(Collectors.joining("And", "By", ""));
    }

    private static List<Join> joins(List<String> columns, List<String> targets) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new Join(columns.get(i), targets.get(i)))
                .toList();
    }
}
