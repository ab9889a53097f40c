package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;

/** Which GraphQL type a column has. */
public final class GraphQlTypes {

    private GraphQlTypes() {}

    /** The name of the scalar; for an array, of its elements. */
    public static String nameOf(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> nameOf(kind);
            case ColumnType.Array(ScalarKind element) -> nameOf(element);
            case ColumnType.Vector _ -> "Vector";
            case ColumnType.Other _ -> "String";
        };
    }

    private static String nameOf(ScalarKind kind) {
        return switch (kind) {
            case TEXT -> "String";
            case INTEGER -> "Int";
            case BIGINT -> "Long";
            case DOUBLE -> "Float";
            case BOOLEAN -> "Boolean";
            case DATE -> "Date";
            case TIMESTAMPTZ -> "DateTime";
            case UUID -> "UUID";
            case JSONB -> "JSON";
        };
    }

    /** The type of a field as SDL writes it. */
    static String output(PublishedField.ColumnField field) {
        String type = field.column().type() instanceof ColumnType.Array ? "[" + field.type() + "]" : field.type();
        return field.nonNull() ? type + "!" : type;
    }
}
