package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.VectorKind;
import io.weft.postgres.problem.Refusal;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * How far a column is from a vector, by the inputs VectorDistance and SparseVectorDistance. A vector of another dimension is at no distance:
 * asked for, it would end the statement, and with it the page of all others.
 */
final class VectorDistance {

    private VectorDistance() {}

    /** Null also where a column of no declared dimension has a vector of another one. */
    static boolean isNullable(Column column) {
        return column.nullable() || !hasDimension(column.type());
    }

    private static boolean hasDimension(ColumnType type) {
        return type.plain() instanceof ColumnType.Vector(VectorKind _, int dimension) && dimension > 0;
    }

    private static Field<Object> ofSameDimension(
            Field<Object> column, ColumnType type, Object to, Field<Object> distance) {
        boolean sparse =
                type.plain() instanceof ColumnType.Vector(VectorKind kind, int _) && kind == VectorKind.SPARSEVEC;
        return DSL.field(
                sparse
                        ? "case when split_part({0}::text, '/', 2)::integer = {1} then {2} end"
                        : "case when vector_dims({0}) = {1} then {2} end",
                column,
                Expressions.bound(to, SQLDataType.INTEGER, FitValue::dimension),
                distance);
    }

    /** @param place the input's, for errors */
    static Field<Object> of(Field<Object> column, ColumnType type, Map<String, Object> input, String place) {
        Object to = Objects.requireNonNull(input.get("to"), "the schema demands it");
        String operator = switch (String.valueOf(input.get("metric"))) {
            case "L2" -> "<->";
            case "INNER_PRODUCT" -> "<#>";
            case "L1" -> "<+>";
            default -> "<=>";
        };
        return Refusal.placed(place + ".to", () -> {
            Field<Object> distance = DSL.field("({0} {1} {2})", column, DSL.sql(operator), Expressions.value(type, to));
            return hasDimension(type) ? distance : ofSameDimension(column, type, to, distance);
        });
    }
}
