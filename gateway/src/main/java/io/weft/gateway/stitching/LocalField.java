package io.weft.gateway.stitching;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a field has that no service answers: a resolver that is declared and not coded. */
public sealed interface LocalField {

    /** Where it is said. */
    Place at();

    /**
     * Always the same.
     *
     * @param value null, Boolean, Number, String, List or Map
     */
    record Constant(Place at, @Nullable Object value) implements LocalField {
        public Constant {
            Objects.requireNonNull(at);
        }
    }

    /**
     * An object that other services know, by its key.
     *
     * @param selectionSet what must be known of the object that has the field; empty where the key says it
     * @param key          fields of the object that is found and what they equal, {@code upc: $key.productUpc}
     */
    record Link(Place at, Optional<String> selectionSet, String key) implements LocalField {
        public Link {
            Objects.requireNonNull(at);
            Objects.requireNonNull(selectionSet);
            Objects.requireNonNull(key);
        }
    }
}
