package io.weft.metadata;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.ddl.ColumnRule;
import io.weft.postgres.ddl.TypedColumn;
import io.weft.postgres.session.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field in, its column out: constraints become CHECKs, those of many-valued fields by functions of the schema. */
final class FieldColumn {

    private static final String URL = "^[A-Za-z][A-Za-z0-9+.-]*:[^[:space:]]+$";

    /** Of a term's id, so that it can be indexed in order. */
    private static final int LONGEST_TERM = 300;

    private FieldColumn() {}

    static TypedColumn of(FieldDefinition field) {
        return new TypedColumn(
                field.name(),
                type(field),
                field.required(),
                comment(field),
                rules(field),
                field.type() == FieldDefinition.Type.TERM ? Integer.valueOf(LONGEST_TERM) : field.maxLength());
    }

    static ColumnType type(FieldDefinition field) {
        ScalarKind kind = switch (field.type()) {
            case TEXT, TERM, URL -> ScalarKind.TEXT;
            case NUMBER -> field.integerOnly() ? ScalarKind.BIGINT : ScalarKind.DOUBLE;
            case DATE -> ScalarKind.DATE;
            case BOOLEAN -> ScalarKind.BOOLEAN;
        };
        return field.isMany() ? ColumnType.arrayOf(kind) : ColumnType.of(kind);
    }

    /** What the field means, its unit included, as it appears in the SDL. */
    static @Nullable String comment(FieldDefinition field) {
        return TypedColumn.comment(field.description(), field.unit());
    }

    private static List<ColumnRule> rules(FieldDefinition field) {
        String column = Sql.quote(field.name());
        return field.isMany() ? ofMany(field, column) : ofOne(field, column);
    }

    private static List<ColumnRule> ofOne(FieldDefinition field, String column) {
        List<ColumnRule> rules = new ArrayList<>();
        String length = "char_length(" + column + ")";
        if (field.minValue() != null) {
            rules.add(new ColumnRule(
                    "min_value", column + " >= " + number(field.minValue()), "at least " + plain(field.minValue())));
        }
        if (field.maxValue() != null) {
            rules.add(new ColumnRule(
                    "max_value", column + " <= " + number(field.maxValue()), "at most " + plain(field.maxValue())));
        }
        if (field.minLength() != null) {
            rules.add(new ColumnRule(
                    "min_length",
                    length + " >= " + field.minLength(),
                    "a text of at least " + field.minLength() + " characters"));
        }
        if (field.maxLength() != null) {
            rules.add(new ColumnRule(
                    "max_length",
                    length + " <= " + field.maxLength(),
                    "a text of at most " + field.maxLength() + " characters"));
        }
        if (field.pattern() != null) {
            rules.add(new ColumnRule(
                    "pattern",
                    column + " ~ " + Sql.literal(field.pattern()),
                    "a text that matches the regular expression " + field.pattern()));
        }
        if (field.type() == FieldDefinition.Type.TERM) {
            rules.add(new ColumnRule(
                    "max_length",
                    length + " <= " + LONGEST_TERM,
                    "the id of a term, at most " + LONGEST_TERM + " characters"));
        }
        if (field.type() == FieldDefinition.Type.URL) {
            rules.add(new ColumnRule("url", column + " ~ " + Sql.literal(URL), "an absolute URL"));
        }
        return rules;
    }

    private static List<ColumnRule> ofMany(FieldDefinition field, String column) {
        List<ColumnRule> rules = new ArrayList<>();
        if (field.cardinality() == FieldDefinition.Cardinality.ONE_OR_MORE) {
            rules.add(
                    new ColumnRule("one_or_more", "cardinality(" + column + ") >= 1", "a list of at least one value"));
        }
        rules.add(new ColumnRule(
                "no_null", "array_position(" + column + ", NULL) IS NULL", "a list in which no value is null"));
        if (field.minValue() != null || field.maxValue() != null) {
            rules.add(new ColumnRule(
                    "between",
                    "metadata.each_between(" + column + "::double precision[], " + orNull(field.minValue()) + ", "
                            + orNull(field.maxValue()) + ")",
                    "numbers" + bounds(field.minValue(), field.maxValue())));
        }
        if (field.minLength() != null || field.maxLength() != null) {
            rules.add(new ColumnRule(
                    "length",
                    "metadata.each_length(" + column + ", " + field.minLength() + ", " + field.maxLength() + ")",
                    "texts whose numbers of characters are" + bounds(field.minLength(), field.maxLength())));
        }
        if (field.pattern() != null) {
            rules.add(new ColumnRule(
                    "pattern",
                    "metadata.each_matches(" + column + ", " + Sql.literal(field.pattern()) + ")",
                    "texts that match the regular expression " + field.pattern()));
        }
        if (field.type() == FieldDefinition.Type.URL) {
            rules.add(new ColumnRule(
                    "url", "metadata.each_matches(" + column + ", " + Sql.literal(URL) + ")", "absolute URLs"));
        }
        return rules;
    }

    private static String bounds(@Nullable Number low, @Nullable Number high) {
        return (low == null ? "" : " at least " + plain(low.doubleValue()))
                + (low == null || high == null ? "" : " and")
                + (high == null ? "" : " at most " + plain(high.doubleValue()));
    }

    private static String orNull(@Nullable Double value) {
        return value == null ? "NULL" : number(value);
    }

    private static String number(double value) {
        return "(" + new BigDecimal(Double.toString(value)).toPlainString() + ")::double precision";
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
