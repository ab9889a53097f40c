package io.weft.gateway.stitching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A root field that finds objects of a type by a key.
 *
 * @param selectionSet the key: what must be known of an object; empty where the arguments say it
 * @param fieldName    a field of the service's query root; with dots where the way to it leads through namespaces
 * @param arguments    what the field is given
 * @param match        where a list's objects are found by what they repeat of the key and not by their position: what
 *                     they repeat, as a path on the object, and the path on the key that it equals; a path on the key
 *                     that is empty is the key's only field
 */
public record EntryPoint(
        Place at, Optional<String> selectionSet, String fieldName, Arguments arguments, Map<String, String> match) {
    public EntryPoint {
        Objects.requireNonNull(at);
        Objects.requireNonNull(selectionSet);
        Objects.requireNonNull(fieldName);
        Objects.requireNonNull(arguments);
        match = Collections.unmodifiableMap(new LinkedHashMap<>(match));
    }

    /** How the arguments are made of the key. */
    public sealed interface Arguments {

        /** @param argsExpr {@code id: $key.id} or {@code ids: [[$key.id]]} */
        record Expression(String argsExpr) implements Arguments {
            public Expression {
                Objects.requireNonNull(argsExpr);
            }
        }

        /**
         * The key, or a part of it, is one argument. Where nothing at all is said, the key is the only argument.
         *
         * @param keyField       the field of the key that is given alone
         * @param keyArg         the argument that takes the key, with dots where it lies deeper; may be left out where
         *                       there is but one
         * @param key            fields of an input object and what of the key they take, {@code "theId:id"}, or the same
         *                       name for both, {@code "id"}
         * @param additionalArgs constants for the other arguments, {@code locale: "en"}
         */
        record OfKey(
                Optional<String> keyField, Optional<String> keyArg, List<String> key, Optional<String> additionalArgs)
                implements Arguments {
            public OfKey {
                Objects.requireNonNull(keyField);
                Objects.requireNonNull(keyArg);
                key = List.copyOf(key);
                Objects.requireNonNull(additionalArgs);
            }

            public boolean saysNothing() {
                return keyField.isEmpty() && keyArg.isEmpty() && key.isEmpty() && additionalArgs.isEmpty();
            }
        }
    }
}
