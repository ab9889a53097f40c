package io.weft.postgres.schema;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A catalog in, all its tables published: a type per table, a connection over its rows, a lookup and a federation key per key of one
 * column, and both ends of every foreign key. Tables and columns are tagged in their comments: {@code @omit} leaves one out,
 * {@code @omit filter} and {@code @omit order} leave one out of that, {@code @name} calls it otherwise.
 */
public final class PublishTables {

    /**
     * What is published, and what is not.
     *
     * @param notes what does not appear or appears as text only, and why, a sentence each
     */
    public record Result(Publication publication, List<String> notes) {
        public Result {
            notes = List.copyOf(notes);
        }
    }

    private final List<String> notes = new ArrayList<>();
    private final List<Table> tables;
    private final RelatedTables relations;

    private PublishTables(Catalog catalog) {
        this.tables = catalog.tables().stream().filter(this::isPublished).toList();
        this.relations = new RelatedTables(tables);
    }

    public static Result publish(Catalog catalog) {
        PublishTables publish = new PublishTables(catalog);
        List<ObjectType> types = new ArrayList<>();
        List<Root> roots = new ArrayList<>();
        for (Table table : publish.tables) {
            ObjectType type = publish.type(table);
            types.add(type);
            roots.add(new Root.Connection(root(table), type.name(), table.comment()));
            type.keys()
                    .forEach(key ->
                            roots.add(new Root.Lookup(root(table) + "By" + capitalized(key), type.name(), key, null)));
        }
        return new Result(new Publication(types, roots), publish.notes);
    }

    private boolean isPublished(Table table) {
        if (isOmitted(table.tags().all("omit"))) {
            return false;
        }
        Optional<String> obstacle = obstacle(table);
        obstacle.ifPresent(why -> notes.add("table " + table.name() + " is not published: " + why));
        return obstacle.isEmpty();
    }

    private static Optional<String> obstacle(Table table) {
        List<String> key = table.primaryKey();
        if (key.isEmpty()) {
            return Optional.of(
                    "it has no primary key. Give it one, or name the columns that tell its rows apart in its comment:"
                            + " @key id");
        }
        for (String column : key) {
            Optional<Column> found = table.find(column);
            if (found.isEmpty()) {
                return Optional.of("its comment has the tag @key " + String.join(", ", key)
                        + ", but there is no column \"" + column + "\"");
            }
            if (!found.get().readable()) {
                return Optional.of("the service's role may not read its key. Grant it SELECT, or tag the table: @omit");
            }
        }
        return Optional.empty();
    }

    /** The GraphQL name of a table's type. */
    static String typeName(Table table) {
        return table.tags()
                .first("name")
                .orElseGet(() -> Names.pascal(table.name().name()));
    }

    private static String root(Table table) {
        String name = typeName(table);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private ObjectType type(Table table) {
        List<PublishedField> fields = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean omitted = isOmitted(column.tags().all("omit"));
            if (!omitted && !column.readable()) {
                notes.add("column " + table.name() + "." + column.name()
                        + " is not published: the service's role may not read it. Grant it SELECT, or tag it: @omit");
            } else if (!omitted) {
                ColumnField field = field(table, column);
                fields.add(field);
                fields.addAll(MeasureField.of(field));
            }
        }
        relations
                .unknown(table)
                .forEach(
                        key -> notes.add(
                                "the comment of table " + table.name() + " has the tag \"@foreignKey " + key
                                        + "\", which leads nowhere. It should look like: @foreignKey (author) references shop.people (id)"));
        fields.addAll(
                relations.of(table, fields.stream().map(PublishedField::name).toList()));
        return new ObjectType(typeName(table), table.comment(), table, fields, keys(table, fields));
    }

    private ColumnField field(Table table, Column column) {
        if (column.type().innermost() instanceof ColumnType.Other(String name)) {
            notes.add("column " + table.name() + "." + column.name() + " is shown as text: of its type " + name
                    + " nothing is known here");
        }
        ColumnField field = ColumnField.of(column);
        Set<Use> uses = EnumSet.allOf(Use.class);
        column.tags().all("omit").forEach(what -> {
            if (what.contains("filter")) {
                uses.remove(Use.FILTER);
            }
            if (what.contains("order")) {
                uses.remove(Use.SORT);
            }
        });
        return field.named(column.tags().first("name").orElse(field.name())).usable(uses);
    }

    private static boolean isOmitted(List<String> omissions) {
        return omissions.contains("");
    }

    /** The keys of one column each, the primary one first. */
    private static List<String> keys(Table table, List<PublishedField> fields) {
        List<String> keys = new ArrayList<>();
        for (PublishedField field : fields) {
            if (field instanceof ColumnField column
                    && column.column().type().plain() instanceof ColumnType.Scalar
                    && table.isUnique(List.of(column.column().name()))) {
                boolean primary = table.primaryKey().contains(column.column().name());
                keys.add(primary ? 0 : keys.size(), column.name());
            }
        }
        return keys;
    }

    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
