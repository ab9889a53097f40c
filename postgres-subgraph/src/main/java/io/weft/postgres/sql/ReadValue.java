package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.TypeName;
import io.weft.postgres.catalog.VectorKind;
import io.weft.postgres.schema.GraphQlTypes;
import io.weft.postgres.schema.Names;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL's text of a value in, the value GraphQL's scalars take out. Of what has fields, a map by GraphQL's names for them. */
public final class ReadValue {

    /** Numbers within JSON keep all their digits. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ReadValue() {}

    /** @param shown the GraphQL type of the value, or of its elements */
    public static Object read(ColumnType type, String shown, String text) {
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> scalar(kind, shown, text);
            case ColumnType.Array array -> elements(array.innermost(), shown, ArrayText.values(text));
            case ColumnType.Vector(VectorKind kind, int _) -> kind == VectorKind.SPARSEVEC ? text : vector(text);
            case ColumnType.Domain(TypeName _, ColumnType base) -> read(base, shown, text);
            case ColumnType.Range range -> range(range, RangeText.range(text));
            case ColumnType.Multirange multirange ->
                RangeText.multirange(text).stream()
                        .map(range -> range(multirange.range(), range))
                        .toList();
            case ColumnType.Composite composite -> row(composite, RowText.values(text));
            case ColumnType.Enumeration _, ColumnType.Other _ -> text;
        };
    }

    private static Object scalar(ScalarKind kind, String shown, String text) {
        return switch (kind) {
            case TEXT, VARCHAR, NAME, CITEXT, TSVECTOR, XML -> text;
            case CHAR -> withoutBlanks(text);
            case UUID, NUMERIC, TIME, INTERVAL, INET, CIDR, MACADDR, MACADDR8, BIT, VARBIT -> text;
            case SMALLINT, INTEGER -> Integer.valueOf(text);
            case BIGINT -> shown.equals("Int") ? (Object) Math.toIntExact(Long.parseLong(text)) : Long.valueOf(text);
            case MONEY -> text.replace("$", "").replace(",", "");
            case REAL, DOUBLE -> Double.valueOf(text);
            case BOOLEAN -> text.equals("true") || text.equals("t");
            case DATE -> isEndless(text) ? text : LocalDate.parse(CalendarText.read(text));
            case TIMETZ -> withMinutes(text);
            case TIMESTAMP -> CalendarText.read(text).replaceFirst(" ", "T");
            case TIMESTAMPTZ -> isEndless(text) ? text : moment(CalendarText.read(text));
            case JSON, JSONB -> JSON.readValue(text, Object.class);
            case BYTEA -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(text.substring(2)));
        };
    }

    /** Within arrays and rows they are there. */
    private static String withoutBlanks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The session's time zone is UTC, so the text looks like {@code 2026-01-31 12:00:00.5+00}. */
    private static OffsetDateTime moment(String text) {
        return OffsetDateTime.parse(
                text.substring(0, text.length() - "+00".length()).replace(' ', 'T') + "Z");
    }

    /** {@code 12:00:00+02} with the minutes of its offset. */
    private static String withMinutes(String time) {
        int sign = Math.max(time.indexOf('+'), time.indexOf('-'));
        return time.length() - sign == 3 ? time + ":00" : time;
    }

    /** Infinity and -infinity are no days of a calendar. */
    private static boolean isEndless(String text) {
        return text.endsWith("infinity");
    }

    private static List<@Nullable Object> elements(ColumnType element, String shown, List<@Nullable Object> elements) {
        List<@Nullable Object> values = new ArrayList<>();
        for (@Nullable Object item : elements) {
            values.add(
                    switch (item) {
                        case null -> null;
                        case List<?> nested -> elements(element, shown, new ArrayList<@Nullable Object>(nested));
                        default -> read(element, shown, (String) item);
                    });
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

    private static Map<String, @Nullable Object> range(ColumnType.Range type, RangeText.Range range) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("lower", part(type.subtype(), range.lower()));
        values.put("upper", part(type.subtype(), range.upper()));
        values.put("lowerInclusive", range.lowerInclusive());
        values.put("upperInclusive", range.upperInclusive());
        values.put("isEmpty", range.isEmpty());
        return values;
    }

    private static Map<String, @Nullable Object> row(ColumnType.Composite type, List<@Nullable String> texts) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < type.attributes().size(); i++) {
            ColumnType.Attribute attribute = type.attributes().get(i);
            values.put(Names.camel(attribute.name()), part(attribute.type(), texts.get(i)));
        }
        return values;
    }

    private static @Nullable Object part(ColumnType type, @Nullable String text) {
        return text == null ? null : read(type, GraphQlTypes.nameOf(type), text);
    }
}
