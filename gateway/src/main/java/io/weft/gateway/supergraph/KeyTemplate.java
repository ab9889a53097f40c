package io.weft.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How an argument of a root field is made of keys: the expressions of schema stitching's {@code @merge(argsExpr:)}.
 */
public sealed interface KeyTemplate {

    /** Whether the value differs from key to key. */
    default boolean usesKey() {
        return switch (this) {
            case FromKey ignored -> true;
            case Constant ignored -> false;
            case ObjectOf(Map<String, KeyTemplate> fields) ->
                fields.values().stream().anyMatch(KeyTemplate::usesKey);
            case ListOf(List<KeyTemplate> elements) -> elements.stream().anyMatch(KeyTemplate::usesKey);
            case ForEachKey ignored -> true;
        };
    }

    /** As {@code argsExpr} is written, which for constants is GraphQL. */
    default String print() {
        return switch (this) {
            case FromKey(List<String> path) -> path.isEmpty() ? "$key" : "$key." + String.join(".", path);
            case Constant(String literal) -> literal;
            case ObjectOf(Map<String, KeyTemplate> fields) ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue().print())
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case ListOf(List<KeyTemplate> elements) ->
                elements.stream().map(KeyTemplate::print).collect(Collectors.joining(", ", "[", "]"));
            case ForEachKey(KeyTemplate element) -> "[[" + element.print() + "]]";
        };
    }

    /**
     * A field of the key, {@code $key.owner.id}.
     *
     * @param path the fields on the way; empty for {@code $key}, the key as a whole. Where a list is met on the way, the
     *             value is the list of what lies below its elements. What the key does not hold this time, because a
     *             computed field that needs it is not asked for, is left out of the argument.
     */
    record FromKey(List<String> path) implements KeyTemplate {
        public FromKey {
            path = List.copyOf(path);
        }
    }

    /** @param literal in GraphQL syntax, printed compactly */
    record Constant(String literal) implements KeyTemplate {
        public Constant {
            Objects.requireNonNull(literal);
        }
    }

    record ObjectOf(Map<String, KeyTemplate> fields) implements KeyTemplate {
        public ObjectOf {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    record ListOf(List<KeyTemplate> elements) implements KeyTemplate {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** {@code [[...]]}: a list with one element for every key of the call. */
    record ForEachKey(KeyTemplate element) implements KeyTemplate {
        public ForEachKey {
            Objects.requireNonNull(element);
        }
    }
}
