package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.TypeName;
import io.weft.postgres.schema.Names;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A client's value in, the text by which PostgreSQL reads it as a value of a type out: what {@link ReadValue} reads. */
public final class WriteValue {

    private static final JsonMapper JSON = JsonMapper.shared();

    private WriteValue() {}

    public static String text(ColumnType type, Object given) {
        Object value = Objects.requireNonNull(Given.look(given));
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> checked(scalar(kind, value));
            case ColumnType.Array(ColumnType element) -> array(element, (Collection<?>) value);
            case ColumnType.Domain(TypeName _, ColumnType base) -> text(base, value);
            case ColumnType.Range range -> range(range, (Map<?, ?>) value);
            case ColumnType.Multirange multirange -> {
                StringJoiner ranges = new StringJoiner(",", "{", "}");
                ((Collection<?>) value).forEach(range -> ranges.add(range(multirange.range(), (Map<?, ?>) range)));
                yield ranges.toString();
            }
            case ColumnType.Composite composite -> row(composite, (Map<?, ?>) value);
            case ColumnType.Vector vector -> FitValue.vector(vector, value).toString();
            case ColumnType.Enumeration _, ColumnType.Other _ -> checked(value.toString());
        };
    }

    private static String scalar(ScalarKind kind, Object value) {
        return switch (kind) {
            case JSON -> JSON.writeValueAsString(Given.lookedWithin(value));
            case JSONB -> JSON.writeValueAsString(FitValue.json(Given.lookedWithin(value)));
            case NUMERIC -> FitValue.number(value.toString());
            case MONEY -> FitValue.amount(value.toString());
            case DATE, TIMESTAMP, TIMESTAMPTZ -> CalendarText.write(value.toString());
            case BYTEA -> "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(value.toString()));
            default -> value.toString();
        };
    }

    private static String array(ColumnType element, Collection<?> values) {
        StringJoiner array = new StringJoiner(",", "{", "}");
        for (@Nullable Object value : values) {
            if (value == null) {
                array.add("NULL");
            } else {
                String text = text(element, value);
                array.add(element.plain() instanceof ColumnType.Array ? text : quoted(text));
            }
        }
        return array.toString();
    }

    private static String range(ColumnType.Range type, Map<?, ?> value) {
        if (Boolean.TRUE.equals(value.get("isEmpty"))) {
            return "empty";
        }
        return (Boolean.TRUE.equals(value.get("lowerInclusive")) ? "[" : "(")
                + part(type.subtype(), value.get("lower"))
                + ","
                + part(type.subtype(), value.get("upper"))
                + (Boolean.TRUE.equals(value.get("upperInclusive")) ? "]" : ")");
    }

    private static String row(ColumnType.Composite type, Map<?, ?> value) {
        StringJoiner row = new StringJoiner(",", "(", ")");
        type.attributes()
                .forEach(attribute -> row.add(part(attribute.type(), value.get(Names.camel(attribute.name())))));
        return row.toString();
    }

    /** Nothing stands for no value. */
    private static String part(ColumnType type, @Nullable Object value) {
        return value == null ? "" : quoted(text(type, value));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String checked(String text) {
        return FitValue.text(text);
    }
}
