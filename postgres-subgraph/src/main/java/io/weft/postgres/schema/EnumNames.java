package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * GraphQL names for the labels of an enumeration. A label that is a GraphQL name stays as it is. In another, whatever no name may hold
 * becomes an underscore ({@code in progress} is {@code in_progress}); where two would then be one, it becomes its code point
 * ({@code in_x20_progress}), so a name never depends on the labels' order.
 */
public final class EnumNames {

    private static final Set<String> RESERVED = Set.of("true", "false", "null");

    private EnumNames() {}

    /** The label for each name, in the order of the labels. */
    public static Map<String, String> labels(ColumnType.Enumeration type) {
        Map<String, Integer> uses = new HashMap<>();
        type.labels().forEach(label -> uses.merge(plain(label), 1, Integer::sum));
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : type.labels()) {
            String name = plain(label);
            boolean shared = uses.getOrDefault(name, 0) > 1 && !name.equals(label);
            String other = labels.put(shared ? exact(label) : name, label);
            if (other != null) {
                throw new NameCollision(
                        name, "the label \"" + other + "\" of " + type.name(), "its label \"" + label + "\"");
            }
        }
        return labels;
    }

    private static String plain(String label) {
        return legal(label, c -> "_");
    }

    private static String exact(String label) {
        return legal(label, c -> "_x" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + "_");
    }

    private static String legal(String label, IntFunction<String> instead) {
        StringBuilder name = new StringBuilder();
        label.codePoints().forEach(c -> {
            if (c == '_' || c < 128 && Character.isLetterOrDigit(c)) {
                name.appendCodePoint(c);
            } else {
                name.append(instead.apply(c));
            }
        });
        boolean needsPrefix = name.isEmpty() || Character.isDigit(name.charAt(0)) || RESERVED.contains(name.toString());
        String legal = needsPrefix ? "_" + name : name.toString();
        return legal.startsWith("__") ? "x" + legal : legal;
    }
}
