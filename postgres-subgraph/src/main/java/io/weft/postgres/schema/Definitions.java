package io.weft.postgres.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The type definitions of one SDL. They are written by name, so that equal schemas give equal texts. */
final class Definitions {

    private final Map<String, String> byName = new TreeMap<>();
    private final Deque<Runnable> later = new ArrayDeque<>();

    /** Whether the name was new: the caller that got true is to {@link #put} its definition. */
    boolean claim(String name) {
        return byName.putIfAbsent(name, "") == null;
    }

    void put(String name, String definition) {
        byName.put(name, definition);
    }

    /**
     * Defines a name that is new, when all that is under way is done: relations lead from table to table, further than a stack
     * is deep.
     */
    void later(String name, Supplier<String> definition) {
        if (claim(name)) {
            later.add(() -> put(name, definition.get()));
        }
    }

    String text() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
        return String.join("\n", byName.values()).stripTrailing() + "\n";
    }

    /** A description as SDL writes it, on a line of its own; empty for none. */
    static String description(@Nullable String text, String indent) {
        if (text == null || text.isBlank()) {
            return "";
        }
        return indent + "\"" + (isPlain(text) ? text.strip() : escaped(text)) + "\"\n";
    }

    /** Nearly all are: those that every table has, above all. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\');
    }

    private static String escaped(String text) {
        String safe = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n");
        return safe.strip().replaceAll("\\p{Cntrl}", " ");
    }

    /** A field as SDL writes it, with its description. */
    static String field(@Nullable String description, String name, String type) {
        return description(description, "  ") + "  " + name + ": " + type + "\n";
    }
}
