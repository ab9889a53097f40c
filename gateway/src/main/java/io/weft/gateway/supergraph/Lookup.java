package io.weft.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * In subgraph S, an object of type T can be found by key K, so. The one idea that planner and executor know of how
 * subgraphs are entered; composition makes lookups of whatever dialect a subgraph speaks.
 */
public sealed interface Lookup {

    SubgraphName subgraph();

    /** The type that is found: an object type, an interface with a key, or an interface object. */
    String type();

    /** What must be known of the object. */
    FieldSet key();

    /** Federation's {@code _entities(representations:)}, for a {@code @key} that is resolvable. */
    record Entities(SubgraphName subgraph, String type, FieldSet key) implements Lookup {
        public Entities {
            Objects.requireNonNull(subgraph);
            Objects.requireNonNull(type);
            Objects.requireNonNull(key);
        }
    }

    /**
     * A field of the subgraph's query root, for services that know nothing of federation.
     *
     * @param path      the fields from the query root to the one that finds, usually just that one; those before it
     *                  take no arguments
     * @param arguments what the last field of the path is given, by argument name
     * @param answer    how many objects one call finds, and which is which
     */
    record RootField(
            SubgraphName subgraph,
            String type,
            FieldSet key,
            List<String> path,
            Map<String, KeyTemplate> arguments,
            Answer answer)
            implements Lookup {
        public RootField {
            Objects.requireNonNull(subgraph);
            Objects.requireNonNull(type);
            Objects.requireNonNull(key);
            path = List.copyOf(path);
            arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
            Objects.requireNonNull(answer);
            if (path.isEmpty()) {
                throw new IllegalArgumentException("a lookup of " + type + " in " + subgraph + " by no field");
            }
        }

        /** What a call finds. */
        public sealed interface Answer {
            /** The object of the one key that is sent, or null. */
            record One() implements Answer {}

            /**
             * A list in the order of the keys, null for an unknown key. A shorter list is an error, since nobody knows
             * which object is whose; what follows the last key's object is of nobody.
             */
            record Positional() implements Answer {}

            /**
             * A list in any order and of any length. An object belongs to the key whose fields it repeats.
             *
             * @param fields what is asked back, as a path on the object ({@code owner.id}), and the path on the key
             *               that it must equal; they are equal whether they are numbers or strings
             */
            record Matched(Map<String, String> fields) implements Answer {
                public Matched {
                    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
                    if (fields.isEmpty()) {
                        throw new IllegalArgumentException("objects are matched with their keys by no field");
                    }
                }
            }
        }
    }
}
