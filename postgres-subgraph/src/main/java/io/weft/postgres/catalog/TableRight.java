package io.weft.postgres.catalog;

/** What who read the catalog may do with a table's rows besides reading them, where the table allows it at all. */
public enum TableRight {
    INSERT,
    UPDATE,
    DELETE
}
