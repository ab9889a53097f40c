package io.weft.gateway.execution.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a subgraph's answer. The bytes are kept: leaves point into them. Keys that were not asked for are checked and
 * left out; of a key that stands twice the last value counts. Values are not checked against types here: an object
 * where a leaf is expected becomes a leaf, and a leaf where an object is expected stays one.
 */
public final class AnswerParser {

    /** Deeper than any sensible answer, and far from the end of the stack. */
    public static final int MAX_DEPTH = 400;

    /** Nobody is asked for more numbered keys than have so many digits. */
    private static final int MOST_DIGITS = 5;

    private static final byte[] DATA = "\"data\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERRORS = "\"errors\"".getBytes(StandardCharsets.US_ASCII);

    private final JsonCursor cursor;

    private AnswerParser(byte[] body) {
        this.cursor = new JsonCursor(body, 0, body.length, MAX_DEPTH);
    }

    /** What became of the bytes. */
    public sealed interface Parsed permits Answer, JsonProblem {}

    /**
     * A GraphQL answer.
     *
     * @param data   an object of the shape's layout, or null; empty where the answer has no {@code data}
     * @param errors the value of {@code errors}; empty where the answer has none, or null
     */
    public record Answer(Optional<DataNode> data, Optional<Leaf> errors) implements Parsed {}

    /** @param shape of {@code data} */
    public static Parsed parse(byte[] body, Shape shape) {
        try {
            return new AnswerParser(body).answer(shape);
        } catch (JsonSyntaxException e) {
            return e.problem();
        }
    }

    private Answer answer(Shape shape) {
        Optional<DataNode> data = Optional.empty();
        Optional<Leaf> errors = Optional.empty();
        cursor.expect('{');
        if (cursor.peek() == '}') {
            cursor.position++;
        } else {
            do {
                cursor.peek();
                int key = cursor.position;
                cursor.skipKey();
                if (starts(key, DATA)) {
                    data = Optional.of(data(shape));
                } else if (starts(key, ERRORS)) {
                    errors = Optional.of(cursor.slice()).filter(value -> value.first() != 'n');
                } else {
                    cursor.skipValue();
                }
            } while (cursor.another('}'));
        }
        cursor.expectEnd();
        return new Answer(data, errors);
    }

    private boolean starts(int at, byte[] text) {
        return at + text.length <= cursor.end && Arrays.equals(cursor.in, at, at + text.length, text, 0, text.length);
    }

    private DataNode data(Shape shape) {
        byte first = cursor.peek();
        if (first != '{' && first != 'n') {
            throw cursor.wrong("\"data\" is neither an object nor null");
        }
        return value(shape);
    }

    private DataNode value(@Nullable Shape shape) {
        byte first = cursor.peek();
        if (first == 'n') {
            cursor.skipLiteral("null");
            return DataNode.Null.NULL;
        } else if (shape != null && first == '{') {
            return object(shape);
        } else if (shape != null && first == '[') {
            return list(shape);
        }
        return cursor.slice();
    }

    private ObjectNode object(Shape shape) {
        ObjectNode object = empty(shape);
        members(shape, object);
        return object;
    }

    private static ObjectNode empty(Shape shape) {
        ObjectNode object = new ObjectNode(shape.layout);
        for (Shape.Made made : shape.made) {
            ReshapedObject.make(made, object);
        }
        return object;
    }

    private void members(Shape shape, ObjectNode object) {
        cursor.enter();
        cursor.position++;
        if (cursor.peek() == '}') {
            cursor.position++;
        } else {
            int expected = 0;
            do {
                int before = cursor.position;
                int field = key(shape, expected);
                if (field < 0) {
                    if (shape.numbered.length == 0 || !numbered(shape, before, object)) {
                        cursor.skipValue();
                    }
                } else {
                    Shape.Placing placing = shape.placings == null ? null : shape.placings[field];
                    if (placing == null) {
                        object.set(shape.slots[field], typed(shape, field));
                    } else {
                        place(shape, field, placing, object);
                    }
                    expected = field + 1;
                }
            } while (cursor.another('}'));
        }
        cursor.leave();
    }

    /** A field's value; a type's name without escapes. */
    private DataNode typed(Shape shape, int field) {
        DataNode value = value(shape.children[field]);
        return shape.slots[field] == shape.layout.typenameSlot() ? plain(value) : value;
    }

