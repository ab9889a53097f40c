package io.weft.gateway.execution.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a JSON object one level deep: names, and the values as slices. For what the gateway looks at but does not look
 * into, such as a client's request or its variables.
 */
public final class JsonMembers {

    private JsonMembers() {}

    /** What became of the bytes. */
    public sealed interface Read permits Members, JsonProblem {}

    /** @param byName values by unescaped name, in order; of a name that stands twice the last value counts */
    public record Members(Map<String, Leaf> byName) implements Read {
        public Members {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        }
    }

    public static Read read(byte[] json) {
        return read(json, 0, json.length);
    }

    public static Read read(byte[] json, int offset, int length) {
        try {
            return members(new JsonCursor(json, offset, length, AnswerParser.MAX_DEPTH));
        } catch (JsonSyntaxException e) {
            return e.problem();
        }
    }

    private static Members members(JsonCursor cursor) {
        Map<String, Leaf> byName = new LinkedHashMap<>();
        cursor.expect('{');
        cursor.enter();
        if (cursor.peek() == '}') {
            cursor.position++;
        } else {
            do {
                if (cursor.peek() != '"') {
                    throw cursor.wrong("expected a key");
                }
                int start = cursor.position;
                cursor.skipString();
                String name = JsonCursor.unescaped(cursor.in, start, cursor.position);
                cursor.expect(':');
                byName.put(name, cursor.slice());
            } while (cursor.another('}'));
        }
        cursor.leave();
        cursor.expectEnd();
        return new Members(byName);
    }
}
