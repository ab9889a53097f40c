package io.weft.postgres.schema;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The type definitions of one SDL. They are written by name, so that equal schemas give equal texts. */
final class Definitions {

    private final Map<String, String> byName = new TreeMap<>();

    /** Whether the name was new: the caller that got true is to {@link #put} its definition. */
    boolean claim(String name) {
        return byName.putIfAbsent(name, "") == null;
    }

    void put(String name, String definition) {
        byName.put(name, definition);
    }

    String text() {
        return String.join("\n", byName.values()).stripTrailing() + "\n";
    }

    /** A description as SDL writes it, on a line of its own; empty for none. */
    static String description(@Nullable String text, String indent) {
        if (text == null || text.isBlank()) {
            return "";
        }
        String safe = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n");
        return indent + "\"" + safe.strip().replaceAll("\\p{Cntrl}", " ") + "\"\n";
    }

    /** A field as SDL writes it, with its description. */
    static String field(@Nullable String description, String name, String type) {
        return description(description, "  ") + "  " + name + ": " + type + "\n";
    }
}
