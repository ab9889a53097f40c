package io.weft.postgres.schema;

/** A field of Mutation that the library answers. */
public sealed interface Write {

    String name();

    String typeName();

    /** One new row. */
    record Insert(String name, String typeName) implements Write {}

    /** A list of new rows. */
    record InsertMany(String name, String typeName) implements Write {}

    /** One new row, or a change of the one that has the same key. */
    record Upsert(String name, String typeName) implements Write {}

    /** The same of a list. */
    record UpsertMany(String name, String typeName) implements Write {}

    /** A change of the row with this key; {@code key} is one of the type's. */
    record Update(String name, String typeName, String key) implements Write {}

    /** A change of all rows that meet a filter. */
    record UpdateMany(String name, String typeName) implements Write {}

    /** The end of the row with this key. */
    record Delete(String name, String typeName, String key) implements Write {}

    /** The end of all rows that meet a filter. */
    record DeleteMany(String name, String typeName) implements Write {}
}
