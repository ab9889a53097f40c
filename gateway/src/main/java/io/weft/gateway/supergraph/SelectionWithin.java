package io.weft.gateway.supergraph;

import graphql.language.ObjectValue;
import java.util.Objects;
import java.util.Set;

/**
 * A field of an object that is a selection, restricted by what the object says.
 *
 * @param type   the object's type, {@code Convention}
 * @param field  the field, {@code records}
 * @param filter of the selection; its variables are fields of the object
 * @param needs  those fields. Where one of them is null, nothing is selected
 */
public record SelectionWithin(String type, String field, ObjectValue filter, Set<String> needs) {
    public SelectionWithin {
        Objects.requireNonNull(type);
        Objects.requireNonNull(field);
        Objects.requireNonNull(filter);
        needs = Set.copyOf(needs);
    }
}
