package io.weft.gateway.stitching;

import java.util.Objects;
import java.util.Optional;

/**
 * What is configured about a field of a type of a stitched service.
 *
 * @param selectionSet what has to be known of the object, beyond its key, for the service to answer the field
 * @param computed     where it is said that the field is computed of its selection set; nothing follows from it but
 *                     that there has to be one
 * @param canonical    where it is said that this service's description and type of the field count
 */
public record MergedField(
        Place at, Optional<String> selectionSet, Optional<Place> computed, Optional<Place> canonical) {
    public MergedField {
        Objects.requireNonNull(at);
        Objects.requireNonNull(selectionSet);
        Objects.requireNonNull(computed);
        Objects.requireNonNull(canonical);
    }
}
