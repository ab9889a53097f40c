package io.weft.gateway.translation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a part of a transformed service's answer goes in the data tree. A place is told by data keys from the object on
 * that the service answers; there is more than one where the gateway has put objects of its own between.
 */
public sealed interface Answered {

    /**
     * A value.
     *
     * @param key   its response key
     * @param place where it goes; the last data key is its own
     * @param names for type names and enum values that the service calls otherwise: from its names to the supergraph's
     * @param below the fields of the objects that stand there; empty for a leaf
     */
    record Value(String key, List<String> place, Map<String, String> names, List<Answered> below) implements Answered {
        public Value {
            Objects.requireNonNull(key);
            place = List.copyOf(place);
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
            below = List.copyOf(below);
            if (place.isEmpty()) {
                throw new IllegalArgumentException("the value of " + key + " goes nowhere");
            }
        }
    }

    /**
     * An object, or a list of objects, that the supergraph does not know: what stands below belongs to the object around
     * it. Through a list, each value below becomes a list.
     */
    record Through(String key, List<Answered> below) implements Answered {
        public Through {
            Objects.requireNonNull(key);
            below = List.copyOf(below);
        }
    }

    /** An object that no service knows: it is there wherever the object around it is, with this type's name. */
    record Wrapper(List<String> place, String typename) implements Answered {
        public Wrapper {
            place = List.copyOf(place);
            Objects.requireNonNull(typename);
        }
    }
}
