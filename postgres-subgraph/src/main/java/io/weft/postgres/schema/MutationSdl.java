package io.weft.postgres.schema;

import static io.weft.postgres.schema.Definitions.description;
import static io.weft.postgres.schema.Definitions.field;

import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that write rows, and their inputs. */
final class MutationSdl {

    private final Publication publication;
    private final Definitions definitions;
    private final ValueTypeSdl values;
    private final ConnectionSdl connections;

    MutationSdl(Publication publication, Definitions definitions, ValueTypeSdl values, ConnectionSdl connections) {
        this.publication = publication;
        this.definitions = definitions;
        this.values = values;
        this.connections = connections;
    }

    /** A field of Mutation. */
    String of(Write write) {
        ObjectType type = publication.type(write.typeName());
        String name = type.name();
        return switch (write) {
            case Write.Insert _ -> field("A new row.", write.name() + "(values: " + insert(type) + "!)", name);
            case Write.InsertMany _ ->
                field(
                        "New rows: all of them, or none.",
                        write.name() + "(values: [" + insert(type) + "!]!)",
                        "[" + name + "!]");
            case Write.Upsert _ ->
                field(
                        "A new row, or a change of the one that is there by this key: of the columns named in update, or else of all that have values here and are not the key.",
                        write.name() + "(values: " + insert(type) + "!, " + conflict(type) + ")",
                        name);
            case Write.UpsertMany _ ->
                field(
                        "New rows, or changes of those that are there by this key: all of them, or none.",
                        write.name() + "(values: [" + insert(type) + "!]!, " + conflict(type) + ")",
                        "[" + name + "!]");
            case Write.Update update ->
                field(
                        "A change of the row with this key; an error where there is none.",
                        write.name() + "(" + arguments(type, update.key()) + ", set: " + update(type) + "!)",
                        name);
            case Write.UpdateMany _ ->
                field(
                        "A change of all rows that meet the filter; if they are more than atMost, of none.",
                        write.name() + "(filter: " + connections.filter(name) + "!, set: " + update(type)
                                + "!, atMost: Int!)",
                        written(name));
            case Write.Delete delete ->
                field(
                        "The end of the row with this key, answered as it was; an error where there is none.",
                        write.name() + "(" + arguments(type, delete.key()) + ")",
                        name);
            case Write.DeleteMany _ ->
                field(
                        "The end of all rows that meet the filter, answered as they were; if they are more than atMost, of none.",
                        write.name() + "(filter: " + connections.filter(name) + "!, atMost: Int!)",
                        written(name));
        };
    }

    /** A key's columns as arguments. */
    static String arguments(ObjectType type, String key) {
        return type.keyFields(key).stream()
                .map(field -> field.name() + ": " + field.type() + "!")
                .collect(Collectors.joining(", "));
    }

    private String insert(ObjectType type) {
        String name = type.name() + "Insert";
        if (definitions.claim(name)) {
            StringBuilder sdl = new StringBuilder("\"A new row; what is left out gets its default, or null.\"\n")
                    .append("input " + name + " {\n");
            for (ColumnField column : type.writable(Use.INSERT)) {
                values.need(column.column().type());
                boolean needed = !column.column().nullable()
                        && !column.column().writing().filled();
                sdl.append(field(
                        meaning(column),
                        column.name(),
                        GraphQlTypes.stored(column.column().type(), column.type()) + (needed ? "!" : "")));
            }
            definitions.put(name, sdl.append("}\n").toString());
        }
        return name;
    }

    /** What a column is, and what it is where nothing is said. */
    private static @Nullable String meaning(ColumnField column) {
        String byDefault = column.column().writing().byDefault();
        if (byDefault == null) {
            return column.description();
        }
        String left = "Left out, it is " + byDefault + ".";
        return column.description() == null ? left : column.description() + "\n" + left;
    }

    private String update(ObjectType type) {
        String name = type.name() + "Update";
        if (definitions.claim(name)) {
            StringBuilder sdl = new StringBuilder("\"A change; what is left out stays as it is.\"\n")
                    .append("input " + name + " {\n");
            for (ColumnField column : type.writable(Use.UPDATE)) {
                values.need(column.column().type());
                sdl.append(field(
                        column.description(),
                        column.name(),
                        GraphQlTypes.stored(column.column().type(), column.type())));
            }
            definitions.put(name, sdl.append("}\n").toString());
        }
        return name;
    }

    private String conflict(ObjectType type) {
        String key = type.name() + "UniqueKey";
        if (definitions.claim(key)) {
            StringBuilder sdl = new StringBuilder("\"What tells whether a row is there already.\"\n")
                    .append("enum " + key + " {\n");
            type.arbiters().keySet().forEach(name -> sdl.append("  " + name + "\n"));
            definitions.put(key, sdl.append("}\n").toString());
        }
        String columns = type.name() + "UpdatableColumn";
        if (definitions.claim(columns)) {
            StringBuilder sdl = new StringBuilder("enum " + columns + " {\n");
            type.writable(Use.UPDATE)
                    .forEach(column -> sdl.append(description(column.description(), "  "))
                            .append("  ")
                            .append(column.name())
                            .append("\n"));
            definitions.put(columns, sdl.append("}\n").toString());
        }
        return "by: " + key + "!, update: [" + columns + "!]";
    }

    private String written(String type) {
        String name = type + "Written";
        if (definitions.claim(name)) {
            definitions.put(name, """
                    "What a change of many rows came to."
                    type %1$sWritten {
                      "How many rows there were."
                      count: Int!
                      "All of them, in the order of their primary key."
                      nodes: [%1$s!]!
                    }
                    """.formatted(type));
        }
        return name;
    }
}
