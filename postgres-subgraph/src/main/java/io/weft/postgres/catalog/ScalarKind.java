package io.weft.postgres.catalog;

/** The types of single values that are published with their own GraphQL type. */
public enum ScalarKind {
    TEXT("text"),
    INTEGER("integer"),
    BIGINT("bigint"),
    DOUBLE("double precision"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIMESTAMPTZ("timestamp with time zone"),
    UUID("uuid"),
    JSONB("jsonb");

    private final String sql;

    ScalarKind(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }
}
