package io.weft.postgres.catalog;

/** The type of a column. */
public sealed interface ColumnType {

    record Scalar(ScalarKind kind) implements ColumnType {}

    /** An array of one dimension. */
    record Array(ScalarKind element) implements ColumnType {}

    /** pgvector's vector; dimension 0 where none is declared. */
    record Vector(int dimension) implements ColumnType {}

    /** Any other type, published as the text PostgreSQL writes for it. */
    record Other(String name) implements ColumnType {}

    /** How SQL names the type. */
    default String sql() {
        return switch (this) {
            case Scalar(ScalarKind kind) -> kind.sql();
            case Array(ScalarKind element) -> element.sql() + "[]";
            case Vector(int dimension) -> dimension == 0 ? "vector" : "vector(" + dimension + ")";
            case Other(String name) -> name;
        };
    }

    static ColumnType of(ScalarKind kind) {
        return new Scalar(kind);
    }
}
