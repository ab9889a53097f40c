package io.weft.postgres.bulk;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.VectorKind;
import io.weft.postgres.problem.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON value in, PostgreSQL's text for a column of a type out. A value of another type is refused, never converted. */
public final class StageValue {

    private StageValue() {}

    /**
     * @param value null, or JSON's null, for no value
     * @param place names the value for people
     */
    public static @Nullable String text(ColumnType type, @Nullable JsonNode value, String place) {
        if (value == null || value.isNull()) {
            return null;
        }
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> scalar(kind, value, place);
            case ColumnType.Array(ColumnType element) -> array(element, value, place);
            case ColumnType.Vector(VectorKind kind, int dimension)
            when kind != VectorKind.SPARSEVEC -> vector(dimension, value, place);
            case ColumnType.Domain domain -> text(domain.base(), value, place);
            case ColumnType.Vector _,
                    ColumnType.Enumeration _,
                    ColumnType.Range _,
                    ColumnType.Multirange _,
                    ColumnType.Composite _,
                    ColumnType.Other _ -> string(value, place, "a text as PostgreSQL writes it");
        };
    }

    private static String scalar(ScalarKind kind, JsonNode value, String place) {
        return switch (kind) {
            case TEXT, VARCHAR, CHAR, NAME, CITEXT -> string(value, place, "a text");
            case SMALLINT, INTEGER, BIGINT -> whole(kind, value, place);
            case REAL, DOUBLE -> number(value, place);
            case NUMERIC, MONEY -> value.isNumber() ? value.asString() : string(value, place, "a number");
            case BOOLEAN -> {
                if (!value.isBoolean()) {
                    throw refuse(value, place, "true or false");
                }
                yield value.toString();
            }
            case DATE -> date(value, place);
            case TIMESTAMPTZ -> moment(value, place);
            case UUID -> uuid(value, place);
            case JSON, JSONB -> {
                if (value.toString().contains("\\u0000")) {
                    throw refuse(value, place, "JSON without the character U+0000");
                }
                yield value.toString();
            }
            case TIME, TIMETZ, TIMESTAMP, INTERVAL, BYTEA, INET, CIDR, MACADDR, MACADDR8, BIT, VARBIT, TSVECTOR, XML ->
                string(value, place, "a text as PostgreSQL reads it");
        };
    }

    private static String string(JsonNode value, String place, String expected) {
        if (!value.isString()) {
            throw refuse(value, place, expected);
        }
        String text = value.stringValue();
        if (text.indexOf('\0') >= 0) {
            throw refuse(value, place, expected + " without the character U+0000");
        }
        return text;
    }

    private static String whole(ScalarKind kind, JsonNode value, String place) {
        boolean fits = kind == ScalarKind.BIGINT ? value.canConvertToLong() : value.canConvertToInt();
        if (!value.isNumber() || !value.canConvertToExactIntegral() || !fits) {
            throw refuse(value, place, "a whole number");
        }
        return Long.toString(value.longValue());
    }

    private static String number(JsonNode value, String place) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw refuse(value, place, "a number");
        }
        return Double.toString(value.doubleValue());
    }

    private static String date(JsonNode value, String place) {
        try {
            return LocalDate.parse(string(value, place, "a date")).toString();
        } catch (DateTimeException e) {
            throw refuse(value, place, "a date such as \"2026-01-31\"");
        }
    }

    private static String moment(JsonNode value, String place) {
        try {
            return OffsetDateTime.parse(string(value, place, "a moment")).toString();
        } catch (DateTimeException e) {
            throw refuse(value, place, "a moment such as \"2026-01-31T12:00:00Z\"");
        }
    }

    private static String uuid(JsonNode value, String place) {
        try {
            return UUID.fromString(string(value, place, "a UUID")).toString();
        } catch (IllegalArgumentException e) {
            throw refuse(value, place, "a UUID");
        }
    }

    private static String array(ColumnType element, JsonNode value, String place) {
        if (!value.isArray()) {
            throw refuse(value, place, "a list");
        }
        StringJoiner array = new StringJoiner(",", "{", "}");
        int index = 0;
        for (JsonNode item : value) {
            String here = place + "[" + index++ + "]";
            if (item.isNull()) {
                throw refuse(item, here, "a value");
            }
            String text = Objects.requireNonNull(text(element, item, here));
            array.add("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        return array.toString();
    }

    private static String vector(int dimension, JsonNode value, String place) {
        if (!value.isArray() || value.size() != dimension) {
            throw refuse(value, place, "a list of " + dimension + " numbers");
        }
        StringJoiner vector = new StringJoiner(",", "[", "]");
        int index = 0;
        for (JsonNode item : value) {
            vector.add(number(item, place + "[" + index++ + "]"));
        }
        return vector.toString();
    }

    private static Refusal refuse(JsonNode value, String place, String expected) {
        String found = value.toString();
        String shown = found.length() > 80 ? found.substring(0, 80) + "…" : found;
        return Refusal.input(place + ": " + expected + " is needed, not " + shown);
    }
}
