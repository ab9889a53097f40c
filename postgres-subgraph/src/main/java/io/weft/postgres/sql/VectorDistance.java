package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.problem.Refusal;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** How far a column is from a vector, by the inputs VectorDistance and SparseVectorDistance. */
final class VectorDistance {

    private VectorDistance() {}

    /** @param place the input's, for errors */
    static Field<Object> of(Field<Object> column, ColumnType type, Map<String, Object> input, String place) {
        Object to = Objects.requireNonNull(input.get("to"), "the schema demands it");
        String operator = switch (String.valueOf(input.get("metric"))) {
            case "L2" -> "<->";
            case "INNER_PRODUCT" -> "<#>";
            case "L1" -> "<+>";
            default -> "<=>";
        };
        return Refusal.placed(
                place + ".to",
                () -> DSL.field("({0} {1} {2})", column, DSL.sql(operator), Expressions.value(type, to)));
    }
}
