package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.LocalValue;
import io.weft.gateway.supergraph.Lookup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stitched subgraph's configuration means.
 *
 * @param lookups   the ways into it
 * @param requires  what computed fields are computed of, by the field
 * @param canonical the types and fields whose definition here counts, with where that is said
 * @param local     the fields that the gateway answers itself, by type and field
 */
public record Stitches(
        List<RootLookup> lookups,
        Map<Coordinate, Requirement> requires,
        Map<Coordinate, SourcePlace> canonical,
        Map<String, Map<String, LocalValue>> local) {

    /** Of a subgraph that speaks federation. */
    public static final Stitches NONE = new Stitches(List.of(), Map.of(), Map.of(), Map.of());

    public Stitches {
        lookups = List.copyOf(lookups);
        requires = Collections.unmodifiableMap(new LinkedHashMap<>(requires));
        canonical = Collections.unmodifiableMap(new LinkedHashMap<>(canonical));
        local = Collections.unmodifiableMap(new LinkedHashMap<>(local));
    }

    /**
     * A lookup and where it is configured.
     *
     * @param keys what its arguments may be made of, also what they leave out
     */
    public record RootLookup(Lookup.RootField lookup, EntryKeys keys, SourcePlace at) {}

    /** What a field is computed of and where that is said. */
    public record Requirement(FieldSet fields, SourcePlace at) {}
}
