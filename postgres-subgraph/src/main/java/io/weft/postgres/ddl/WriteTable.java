package io.weft.postgres.ddl;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Typed columns in, DDL out, with grants and row rules. Every name is quoted, every literal escaped. */
public final class WriteTable {

    private static final String ORDERED = "btree";
    /** Of four bytes each, so that an index row with its owner fits into the 2,704 bytes that a B-tree takes. */
    private static final int LONGEST_ORDERED = 300;

    private final TableName table;
    private final ParentRow parent;
    private final String serviceRole;

    public WriteTable(TableName table, ParentRow parent, String serviceRole) {
        this.table = table;
        this.parent = parent;
        this.serviceRole = serviceRole;
    }

    /**
     * A new table.
     *
     * @param first   columns and constraints before the typed ones, as CREATE TABLE has them
     * @param comment what the table holds, null if nothing is said
     */
    public List<String> create(List<String> first, List<TypedColumn> columns, @Nullable String comment) {
        StringJoiner body = new StringJoiner(",\n  ", "CREATE TABLE " + table.sql() + " (\n  ", "\n)");
        first.forEach(body::add);
        body.add(parent.number() + " bigint NOT NULL");
        body.add(parent.srn() + " text NOT NULL");
        body.add(parent.readableFrom() + " timestamptz NOT NULL");
        body.add(parent.owner() + " text NOT NULL");
        columns.forEach(column -> body.add(definition(column)));
        body.add(
                "CONSTRAINT " + Sql.quote(ColumnRule.constraint("parent", "fkey")) + " FOREIGN KEY (" + parent.columns()
                        + ") REFERENCES " + parent.table().sql()
                        + " (number, srn, readable_from, owner) ON UPDATE CASCADE ON DELETE CASCADE");
        List<String> statements = new ArrayList<>(List.of(body.toString()));
        comment(statements, "TABLE " + table.sql(), comment);
        columns.forEach(column -> furnish(statements, column));
        statements.addAll(access());
        return statements;
    }

    /** One more column of a table with rows; it cannot be required. */
    public List<String> add(TypedColumn column) {
        List<String> statements =
                new ArrayList<>(List.of("ALTER TABLE " + table.sql() + " ADD COLUMN " + definition(column)));
        furnish(statements, column);
        return statements;
    }

    private String definition(TypedColumn column) {
        StringBuilder sql = new StringBuilder(Sql.quote(column.name()))
                .append(" ")
                .append(column.type().sql())
                .append(column.required() ? " NOT NULL" : "");
        for (ColumnRule rule : column.rules()) {
            sql.append(" CONSTRAINT ")
                    .append(Sql.quote(rule.constraint(column.name())))
                    .append(" CHECK (")
                    .append(rule.condition())
                    .append(")");
        }
        return sql.toString();
    }

    private void furnish(List<String> statements, TypedColumn column) {
        comment(statements, "COLUMN " + table.sql() + "." + Sql.quote(column.name()), column.comment());
        method(column).map(method -> index(column, method)).ifPresent(statements::add);
    }

    /**
     * What has an order is indexed with the entity's key behind it, and with what the row rule asks: so an index alone tells which entities
     * have a value, and gives them in order.
     */
    private String index(TypedColumn column, String method) {
        String indexed = Sql.quote(column.name());
        return "CREATE INDEX ON " + table.sql() + " USING " + method + " ("
                + (method.equals(ORDERED)
                        ? indexed + ", " + parent.number() + ") INCLUDE (" + parent.readableFrom() + ", "
                                + parent.owner()
                        : indexed)
                + ")";
    }

    private static Optional<String> method(TypedColumn column) {
        Integer longest = column.maxLength();
        boolean isShort = longest != null && longest <= LONGEST_ORDERED;
        return method(column.type()).map(method -> isShort && method.equals("hash") ? ORDERED : method);
    }

    private static void comment(List<String> statements, String what, @Nullable String comment) {
        if (comment != null && !comment.isBlank()) {
            statements.add("COMMENT ON " + what + " IS " + Sql.literal(comment));
        }
    }

    /** A B-tree refuses long texts, a hash does not; both answer equality under row-level security. */
    private static Optional<String> method(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> method(kind);
            case ColumnType.Array _ -> Optional.of("gin");
            case ColumnType.Range _, ColumnType.Multirange _ -> Optional.of("gist");
            case ColumnType.Enumeration _ -> Optional.of(ORDERED);
            case ColumnType.Domain domain -> method(domain.base());
            case ColumnType.Vector _, ColumnType.Composite _, ColumnType.Other _ -> Optional.empty();
        };
    }

    private static Optional<String> method(ScalarKind kind) {
        return switch (kind) {
            case TEXT, VARCHAR, CHAR, NAME, CITEXT -> Optional.of("hash");
            case BOOLEAN, JSON, JSONB, XML, BYTEA -> Optional.empty();
            case TSVECTOR -> Optional.of("gin");
            default -> Optional.of(ORDERED);
        };
    }

    private List<String> access() {
        String visible = parent.readableFrom() + " <= now() OR " + parent.owner()
                + " = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20";
        String writable = "(SELECT weft.role_rank()) >= 10 AND (" + parent.owner()
                + " = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)";
        String on = " ON " + table.sql() + " FOR ";
        return List.of(
                "ALTER TABLE " + table.sql() + " ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE " + table.sql() + " FORCE ROW LEVEL SECURITY",
                "CREATE POLICY readable" + on + "SELECT USING (" + visible + ")",
                "CREATE POLICY insertable" + on + "INSERT WITH CHECK (" + writable + ")",
                "CREATE POLICY updatable" + on + "UPDATE USING (" + writable + ") WITH CHECK (" + writable + ")",
                "CREATE POLICY deletable" + on + "DELETE USING (" + writable + ")",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON " + table.sql() + " TO " + Sql.quote(serviceRole));
    }
}
