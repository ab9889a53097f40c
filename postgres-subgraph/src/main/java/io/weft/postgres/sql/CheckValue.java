package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a value fits its column. PostgreSQL refuses what does not, but does not say of which column it speaks. */
final class CheckValue {

    private static final int HEADER = 4;

    private CheckValue() {}

    static void check(ObjectType type, ColumnField field, @Nullable Object value, String place) {
        Column column = field.column();
        if (value == null) {
            if (!column.nullable()) {
                throw refuse(
                        type,
                        field,
                        place,
                        "NOT NULL",
                        "null is not allowed"
                                + (column.writing().filled() ? ": leave it out for what it is by default" : ""));
            }
            return;
        }
        misfit(column.type().plain(), column.writing().modifier(), value)
                .or(() -> unfit(column.type(), value))
                .ifPresent(why -> {
                    throw refuse(type, field, place, column.writing().declared(), why);
                });
    }

    private static RuntimeException refuse(
            ObjectType type, ColumnField field, String place, String rule, String message) {
        return Problem.of(ProblemCode.BAD_USER_INPUT, place + ": " + message)
                .with("type", type.name())
                .with("columns", List.of(field.name()))
                .with("rule", rule)
                .refusal();
    }

    private static Optional<String> unfit(ColumnType type, Object value) {
        try {
            WriteValue.text(type, value);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem().message());
        }
    }

    private static Optional<String> misfit(ColumnType type, int modifier, Object value) {
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> ofScalar(kind, modifier, value);
            case ColumnType.Array(ColumnType element) ->
                value instanceof Collection<?> elements
                        ? elements.stream()
                                .filter(Objects::nonNull)
                                .flatMap(one -> misfit(element.plain(), modifier, one).stream())
                                .findFirst()
                        : Optional.empty();
            case ColumnType.Vector _,
                    ColumnType.Domain _,
                    ColumnType.Enumeration _,
                    ColumnType.Range _,
                    ColumnType.Multirange _,
                    ColumnType.Composite _,
                    ColumnType.Other _ -> Optional.empty();
        };
    }

    private static Optional<String> ofScalar(ScalarKind kind, int modifier, Object value) {
        return switch (kind) {
            case VARCHAR, CHAR -> modifier < HEADER ? Optional.empty() : tooLong(value.toString(), modifier - HEADER);
            case BIT ->
                modifier > 0 && value.toString().length() != modifier
                        ? Optional.of("it takes " + modifier + " bits, not "
                                + value.toString().length())
                        : Optional.empty();
            case VARBIT ->
                modifier > 0 && value.toString().length() > modifier
                        ? Optional.of("it takes at most " + modifier + " bits, this has "
                                + value.toString().length())
                        : Optional.empty();
            case SMALLINT -> {
                int number = ((Number) value).intValue();
                yield number == (short) number
                        ? Optional.empty()
                        : Optional.of("it goes from -32768 to 32767, " + number + " is out of range");
            }
            case NUMERIC -> modifier < HEADER ? Optional.empty() : tooLarge(value.toString(), modifier - HEADER);
            default -> Optional.empty();
        };
    }

    private static Optional<String> tooLong(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest
                        || text.stripTrailing()
                                        .codePointCount(0, text.stripTrailing().length())
                                <= longest
                ? Optional.empty()
                : Optional.of("it takes at most " + longest + " characters, this has " + length + ": shorten it");
    }

    /** As PostgreSQL 15 and later pack precision and scale. */
    private static Optional<String> tooLarge(String text, int packed) {
        if (text.equals("NaN")) {
            return Optional.empty();
        }
        int precision = packed >> 16 & 0xffff;
        int scale = ((packed & 0x7ff) ^ 1024) - 1024;
        return isBelow(precision - scale, scale, text)
                ? Optional.empty()
                : Optional.of("it stays below "
                        + BigDecimal.ONE.scaleByPowerOfTen(precision - scale).toPlainString() + ", " + text
                        + " is out of range");
    }

    /** Whether a number has no more digits before its point. It may be written with an exponent of any size: its digits are counted first. */
    private static boolean isBelow(int digits, int scale, String text) {
        if (text.endsWith("Infinity")) {
            return false;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException _) {
            return false;
        }
        long whole = (long) number.precision() - number.scale();
        return number.signum() == 0
                || whole < digits
                || whole == digits
                        && number.setScale(scale, RoundingMode.HALF_UP)
                                        .abs()
                                        .compareTo(BigDecimal.ONE.scaleByPowerOfTen(digits))
                                < 0;
    }
}
