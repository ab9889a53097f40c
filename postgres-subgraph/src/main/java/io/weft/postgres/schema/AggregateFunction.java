package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.schema.PublishedField.ColumnField;
import java.util.List;

/** What many values of a column come to. Nulls are left out of all of them. */
public enum AggregateFunction {
    DISTINCT("distinctCount", "How many different values there are."),
    MIN("min", "The least value."),
    MAX("max", "The greatest value."),
    SUM("sum", "All values together."),
    AVG("avg", "The mean."),
    STDDEV("stddev", "The standard deviation of a sample; null where there is only one value."),
    PERCENTILE("percentile", "The value below which such a fraction of all lies, between 0 and 1: 0.5 for the median.");

    private final String graphQl;
    private final String meaning;

    AggregateFunction(String graphQl, String meaning) {
        this.graphQl = graphQl;
        this.meaning = meaning;
    }

    public String graphQl() {
        return graphQl;
    }

    String meaning() {
        return meaning;
    }

    /** Whether it is known of columns of a type that has an order. */
    public boolean knows(ColumnType type) {
        return switch (this) {
            case DISTINCT -> true;
            case MIN, MAX -> hasExtremes(type);
            case SUM, AVG, STDDEV, PERCENTILE -> GraphQlTypes.isNumber(type);
        };
    }

    /** The columns that it is known of. */
    List<ColumnField> known(List<ColumnField> columns) {
        return columns.stream().filter(column -> knows(column.column().type())).toList();
    }

    /** The type of what a column's values come to. */
    public ColumnType result(ColumnType type) {
        return switch (this) {
            case DISTINCT -> ColumnType.of(ScalarKind.INTEGER);
            case MIN, MAX -> type.plain();
            case SUM -> ColumnType.of(sum(type));
            case AVG, STDDEV, PERCENTILE -> ColumnType.of(ScalarKind.DOUBLE);
        };
    }

    private static ScalarKind sum(ColumnType type) {
        return type.plain() instanceof ColumnType.Scalar(ScalarKind kind)
                ? switch (kind) {
                    case SMALLINT, INTEGER -> ScalarKind.BIGINT;
                    case REAL, DOUBLE -> ScalarKind.DOUBLE;
                    default -> ScalarKind.NUMERIC;
                }
                : ScalarKind.NUMERIC;
    }

    /** Of these PostgreSQL 17 has no min and max. */
    private static boolean hasExtremes(ColumnType type) {
        return !(type.plain() instanceof ColumnType.Scalar(ScalarKind kind))
                || switch (kind) {
                    case BOOLEAN, UUID, BYTEA, BIT, VARBIT, MACADDR, MACADDR8 -> false;
                    default -> true;
                };
    }
}
