package io.weft.gateway.stitching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is configured about a type of a stitched service.
 *
 * @param entryPoints the ways to find its objects in the service; empty where the service only refers to them
 * @param fields      by name; only those about which there is something to say
 * @param canonical   where it is said that this service's description and definition of the type count
 */
public record MergedType(
        Place at, List<EntryPoint> entryPoints, Map<String, MergedField> fields, Optional<Place> canonical) {
    public MergedType {
        Objects.requireNonNull(at);
        entryPoints = List.copyOf(entryPoints);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        Objects.requireNonNull(canonical);
    }
}
