package io.weft.gateway.planning.plan;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What identifies an object to a subgraph, and what {@code @requires} asks to be sent along.
 *
 * @param appliesTo the {@code __typename}s in the data tree it is for; empty: any object
 * @param typename  what to send as {@code __typename}; may be the interface's, for an interface object
 * @param fields    in the order they are sent. An object without all of its key is not looked up.
 */
public record Representation(Set<String> appliesTo, Typename typename, List<RepresentationField> fields) {

    public Representation {
        appliesTo = Set.copyOf(appliesTo);
        Objects.requireNonNull(typename);
        fields = List.copyOf(fields);
    }

    /** The {@code __typename} that is sent. */
    public sealed interface Typename {
        /** The one the data tree holds. */
        record OfObject() implements Typename {}

        /** Always this one. */
        record Fixed(String name) implements Typename {}
    }

    /**
     * @param name     the field's name in the representation
     * @param dataKey  where its value stands in the data tree
     * @param role     whether it must be there, or may be null
     * @param children below an object or a list of objects; empty for a leaf
     */
    public record RepresentationField(
            String name, String dataKey, Role role, List<RepresentationField> children, Set<String> onTypes) {
        public RepresentationField {
            Objects.requireNonNull(name);
            Objects.requireNonNull(dataKey);
            Objects.requireNonNull(role);
            children = List.copyOf(children);
            onTypes = Set.copyOf(onTypes);
        }
    }

    public enum Role {
        /** Part of the key: without it the object cannot be looked up. */
        KEY,
        /** Part of the key that may be null in the subgraph: sent as null as long as anything of the key is not null. */
        KEY_OR_NULL,
        /** Asked for by {@code @requires}: null is sent as null. */
        REQUIREMENT
    }
}
