package io.weft.postgres.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's text form of a composite value: {@code (1,,"a ""b""")}. */
final class RowText {

    private final String text;
    private int at = 1;

    private RowText(String text) {
        this.text = text;
    }

    /** The values in their order, null for null; one null for a row of no values too. */
    static List<@Nullable String> values(String text) {
        RowText reader = new RowText(text);
        List<@Nullable String> values = new ArrayList<>();
        do {
            values.add(reader.value());
        } while (text.charAt(reader.at++) == ',');
        return values;
    }

    private @Nullable String value() {
        if (text.charAt(at) == ',' || text.charAt(at) == ')') {
            return null;
        }
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (char c = text.charAt(at); quoted || c != ',' && c != ')'; c = text.charAt(++at)) {
            if (c == '\\') {
                value.append(text.charAt(++at));
            } else if (c != '"') {
                value.append(c);
            } else if (quoted && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else {
                quoted = !quoted;
            }
        }
        return value.toString();
    }
}
