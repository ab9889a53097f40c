package io.weft.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How an argument of a root field is made of keys: the expressions of schema stitching's {@code @merge(argsExpr:)}.
 */
public sealed interface KeyTemplate {

    /**
     * A field of the key, {@code $key.owner.id}.
     *
     * @param path the fields on the way; empty for {@code $key}, the key as a whole. Where a list is met on the way, the
     *             value is the list of what lies below its elements.
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
