package io.weft.postgres.catalog;

import io.weft.postgres.session.Sql;

/** A table's name with its schema. */
public record TableName(String schema, String name) implements Comparable<TableName> {

    /** Quoted, for a statement. */
    public String sql() {
        return Sql.quote(schema) + "." + Sql.quote(name);
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
