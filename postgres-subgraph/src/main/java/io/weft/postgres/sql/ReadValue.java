package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL's text of a value in, the value GraphQL's scalars take out. */
final class ReadValue {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ReadValue() {}

    static Object read(ColumnType type, String graphQlType, String text) {
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> scalar(kind, graphQlType, text);
            case ColumnType.Array(ScalarKind element) -> list(element, graphQlType, text);
            case ColumnType.Vector _ -> vector(text);
            case ColumnType.Other _ -> text;
        };
    }

    private static Object scalar(ScalarKind kind, String graphQlType, String text) {
        return switch (kind) {
            case TEXT, UUID -> text;
            case INTEGER -> Integer.valueOf(text);
            case BIGINT ->
                graphQlType.equals("Int") ? (Object) Math.toIntExact(Long.parseLong(text)) : Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case BOOLEAN -> text.equals("true") || text.equals("t");
            case DATE -> orText(text, LocalDate::parse);
            case TIMESTAMPTZ -> orText(text, ReadValue::moment);
            case JSONB -> JSON.readValue(text, Object.class);
        };
    }

    /** The session's time zone is UTC, so the text looks like {@code 2026-01-31 12:00:00.5+00}. */
    private static OffsetDateTime moment(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T').replace("+00", "Z"));
    }

    /** What Java's calendar does not know, like infinity, stays text: the field's scalar refuses it, the other fields live. */
    private static Object orText(String text, Function<String, Object> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private static List<@Nullable Object> list(ScalarKind element, String graphQlType, String text) {
        List<@Nullable Object> values = new ArrayList<>();
        for (@Nullable String item : ArrayText.elements(text)) {
            values.add(item == null ? null : scalar(element, graphQlType, item));
        }
        return values;
    }

    private static List<Double> vector(String text) {
        List<Double> values = new ArrayList<>();
        for (String number : text.substring(1, text.length() - 1).split(",")) {
            values.add(Double.valueOf(number));
        }
        return values;
    }
}
