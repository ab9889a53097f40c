package io.weft.gateway.execution.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A value the tree does not look into: a slice of valid JSON, exactly as it was received. Strings keep their quotes and
 * escapes; custom scalars may be whole objects or lists, and so may lists of scalars.
 *
 * @param bytes  the received body, never written to
 * @param offset where the value begins in it
 * @param length how many bytes it has, at least one
 */
public record Leaf(byte[] bytes, int offset, int length) implements DataNode {

    /** @param json valid JSON without white space around it */
    public static Leaf of(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Leaf(bytes, 0, bytes.length);
    }

    public byte first() {
        return bytes[offset];
    }

    public int end() {
        return offset + length;
    }

    public boolean isString() {
        return first() == '"';
    }

    /** The elements of a list of scalars; {@code null} elements are nulls. Only for what begins with a bracket. */
    public List<DataNode> elements() {
        JsonCursor cursor = new JsonCursor(bytes, offset, length, AnswerParser.MAX_DEPTH);
        List<DataNode> elements = new ArrayList<>();
        cursor.expect('[');
        if (cursor.peek() == ']') {
            return elements;
        }
        do {
            Leaf element = cursor.slice();
            elements.add(element.first() == 'n' ? Null.NULL : element);
        } while (cursor.another(']'));
        return elements;
    }

    /** What a string says, without quotes and escapes. Only for strings. */
    public String text() {
        return JsonCursor.unescaped(bytes, offset, end());
    }

    /** The JSON text. */
    public String json() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaf leaf && Arrays.equals(bytes, offset, end(), leaf.bytes, leaf.offset, leaf.end());
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < end(); i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return json();
    }
}
