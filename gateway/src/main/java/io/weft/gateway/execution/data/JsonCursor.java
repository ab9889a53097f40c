package io.weft.gateway.execution.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Walks over JSON bytes and checks them as RFC 8259 says: strict grammar, valid UTF-8, a byte order mark ignored.
 * Everything that is wrong is a {@link JsonSyntaxException}.
 */
final class JsonCursor {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    final byte[] in;
    final int end;
    int position;
    private int depthLeft;

    JsonCursor(byte[] in, int offset, int length, int maxDepth) {
        this.in = in;
        this.position = offset;
        this.end = offset + length;
        this.depthLeft = maxDepth;
        if (length >= 3
                && in[offset] == (byte) 0xEF
                && in[offset + 1] == (byte) 0xBB
                && in[offset + 2] == (byte) 0xBF) {
            position += 3;
        }
    }

    JsonSyntaxException wrong(String message) {
        return new JsonSyntaxException(position, message);
    }

    /** The next byte that is not white space, which stays the next one. */
    byte peek() {
        while (position < end) {
            byte c = in[position];
            if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return c;
            }
            position++;
        }
        throw wrong("the text ends too early");
    }

    void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("expected '" + wanted + "'");
        }
        position++;
    }

    /** Behind an element: true and past the comma where another follows, false and past {@code close} where not. */
    boolean another(char close) {
        byte c = peek();
        if (c != ',' && c != close) {
            throw wrong("expected ',' or '" + close + "'");
        }
        position++;
        return c == ',';
    }

    void expectEnd() {
        while (position < end) {
            byte c = in[position];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                throw wrong("something follows the value");
            }
            position++;
        }
    }

    void enter() {
        if (--depthLeft < 0) {
            throw wrong("nested too deeply");
        }
    }

    void leave() {
        depthLeft++;
    }

    /** Over a whole value, of which a slice is handed back. */
    Leaf slice() {
        peek();
        int start = position;
        skipValue();
        return new Leaf(in, start, position - start);
    }

    void skipValue() {
        switch (peek()) {
            case '{' -> skipObject();
            case '[' -> skipList();
            case '"' -> skipString();
            case 't' -> skipLiteral("true");
            case 'f' -> skipLiteral("false");
            case 'n' -> skipLiteral("null");
            default -> skipNumber();
        }
    }

    private void skipObject() {
        enter();
        position++;
        if (peek() == '}') {
            position++;
        } else {
            do {
                skipKey();
                skipValue();
            } while (another('}'));
        }
        leave();
    }

    void skipKey() {
        if (peek() != '"') {
            throw wrong("expected a key");
        }
        skipString();
        expect(':');
    }

    private void skipList() {
        enter();
        position++;
        if (peek() == ']') {
            position++;
        } else {
            do {
                skipValue();
            } while (another(']'));
        }
        leave();
    }

    void skipLiteral(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            if (position + i >= end || in[position + i] != literal.charAt(i)) {
                throw wrong("expected a value");
            }
        }
        position += literal.length();
    }

    private void skipNumber() {
        int start = position;
        if (position < end && in[position] == '-') {
            position++;
        }
        if (position < end && in[position] == '0') {
            position++;
        } else {
            skipDigits(start == position ? "expected a value" : "expected a digit");
        }
        if (position < end && in[position] == '.') {
            position++;
            skipDigits("expected a digit");
        }
        if (position < end && (in[position] | 0x20) == 'e') {
            position++;
            if (position < end && (in[position] == '+' || in[position] == '-')) {
                position++;
            }
            skipDigits("expected a digit");
        }
    }

    private void skipDigits(String otherwise) {
        int start = position;
        while (position < end && in[position] >= '0' && in[position] <= '9') {
            position++;
        }
        if (position == start) {
            throw wrong(otherwise);
        }
    }

    /** Over a string, at whose opening quote the cursor stands. */
    void skipString() {
        position++;
        while (true) {
            while (position + Long.BYTES <= end) {
                long special = special((long) LONGS.get(in, position));
                if (special != 0) {
                    position += Long.numberOfTrailingZeros(special) >>> 3;
                    break;
                }
                position += Long.BYTES;
            }
            if (position >= end) {
                throw wrong("a string does not end");
            }
            byte c = in[position];
            if (c == '"') {
                position++;
                return;
            } else if (c == '\\') {
                skipEscape();
            } else if (c < 0) {
                skipMultibyte(c);
            } else if (c < ' ') {
                throw wrong("a control character in a string");
            } else {
                position++;
            }
        }
    }

    /** A high bit for each byte that is a quote, a backslash, a control character or not ASCII. */
    private static long special(long word) {
        long quote = word ^ (ONES * '"');
        long backslash = word ^ (ONES * '\\');
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((word - ONES * ' ') & ~word) | word)
                & HIGH;
    }

    private void skipEscape() {
        if (position + 1 >= end) {
            throw wrong("a string does not end");
        }
        switch (in[position + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> position += 2;
            case 'u' -> {
                for (int i = 2; i < 6; i++) {
                    if (position + i >= end || Character.digit(in[position + i], 16) < 0) {
                        throw wrong("expected four hexadecimal digits behind \\u");
                    }
                }
                position += 6;
            }
            default -> throw wrong("an unknown escape");
        }
    }

    /** One character of two to four bytes: not overlong, not a surrogate, not beyond U+10FFFF (Unicode, table 3-7). */
    private void skipMultibyte(byte lead) {
        int first = lead & 0xFF;
        int length = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        boolean valid = switch (length) {
            case 2 -> continues(1, 0x80, 0xBF);
            case 3 ->
                continues(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && continues(2, 0x80, 0xBF);
            case 4 ->
                continues(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF)
                        && continues(2, 0x80, 0xBF)
                        && continues(3, 0x80, 0xBF);
            default -> false;
        };
        if (!valid) {
            throw wrong("not valid UTF-8");
        }
        position += length;
    }

    private boolean continues(int ahead, int from, int to) {
        if (position + ahead >= end) {
            return false;
        }
        int c = in[position + ahead] & 0xFF;
        return c >= from && c <= to;
    }

    /** The text of a string that stands, quotes included, between the two offsets and has been checked. */
    static String unescaped(byte[] in, int from, int to) {
        String raw = new String(in, from + 1, to - from - 2, StandardCharsets.UTF_8);
        int escape = raw.indexOf('\\');
        if (escape < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int done = 0;
        while (escape >= 0) {
            text.append(raw, done, escape);
            char kind = raw.charAt(escape + 1);
            switch (kind) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> text.append((char) Integer.parseInt(raw, escape + 2, escape + 6, 16));
                default -> text.append(kind);
            }
            done = escape + (kind == 'u' ? 6 : 2);
            escape = raw.indexOf('\\', done);
        }
        return text.append(raw, done, raw.length()).toString();
    }
}
