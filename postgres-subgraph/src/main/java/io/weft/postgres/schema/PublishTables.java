package io.weft.postgres.schema;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A catalog in, all its tables published: a type per table, a connection over its rows, a lookup and a federation key per key, and
 * both ends of every foreign key. Tables and columns are tagged in their comments: {@code @omit} leaves one out,
 * {@code @omit filter} and {@code @omit order} leave one out of that, {@code @name} calls it otherwise, and {@code @writable} lets its rows
 * be written.
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

    /** A table that cannot be published beside those before it. */
    private record InTheWay(int at, Unpublishable why) {}

    private final List<String> notes = new ArrayList<>();
    private final PublicationSettings settings;
    private final List<Table> tables;
    private final RelatedTables relations;

    private PublishTables(Catalog catalog, PublicationSettings settings) {
        this.settings = settings;
        this.tables = catalog.tables().stream().filter(this::isPublished).toList();
        this.relations = new RelatedTables(tables);
    }

    /** A table that would take a name from one before it, or has none that GraphQL allows, is left out: the others are published. */
    public static Result publish(Catalog catalog) {
        return publish(catalog, PublicationSettings.of(List.of()));
    }

    /** @param settings what they say of tables counts more than the comments */
    public static Result publish(Catalog catalog, PublicationSettings settings) {
        List<Table> tables = new ArrayList<>(catalog.tables());
        List<String> collisions = new ArrayList<>();
        while (true) {
            try {
                Result result = all(new Catalog(tables), settings);
                collisions.addAll(result.notes());
                return new Result(result.publication(), collisions);
            } catch (Unpublishable last) {
                InTheWay first = firstInTheWay(tables, settings, last);
                Table left = tables.remove(first.at);
                collisions.add("table " + left.name() + " is not published: " + first.why.getMessage());
            }
        }
    }

    /** Fewer tables have fewer names, so the first whose names are taken is found by halving. */
    private static InTheWay firstInTheWay(List<Table> tables, PublicationSettings settings, Unpublishable last) {
        Unpublishable why = last;
        int fine = 0;
        int many = tables.size();
        while (fine + 1 < many) {
            int middle = (fine + many) >>> 1;
            try {
                all(new Catalog(tables.subList(0, middle)), settings);
                fine = middle;
            } catch (Unpublishable earlier) {
                why = earlier;
                many = middle;
            }
        }
        return new InTheWay(many - 1, why);
    }

    private static Result all(Catalog catalog, PublicationSettings settings) {
        PublishTables publish = new PublishTables(catalog, settings);
        List<ObjectType> types = new ArrayList<>();
        List<Root> roots = new ArrayList<>();
        List<Write> writes = new ArrayList<>();
        for (Table table : publish.tables) {
            ObjectType type = publish.type(table);
            types.add(type);
            if (type.operations().contains(Operation.LIST)) {
                roots.add(new Root.Connection(root(table), type.name(), table.comment()));
            }
            if (type.operations().contains(Operation.LOOKUP)) {
                type.keys()
                        .forEach(
                                key -> roots.add(new Root.Lookup(root(table) + by(type, key), type.name(), key, null)));
            }
            writes.addAll(publish.writes(type));
        }
        return new Result(new Publication(types, roots, writes), publish.notes);
    }

    static String by(ObjectType type, String key) {
        return "By" + capitalized(ObjectType.keyName(type.keyFields(key)));
    }

    private List<Write> writes(ObjectType type) {
        List<Write> writes = new ArrayList<>();
        String name = type.name();
        boolean insertable = isTaken(type, Use.INSERT, Operation.INSERT);
        boolean updatable = isTaken(type, Use.UPDATE, Operation.UPDATE, Operation.UPDATE_MANY);
        if (type.operations().contains(Operation.INSERT) && insertable) {
            writes.add(new Write.Insert("insert" + name, name));
            writes.add(new Write.InsertMany("insertMany" + name, name));
        }
        boolean decided = !type.arbiters().isEmpty() && insertable && updatable;
        if (type.operations().contains(Operation.UPSERT) && decided) {
            writes.add(new Write.Upsert("upsert" + name, name));
            writes.add(new Write.UpsertMany("upsertMany" + name, name));
        }
        if (type.operations().contains(Operation.UPDATE) && updatable) {
            type.keys().forEach(key -> writes.add(new Write.Update("update" + name + by(type, key), name, key)));
        }
        if (type.operations().contains(Operation.UPDATE_MANY) && updatable) {
            writes.add(new Write.UpdateMany("updateMany" + name, name));
        }
        if (type.operations().contains(Operation.DELETE)) {
            type.keys().forEach(key -> writes.add(new Write.Delete("delete" + name + by(type, key), name, key)));
        }
        if (type.operations().contains(Operation.DELETE_MANY)) {
            writes.add(new Write.DeleteMany("deleteMany" + name, name));
        }
        return writes;
    }

    /** Whether some column takes a value: GraphQL has no input without fields. */
    private boolean isTaken(ObjectType type, Use use, Operation... operations) {
        boolean taken = !type.writable(use).isEmpty();
        if (!taken && Arrays.stream(operations).anyMatch(type.operations()::contains)) {
            notes.add("table " + type.table().name() + " is published without "
                    + use.name().toLowerCase(Locale.ROOT) + ": none of its columns takes a value");
        }
        return taken;
    }

    private boolean isPublished(Table table) {
        TableAccess access = new TableAccess(table, settings);
        if (!access.isPublished()) {
            return false;
        }
        Optional<String> obstacle = obstacle(table, access);
        obstacle.ifPresent(why -> notes.add("table " + table.name() + " is not published: " + why));
        return obstacle.isEmpty();
    }

    private static Optional<String> obstacle(Table table, TableAccess access) {
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
        return table.columns().stream().allMatch(access::isOmitted)
                ? Optional.of("all its columns are tagged @omit. Tag the table instead, or publish one of them")
                : Optional.empty();
    }

    /** The GraphQL name of a table's type. */
    static String typeName(Table table) {
        String name = table.tags()
                .first("name")
                .orElseGet(() -> Names.pascal(table.name().name()));
        InvalidName.refuse(name, "the type of table " + table.name());
        return name;
    }

    private static String root(Table table) {
        String name = typeName(table);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private ObjectType type(Table table) {
        List<PublishedField> fields = new ArrayList<>();
        TableAccess access = new TableAccess(table, settings);
        for (Column column : table.columns()) {
            boolean omitted = access.isOmitted(column);
            if (!omitted && !column.readable()) {
                notes.add("column " + table.name() + "." + column.name()
                        + " is not published: the service's role may not read it. Grant it SELECT, or tag it: @omit");
            } else if (!omitted) {
                ColumnField field = field(table, column, access);
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
        return new ObjectType(
                typeName(table), table.comment(), table, fields, keys(table, fields), access.operations(notes));
    }

    private ColumnField field(Table table, Column column, TableAccess access) {
        if (column.type().innermost() instanceof ColumnType.Other(String name)) {
            notes.add("column " + table.name() + "." + column.name() + " is shown as text: of its type " + name
                    + " nothing is known here");
        }
        ColumnField field = ColumnField.of(column);
        return field.named(column.tags().first("name").orElse(field.name())).usable(access.uses(column));
    }

    /** The primary key and every other key of columns that cannot be null, as far as they are published. */
    private static List<String> keys(Table table, List<PublishedField> fields) {
        List<List<String>> candidates = new ArrayList<>(List.of(table.primaryKey()));
        table.uniqueKeys().stream()
                .sorted(Comparator.<List<String>>comparingInt(List::size).thenComparing(String::valueOf))
                .forEach(candidates::add);
        List<String> keys = new ArrayList<>();
        for (List<String> candidate : candidates) {
            List<String> names = candidate.stream()
                    .flatMap(column -> keyField(column, fields).stream())
                    .toList();
            boolean unique = candidate.equals(table.primaryKey()) || table.isUnique(candidate);
            String key = String.join(" ", names);
            if (unique && names.size() == candidate.size() && !keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Optional<String> keyField(String column, List<PublishedField> fields) {
        return fields.stream()
                .filter(field -> field instanceof ColumnField published
                        && published.column().name().equals(column)
                        && (published.column().type().plain() instanceof ColumnType.Scalar
                                || published.column().type().plain() instanceof ColumnType.Enumeration))
                .map(PublishedField::name)
                .findFirst();
    }

    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
