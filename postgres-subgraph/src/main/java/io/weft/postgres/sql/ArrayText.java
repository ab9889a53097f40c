package io.weft.postgres.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's text form of arrays: {@code {a,NULL,"b \"c\""}} and, one level deeper, {@code {{a,b},{c,d}}}. */
final class ArrayText {

    private final String text;
    private int at;

    private ArrayText(String text) {
        this.text = text;
    }

    /** The elements of an array of one dimension. */
    static List<@Nullable String> elements(String text) {
        ArrayText reader = new ArrayText(text);
        List<@Nullable String> elements = reader.array();
        reader.end();
        return elements;
    }

    /** The rows of an array of two dimensions; none for an empty array. */
    static List<List<@Nullable String>> rows(String text) {
        ArrayText reader = new ArrayText(text);
        List<List<@Nullable String>> rows = new ArrayList<>();
        reader.expect('{');
        if (reader.text.charAt(reader.at) == '}') {
            reader.at++;
        } else {
            do {
                rows.add(reader.array());
            } while (reader.more());
        }
        reader.end();
        return rows;
    }

    private List<@Nullable String> array() {
        List<@Nullable String> elements = new ArrayList<>();
        expect('{');
        if (text.charAt(at) == '}') {
            at++;
            return elements;
        }
        do {
            elements.add(text.charAt(at) == '"' ? quoted() : plain());
        } while (more());
        return elements;
    }

    private boolean more() {
        char c = text.charAt(at++);
        if (c != ',' && c != '}') {
            throw malformed();
        }
        return c == ',';
    }

    private @Nullable String plain() {
        int start = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '}') {
            at++;
        }
        String element = text.substring(start, at);
        return element.equals("NULL") ? null : element;
    }

    private String quoted() {
        int start = ++at;
        int close = text.indexOf('"', start);
        int escape = text.indexOf('\\', start);
        if (close >= 0 && (escape < 0 || escape > close)) {
            at = close + 1;
            return text.substring(start, close);
        }
        StringBuilder element = new StringBuilder();
        for (char c = text.charAt(at); c != '"'; c = text.charAt(at)) {
            if (c == '\\') {
                c = text.charAt(++at);
            }
            element.append(c);
            at++;
        }
        at++;
        return element.toString();
    }

    private void expect(char c) {
        if (text.charAt(at++) != c) {
            throw malformed();
        }
    }

    private void end() {
        if (at != text.length()) {
            throw malformed();
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not an array as PostgreSQL writes it, at " + at + ": " + text);
    }
}
