package io.weft.postgres.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's text form of arrays: {@code {a,NULL,"b \"c\""}}, nested ones too, and with bounds: {@code [0:1]={a,b}}. */
public final class ArrayText {

    private final String text;
    private int at;

    private ArrayText(String text) {
        this.text = text;
        this.at = text.startsWith("[") ? text.indexOf('=') + 1 : 0;
    }

    /** The elements: null, a text, or the list of a nested array's elements. */
    static List<@Nullable Object> values(String text) {
        ArrayText reader = new ArrayText(text);
        List<@Nullable Object> elements = reader.array();
        reader.end();
        return elements;
    }

    /** The elements of an array of one dimension. */
    public static List<@Nullable String> elements(String text) {
        ArrayText reader = new ArrayText(text);
        List<@Nullable String> elements = reader.row();
        reader.end();
        return elements;
    }

    /** The rows of an array of two dimensions; none for an empty array. */
    public static List<List<@Nullable String>> rows(String text) {
        ArrayText reader = new ArrayText(text);
        List<List<@Nullable String>> rows = new ArrayList<>();
        if (reader.opens()) {
            do {
                rows.add(reader.row());
            } while (reader.more());
        }
        reader.end();
        return rows;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        if (opens()) {
            do {
                elements.add(text.charAt(at) == '{' ? array() : element());
            } while (more());
        }
        return elements;
    }

    private List<@Nullable String> row() {
        List<@Nullable String> elements = new ArrayList<>();
        if (opens()) {
            do {
                elements.add(element());
            } while (more());
        }
        return elements;
    }

    /** Whether there is an element after the brace. */
    private boolean opens() {
        if (text.charAt(at++) != '{') {
            throw malformed();
        }
        boolean empty = text.charAt(at) == '}';
        if (empty) {
            at++;
        }
        return !empty;
    }

    private @Nullable String element() {
        return text.charAt(at) == '"' ? quoted() : plain();
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

    private void end() {
        if (at != text.length()) {
            throw malformed();
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not an array as PostgreSQL writes it, at " + at + ": " + text);
    }
}
