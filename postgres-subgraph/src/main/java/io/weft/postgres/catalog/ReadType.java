package io.weft.postgres.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the type names that {@code format_type} writes. */
final class ReadType {

    private static final Pattern VECTOR = Pattern.compile("(?:\\w+\\.)?vector(?:\\((\\d+)\\))?");

    private ReadType() {}

    static ColumnType of(String name) {
        if (name.endsWith("[]")) {
            return scalar(name.substring(0, name.length() - 2))
                    .<ColumnType>map(ColumnType.Array::new)
                    .orElse(new ColumnType.Other(name));
        }
        Matcher vector = VECTOR.matcher(name);
        if (vector.matches()) {
            return new ColumnType.Vector(vector.group(1) == null ? 0 : Integer.parseInt(vector.group(1)));
        }
        return scalar(name).map(ColumnType::of).orElse(new ColumnType.Other(name));
    }

    private static Optional<ScalarKind> scalar(String name) {
        return switch (name) {
            case "text", "character varying" -> Optional.of(ScalarKind.TEXT);
            case "integer", "smallint" -> Optional.of(ScalarKind.INTEGER);
            case "bigint" -> Optional.of(ScalarKind.BIGINT);
            case "double precision", "real" -> Optional.of(ScalarKind.DOUBLE);
            case "boolean" -> Optional.of(ScalarKind.BOOLEAN);
            case "date" -> Optional.of(ScalarKind.DATE);
            case "timestamp with time zone" -> Optional.of(ScalarKind.TIMESTAMPTZ);
            case "uuid" -> Optional.of(ScalarKind.UUID);
            case "jsonb" -> Optional.of(ScalarKind.JSONB);
            default -> name.startsWith("character varying(") ? Optional.of(ScalarKind.TEXT) : Optional.empty();
        };
    }
}
