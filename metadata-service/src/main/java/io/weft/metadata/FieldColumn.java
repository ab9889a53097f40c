package io.weft.metadata;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.ddl.TypedColumn;
import io.weft.postgres.session.Sql;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field in, its column out: constraints become CHECKs, those of many-valued fields by functions of the schema. */
final class FieldColumn {

    private FieldColumn() {}

    static TypedColumn of(FieldDefinition field) {
        return new TypedColumn(field.name(), type(field), field.required(), comment(field), checks(field));
    }

    static ColumnType type(FieldDefinition field) {
        ScalarKind kind = switch (field.type()) {
            case TEXT, TERM, URL -> ScalarKind.TEXT;
            case NUMBER -> field.integerOnly() ? ScalarKind.BIGINT : ScalarKind.DOUBLE;
            case DATE -> ScalarKind.DATE;
            case BOOLEAN -> ScalarKind.BOOLEAN;
        };
        return field.isMany() ? new ColumnType.Array(kind) : ColumnType.of(kind);
    }

    /** What the field means, its unit included, as it appears in the SDL. */
    static @Nullable String comment(FieldDefinition field) {
        return TypedColumn.comment(field.description(), field.unit());
    }

    private static Map<String, String> checks(FieldDefinition field) {
        Map<String, String> checks = new LinkedHashMap<>();
        String column = Sql.quote(field.name());
        if (field.cardinality() == FieldDefinition.Cardinality.ONE_OR_MORE) {
            checks.put("one_or_more", "cardinality(" + column + ") >= 1");
        }
        if (field.isMany()) {
            checks.put("no_null", "array_position(" + column + ", NULL) IS NULL");
            manyChecks(field, column, checks);
        } else {
            oneChecks(field, column, checks);
        }
        return checks;
    }

    private static void oneChecks(FieldDefinition field, String column, Map<String, String> checks) {
        if (field.minValue() != null) {
            checks.put("min_value", column + " >= " + number(field.minValue()));
        }
        if (field.maxValue() != null) {
            checks.put("max_value", column + " <= " + number(field.maxValue()));
        }
        if (field.minLength() != null) {
            checks.put("min_length", "char_length(" + column + ") >= " + field.minLength());
        }
        if (field.maxLength() != null) {
            checks.put("max_length", "char_length(" + column + ") <= " + field.maxLength());
        }
        if (field.pattern() != null) {
            checks.put("pattern", column + " ~ " + Sql.literal(field.pattern()));
        }
        if (field.type() == FieldDefinition.Type.URL) {
            checks.put("url", column + " ~ '^[A-Za-z][A-Za-z0-9+.-]*:[^[:space:]]+$'");
        }
    }

    private static void manyChecks(FieldDefinition field, String column, Map<String, String> checks) {
        if (field.minValue() != null || field.maxValue() != null) {
            checks.put(
                    "between",
                    "metadata.each_between(" + column + "::double precision[], " + orNull(field.minValue()) + ", "
                            + orNull(field.maxValue()) + ")");
        }
        if (field.minLength() != null || field.maxLength() != null) {
            checks.put(
                    "length",
                    "metadata.each_length(" + column + ", " + field.minLength() + ", " + field.maxLength() + ")");
        }
        if (field.pattern() != null) {
            checks.put("pattern", "metadata.each_matches(" + column + ", " + Sql.literal(field.pattern()) + ")");
        }
        if (field.type() == FieldDefinition.Type.URL) {
            checks.put("url", "metadata.each_matches(" + column + ", '^[A-Za-z][A-Za-z0-9+.-]*:[^[:space:]]+$')");
        }
    }

    private static String orNull(@Nullable Double value) {
        return value == null ? "NULL" : number(value);
    }

    private static String number(double value) {
        return "(" + new BigDecimal(Double.toString(value)).toPlainString() + ")::double precision";
    }
}
