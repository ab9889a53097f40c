package io.weft.gateway.execution;

import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Leaf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a leaf of the data tree as a value of an input type. What one service calls a number, another may call an ID:
 * as long as nothing is lost, it is converted.
 */
enum FitLeaf {
    ID,
    STRING,
    INT,
    FLOAT,
    BOOLEAN,
    /** Enum values and the services' own scalars are sent as they came. */
    AS_IS;

    /** @param type a leaf's input type */
    static FitLeaf to(String type) {
        return switch (type) {
            case "ID" -> ID;
            case "String" -> STRING;
            case "Int" -> INT;
            case "Float" -> FLOAT;
            case "Boolean" -> BOOLEAN;
            default -> AS_IS;
        };
    }

    Written write(Leaf leaf, JsonOutput out) {
        if (leaf.first() == '[' && this != AS_IS) {
            return list(leaf, out);
        }
        Leaf fitting = fitting(leaf);
        if (fitting == null) {
            return new Written.Misfit(leaf.json() + " is not " + (this == INT || this == ID ? "an " : "a ") + said());
        }
        out.raw(fitting);
        return Written.Plainly.WHOLE;
    }

    private Written list(Leaf leaf, JsonOutput out) {
        out.raw('[');
        List<DataNode> elements = leaf.elements();
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                out.raw(',');
            }
            if (!(elements.get(i) instanceof Leaf element)) {
                return Written.Plainly.NO_KEY;
            }
            Written written = write(element, out);
            if (written != Written.Plainly.WHOLE) {
                return written;
            }
        }
        out.raw(']');
        return Written.Plainly.WHOLE;
    }

    /** Null where the value does not fit. */
    private @Nullable Leaf fitting(Leaf leaf) {
        return switch (this) {
            case ID -> leaf.isString() ? leaf : isNumber(leaf) ? quoted(leaf) : null;
            case STRING -> leaf.isString() ? leaf : isNumber(leaf) || isBoolean(leaf) ? quoted(leaf) : null;
            case INT -> integer(leaf);
            case FLOAT -> number(leaf);
            case BOOLEAN -> {
                Leaf plain = leaf.isString() ? unquoted(leaf) : leaf;
                yield isBoolean(plain) ? plain : null;
            }
            case AS_IS -> leaf;
        };
    }

    private static @Nullable Leaf integer(Leaf leaf) {
        BigDecimal value = value(leaf);
        if (value == null || value.stripTrailingZeros().scale() > 0 || value.precision() - value.scale() > 10) {
            return null;
        }
        BigInteger whole = value.toBigInteger();
        return whole.bitLength() > 31 ? null : Leaf.of(whole.toString());
    }

    private static @Nullable Leaf number(Leaf leaf) {
        if (!leaf.isString()) {
            return isNumber(leaf) ? leaf : null;
        }
        BigDecimal value = value(leaf);
        return value == null ? null : Leaf.of(value.toString());
    }

    private static @Nullable BigDecimal value(Leaf leaf) {
        String text = leaf.isString() ? leaf.text() : leaf.json();
        try {
            return text.isBlank() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isNumber(Leaf leaf) {
        return leaf.first() == '-' || leaf.first() >= '0' && leaf.first() <= '9';
    }

    private static boolean isBoolean(Leaf leaf) {
        return leaf.first() == 't' || leaf.first() == 'f';
    }

    private static Leaf quoted(Leaf leaf) {
        return new JsonOutput().string(leaf.json()).toLeaf();
    }

    private static Leaf unquoted(Leaf leaf) {
        String text = leaf.text();
        return text.equals("true") || text.equals("false") ? Leaf.of(text) : leaf;
    }

    private String said() {
        return this == ID ? "ID" : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
