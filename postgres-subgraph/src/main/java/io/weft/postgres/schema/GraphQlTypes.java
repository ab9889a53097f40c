package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.TypeName;
import io.weft.postgres.catalog.VectorKind;

/** Which GraphQL type a column has. */
public final class GraphQlTypes {

    private GraphQlTypes() {}

    /** The name of the type; for an array, of its elements. */
    public static String nameOf(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> nameOf(kind);
            case ColumnType.Array(ColumnType element) -> nameOf(element);
            case ColumnType.Vector(VectorKind kind, int _) -> kind == VectorKind.SPARSEVEC ? "SparseVector" : "Vector";
            case ColumnType.Enumeration enumeration ->
                Names.pascal(enumeration.name().name());
            case ColumnType.Domain(TypeName _, ColumnType base) -> nameOf(base);
            case ColumnType.Range range -> range(range.name());
            case ColumnType.Multirange multirange -> range(multirange.range().name());
            case ColumnType.Composite composite -> Names.pascal(composite.name().name());
            case ColumnType.Other _ -> "String";
        };
    }

    private static String nameOf(ScalarKind kind) {
        return switch (kind) {
            case TEXT, VARCHAR, CHAR, NAME, CITEXT, TSVECTOR, XML -> "String";
            case SMALLINT, INTEGER -> "Int";
            case BIGINT -> "Long";
            case NUMERIC, MONEY -> "Decimal";
            case REAL, DOUBLE -> "Float";
            case BOOLEAN -> "Boolean";
            case UUID -> "UUID";
            case DATE -> "Date";
            case TIME -> "LocalTime";
            case TIMETZ -> "OffsetTime";
            case TIMESTAMP -> "LocalDateTime";
            case TIMESTAMPTZ -> "DateTime";
            case INTERVAL -> "Duration";
            case JSON, JSONB -> "JSON";
            case BYTEA -> "Bytes";
            case INET -> "IpAddress";
            case CIDR -> "IpNetwork";
            case MACADDR, MACADDR8 -> "MacAddress";
            case BIT, VARBIT -> "BitString";
        };
    }

    private static String range(TypeName name) {
        if (!name.schema().equals("pg_catalog")) {
            return Names.pascal(name.name());
        }
        return switch (name.name()) {
            case "int4range" -> "IntRange";
            case "int8range" -> "LongRange";
            case "numrange" -> "DecimalRange";
            case "daterange" -> "DateRange";
            case "tsrange" -> "LocalDateTimeRange";
            case "tstzrange" -> "DateTimeRange";
            default -> Names.pascal(name.name());
        };
    }

    /** How many lists are around it. */
    static int lists(ColumnType type) {
        return switch (type.plain()) {
            case ColumnType.Array(ColumnType element) -> 1 + lists(element);
            case ColumnType.Multirange _ -> 1;
            default -> 0;
        };
    }

    /** The name of the type for values of clients: objects have another one as input. */
    static String inputName(ColumnType type, String name) {
        return switch (type.innermost()) {
            case ColumnType.Range _, ColumnType.Multirange _, ColumnType.Composite _ -> name + "Input";
            default -> name;
        };
    }

    /** The type of a field as SDL writes it. */
    static String output(PublishedField.ColumnField field) {
        int lists = lists(field.column().type());
        String type = "[".repeat(lists) + field.type() + "]".repeat(lists);
        return field.nonNull() ? type + "!" : type;
    }

    /** The type of a value in a composite as SDL writes it. */
    static String output(ColumnType type) {
        int lists = lists(type);
        return "[".repeat(lists) + nameOf(type) + "]".repeat(lists);
    }

    /** The type of a whole value as an input; lists hold no nulls. */
    static String input(ColumnType type, String name) {
        int lists = lists(type);
        return "[".repeat(lists) + inputName(type, name) + "!]".repeat(lists);
    }

    /** The type of a value to be stored, as SDL writes it; lists may hold nulls. */
    static String stored(ColumnType type, String name) {
        if (type.plain() instanceof ColumnType.Multirange) {
            return input(type, name);
        }
        int lists = lists(type);
        return "[".repeat(lists) + inputName(type, name) + "]".repeat(lists);
    }

    /** Whether rows can be put in an order by values of it. */
    public static boolean isOrdered(ColumnType type) {
        return switch (type.plain()) {
            case ColumnType.Scalar(ScalarKind kind) ->
                switch (kind) {
                    case JSON, JSONB, XML, TSVECTOR -> false;
                    default -> true;
                };
            case ColumnType.Enumeration _ -> true;
            default -> false;
        };
    }

    /** Whether one can calculate with values of it. */
    public static boolean isNumber(ColumnType type) {
        return type.plain() instanceof ColumnType.Scalar(ScalarKind kind)
                && switch (kind) {
                    case SMALLINT, INTEGER, BIGINT, NUMERIC, MONEY, REAL, DOUBLE -> true;
                    default -> false;
                };
    }

    /** Whether values are days, or points in time. */
    public static boolean isMoment(ColumnType type) {
        return type.plain() instanceof ColumnType.Scalar(ScalarKind kind)
                && switch (kind) {
                    case DATE, TIMESTAMP, TIMESTAMPTZ -> true;
                    default -> false;
                };
    }
}
