package io.weft.gateway.supergraph;

import io.weft.gateway.document.TypeReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A field as one subgraph defines it.
 *
 * @param name       the field's name
 * @param type       the type this subgraph gives it; may differ in nullability from the supergraph's
 * @param arguments  the arguments this subgraph takes from clients, in order
 * @param resolution whether this subgraph answers the field by itself
 * @param requires   what must be sent along for the field to be answered ({@code @requires})
 * @param provides   what this subgraph can answer below this field though it is external there ({@code @provides})
 * @param contextual the arguments it takes from objects above ({@code @fromContext})
 */
public record SubgraphField(
        String name,
        TypeReference type,
        Map<String, TypeReference> arguments,
        Resolution resolution,
        Optional<FieldSet> requires,
        Optional<FieldSet> provides,
        List<ContextualArgument> contextual) {

    public SubgraphField {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        Objects.requireNonNull(resolution);
        Objects.requireNonNull(requires);
        Objects.requireNonNull(provides);
        contextual = List.copyOf(contextual);
    }

    /** A field all of whose arguments clients give. */
    public SubgraphField(
            String name,
            TypeReference type,
            Map<String, TypeReference> arguments,
            Resolution resolution,
            Optional<FieldSet> requires,
            Optional<FieldSet> provides) {
        this(name, type, arguments, resolution, requires, provides, List.of());
    }

    /** Whether something has to be known of the object, or of those above it, before the field can be asked. */
    public boolean isDemanding() {
        return requires.isPresent() || !contextual.isEmpty();
    }

    /** Whether a subgraph answers a field it defines. */
    public sealed interface Resolution {
        /** Always. */
        record Resolved() implements Resolution {}

        /** Only where a parent's {@code @provides} says so ({@code @external}). */
        record External() implements Resolution {}

        /** No longer: another subgraph has overridden it ({@code @override} without a label). */
        record Overridden(SubgraphName by) implements Resolution {}

        /**
         * While the label is on, {@code by} answers; while it is off, this subgraph does. On the overriding side
         * {@code by} is the subgraph itself.
         */
        record Progressive(String label, SubgraphName by) implements Resolution {}
    }
}
