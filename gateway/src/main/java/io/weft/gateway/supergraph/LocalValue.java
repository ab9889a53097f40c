package io.weft.gateway.supergraph;

import io.weft.gateway.document.TypeReference;
import java.util.Objects;

/** How the gateway itself answers a field. */
public sealed interface LocalValue {

    /** @param literal in GraphQL syntax; fits the field's type */
    record Constant(String literal) implements LocalValue {
        public Constant {
            Objects.requireNonNull(literal);
        }
    }

    /**
     * An object of which only its key is known here, or a list of such objects.
     *
     * @param type the field's
     * @param key  the fields of the object that are known, made of the object that has the field. Where a part of it is
     *             null, so is the object. For a list, those parts that are lists have an element for each object.
     */
    record Link(TypeReference type, KeyTemplate.ObjectOf key) implements LocalValue {
        public Link {
            Objects.requireNonNull(type);
            Objects.requireNonNull(key);
        }
    }
}