    private void place(Shape shape, int field, Shape.Placing placing, ObjectNode object) {
        switch (placing) {
            case Shape.Placing.Into(int[] way, LeafTerms names) -> {
                DataNode value = typed(shape, field);
                ReshapedObject.at(way, object).set(shape.slots[field], names == null ? value : names.translate(value));
            }
            case Shape.Placing.Through() -> through(Objects.requireNonNull(shape.children[field]), object);
        }
    }

    /** Gives the fields of what stands here to the object around it. */
    private void through(Shape shape, ObjectNode around) {
        switch (cursor.peek()) {
            case '{' -> members(shape, around);
            case '[' -> {
                List<ObjectNode> elements = new ArrayList<>();
                cursor.enter();
                cursor.position++;
                if (cursor.peek() == ']') {
                    cursor.position++;
                } else {
                    do {
                        ObjectNode element = empty(shape);
                        through(shape, element);
                        elements.add(element);
                    } while (cursor.another(']'));
                }
                cursor.leave();
                ReshapedObject.gather(shape, elements, around);
            }
            default -> {
                if (value(null) == DataNode.Null.NULL) {
                    ReshapedObject.leaveNull(shape, around);
                }
            }
        }
    }

    /** Takes the value of a key that ends in a number, once the cursor is past the key and its colon. */
    private boolean numbered(Shape shape, int key, ObjectNode object) {
        int text = indexOf('"', key) + 1;
        int close = indexOf('"', text);
        for (Shape.Numbered each : shape.numbered) {
            int number = number(each.prefix(), text, close);
            if (number >= 0) {
                DataNode known = object.get(each.slot());
                ListNode list = known instanceof ListNode begun ? begun : ListNode.of(List.of());
                list.put(number, value(each.child()));
                object.set(each.slot(), list);
                return true;
            }
        }
        return false;
    }

    private int indexOf(char wanted, int from) {
        int at = from;
        while (cursor.in[at] != wanted) {
            at++;
        }
        return at;
    }

    /** What stands between the prefix and {@code to}; -1 where that is not a number or the prefix is another. */
    private int number(String prefix, int from, int to) {
        int digits = from + prefix.length();
        if (to - digits < 1 || to - digits > MOST_DIGITS) {
            return -1;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (cursor.in[from + i] != prefix.charAt(i)) {
                return -1;
            }
        }
        int number = 0;
        for (int i = digits; i < to; i++) {
            int digit = cursor.in[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Which field of the shape the next key is; -1 for none. The cursor is past the colon. */
    private int key(Shape shape, int expected) {
        if (cursor.peek() != '"') {
            throw cursor.wrong("expected a key");
        }
        int text = cursor.position + 1;
        if (expected < shape.keys.length) {
            byte[] guess = shape.keys[expected];
            int close = text + guess.length;
            if (close < cursor.end
                    && cursor.in[close] == '"'
                    && Arrays.equals(cursor.in, text, close, guess, 0, guess.length)) {
                cursor.position = close + 1;
                cursor.expect(':');
                return expected;
            }
        }
        cursor.skipString();
        int field = find(shape, text, cursor.position - 1, expected);
        cursor.expect(':');
        return field;
    }

    private int find(Shape shape, int from, int to, int expected) {
        byte[] in = cursor.in;
        int start = from;
        int stop = to;
        for (int i = from; i < to; i++) {
            if (in[i] == '\\') {
                in = JsonCursor.unescaped(cursor.in, from - 1, to + 1).getBytes(StandardCharsets.UTF_8);
                start = 0;
                stop = in.length;
                break;
            }
        }
        for (int n = 0; n < shape.keys.length; n++) {
            int field = (expected + n) % shape.keys.length;
            if (Arrays.equals(in, start, stop, shape.keys[field], 0, shape.keys[field].length)) {
                return field;
            }
        }
        return -1;
    }

    private ListNode list(Shape shape) {
        cursor.enter();
        cursor.position++;
        List<DataNode> elements = new ArrayList<>();
        if (cursor.peek() == ']') {
            cursor.position++;
        } else {
            do {
                elements.add(value(shape));
            } while (cursor.another(']'));
        }
        cursor.leave();
        return ListNode.of(elements);
    }

    /** A type name without escapes, so that names can be compared as bytes. */
    private static DataNode plain(DataNode typename) {
        if (typename instanceof Leaf leaf && leaf.isString()) {
            for (int i = leaf.offset(); i < leaf.end(); i++) {
                if (leaf.bytes()[i] == '\\') {
                    return new JsonOutput()
                            .string(JsonCursor.unescaped(leaf.bytes(), leaf.offset(), leaf.end()))
                            .toLeaf();
                }
            }
        }
        return typename;
    }
}
