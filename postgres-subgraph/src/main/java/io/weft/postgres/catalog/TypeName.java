package io.weft.postgres.catalog;

import io.weft.postgres.session.Sql;

/** A type's name with its schema. */
public record TypeName(String schema, String name) {

    /** Quoted, for a statement. */
    public String sql() {
        return Sql.quote(schema) + "." + Sql.quote(name);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
