package io.weft.postgres.schema;

import org.jspecify.annotations.Nullable;

/** A field of Query that the library answers. */
public sealed interface Root {

    String name();

    String typeName();

    @Nullable String description();

    /** All rows, to filter, order and page. */
    record Connection(
            String name, String typeName, @Nullable String description) implements Root {}

    /** The row with this key, null where there is none. The argument is named as the key field. */
    record Lookup(
            String name,
            String typeName,
            String keyField,
            @Nullable String description) implements Root {}
}
