package io.weft.gateway.execution.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON being written, as bytes that grow. What was written last can be taken back. For one thread at a time. */
public final class JsonOutput {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    public static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final int BEFORE_GROWING = 512;

    private byte[] bytes;
    private int length;

    public JsonOutput() {
        this(BEFORE_GROWING);
    }

    /** @param expected about how many bytes there will be */
    public JsonOutput(int expected) {
        this.bytes = new byte[Math.max(16, expected)];
    }

    public int length() {
        return length;
    }

    /** Forgets what was written behind {@code length}. */
    public void truncate(int length) {
        if (length > this.length) {
            throw new IllegalArgumentException("cannot truncate " + this.length + " bytes to " + length);
        }
        this.length = length;
    }

    public JsonOutput raw(byte single) {
        grow(1);
        bytes[length++] = single;
        return this;
    }

    public JsonOutput raw(char ascii) {
        return raw((byte) ascii);
    }

    /** @param ascii that needs no escapes */
    public JsonOutput raw(String ascii) {
        grow(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    public JsonOutput raw(byte[] json) {
        return raw(json, 0, json.length);
    }

    public JsonOutput raw(byte[] json, int offset, int count) {
        grow(count);
        System.arraycopy(json, offset, bytes, length, count);
        length += count;
        return this;
    }

    public JsonOutput raw(Leaf leaf) {
        return raw(leaf.bytes(), leaf.offset(), leaf.length());
    }

    public JsonOutput raw(JsonOutput other) {
        return raw(other.bytes, 0, other.length);
    }

    /** The bytes of another one, from {@code from} up to before {@code to}. */
    JsonOutput raw(JsonOutput other, int from, int to) {
        return raw(other.bytes, from, to - from);
    }

    /** Where the byte stands in a part of what was written; {@code to} where it does not. */
    int indexOf(byte wanted, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    public JsonOutput number(long value) {
        return raw(Long.toString(value));
    }

    /** A string with its quotes, escaped as RFC 8259 asks. Lone surrogates become {@code \\u} escapes. */
    public JsonOutput string(String text) {
        raw('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c < ' ' || c == '"' || c == '\\' || (Character.isSurrogate(c) && !pair)) {
                raw(text.substring(done, i).getBytes(StandardCharsets.UTF_8));
                escaped(c);
                done = i + 1;
            } else if (pair) {
                i++;
            }
        }
        return raw(text.substring(done).getBytes(StandardCharsets.UTF_8)).raw('"');
    }

    /**
     * @param value null, Boolean, Number, String, List or Map with Strings as keys
     * @throws IllegalArgumentException for anything else, and for numbers JSON has no word for
     */
    public JsonOutput value(@Nullable Object value) {
        return switch (value) {
            case null -> raw(NULL);
            case String text -> string(text);
            case Boolean truth -> raw(truth.toString().getBytes(StandardCharsets.US_ASCII));
            case Double number
            when !Double.isFinite(number) -> throw new IllegalArgumentException("no JSON: " + number);
            case Float number when !Float.isFinite(number) -> throw new IllegalArgumentException("no JSON: " + number);
            case Number number -> raw(number.toString().getBytes(StandardCharsets.US_ASCII));
            case List<?> list -> {
                raw('[');
                for (int i = 0; i < list.size(); i++) {
                    (i == 0 ? this : raw(',')).value(list.get(i));
                }
                yield raw(']');
            }
            case Map<?, ?> map -> {
                raw('{');
                boolean first = true;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    (first ? this : raw(','))
                            .string((String) entry.getKey())
                            .raw(':')
                            .value(entry.getValue());
                    first = false;
                }
                yield raw('}');
            }
            default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
        };
    }

    private void escaped(char c) {
        raw('\\');
        switch (c) {
            case '"', '\\' -> raw(c);
            case '\n' -> raw('n');
            case '\r' -> raw('r');
            case '\t' -> raw('t');
            default -> {
                raw('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    raw(HEX[(c >> shift) & 0xF]);
                }
            }
        }
    }

    /** Whether the bytes of two parts are the same. */
    boolean sameBytes(int from, int to, int otherFrom, int otherTo) {
        return Arrays.equals(bytes, from, to, bytes, otherFrom, otherTo);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    public Leaf toLeaf() {
        return new Leaf(toByteArray(), 0, length);
    }

    int hash(int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    private void grow(int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, count), bytes.length << 1));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
