package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.VectorKind;
import io.weft.postgres.problem.Refusal;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether PostgreSQL can have a value at all, for what can be said before it is asked: it does not say of which argument it speaks. Returns
 * the value, or throws a {@link Refusal#value}.
 */
final class FitValue {

    private static final int NUMERIC_DIGITS = 131_072;
    private static final int VECTOR_NUMBERS = 16_000;
    private static final double HALF_MOST = 65_520;
    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?0*(\\d+)$");
    private static final Pattern SPARSE = Pattern.compile("\\{(.*)}/(\\d{1,9})");
    private static final Pattern INDEX = Pattern.compile("(?:^|,)\\s*(\\d{1,9})\\s*:");

    private FitValue() {}

    static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.value("a text holds the character U+0000, which PostgreSQL cannot store");
        }
        return text;
    }

    /** JSON that is compared holds no U+0000 either, in any text or name. */
    static Object json(Object value) {
        switch (value) {
            case String text -> text(text);
            case Map<?, ?> fields ->
                fields.forEach((name, field) -> {
                    text((String) name);
                    if (field != null) {
                        json(field);
                    }
                });
            case Collection<?> all ->
                all.forEach(each -> {
                    if (each != null) {
                        json(each);
                    }
                });
            default -> {}
        }
        return value;
    }

    /** A number may be written with an exponent of any size. */
    static String number(String text) {
        Matcher exponent = EXPONENT.matcher(text);
        boolean large = text.length() > NUMERIC_DIGITS
                || exponent.find()
                        && (exponent.group(1).length() > 6
                                || Integer.parseInt(exponent.group(1)) > NUMERIC_DIGITS - text.length());
        if (large) {
            throw Refusal.value(
                    (text.length() > 50 ? "a number of " + text.length() + " characters" : text) + " is out of range");
        }
        return text;
    }

    /** As money is read: without an exponent. */
    static String amount(String text) {
        Matcher exponent = EXPONENT.matcher(text);
        if (!exponent.find()) {
            return text;
        }
        if (exponent.group(1).length() > 2) {
            throw Refusal.value(text + " is out of range");
        }
        return new BigDecimal(text).toPlainString();
    }

    /** Of the declared dimension, where one is declared. */
    static Object vector(ColumnType.Vector type, Object value) {
        int numbers = dimension(value);
        if (type.dimension() > 0 && numbers >= 0 && numbers != type.dimension()) {
            throw Refusal.value("it takes " + type.dimension() + " numbers, not " + numbers);
        }
        if (value instanceof Collection<?> all) {
            if (all.isEmpty() || all.size() > VECTOR_NUMBERS) {
                throw Refusal.value("a vector has 1 to " + VECTOR_NUMBERS + " numbers, not " + all.size());
            }
            double most = type.kind() == VectorKind.HALFVEC ? HALF_MOST : Float.MAX_VALUE;
            all.forEach(each -> {
                if (!(Math.abs(((Number) each).doubleValue()) < most)) {
                    throw Refusal.value(each + " is out of range for an element of a "
                            + type.kind().sql());
                }
            });
        } else {
            indices(value.toString(), numbers);
        }
        return value;
    }

    private static void indices(String sparse, int dimension) {
        Matcher parts = SPARSE.matcher(sparse);
        if (parts.matches()) {
            Matcher index = INDEX.matcher(parts.group(1));
            while (index.find()) {
                int at = Integer.parseInt(index.group(1));
                if (at < 1 || at > dimension) {
                    throw Refusal.value(
                            "of " + dimension + " numbers there is none at " + at + ", they are counted from 1");
                }
            }
        }
    }

    /** How many numbers a vector has, those of a sparse one that are zero too; -1 for what is none. */
    static int dimension(Object value) {
        if (value instanceof Collection<?> numbers) {
            return numbers.size();
        }
        Matcher sparse = SPARSE.matcher(value.toString());
        return sparse.matches() ? Integer.parseInt(sparse.group(2)) : -1;
    }
}
