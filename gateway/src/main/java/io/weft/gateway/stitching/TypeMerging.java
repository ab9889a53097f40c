package io.weft.gateway.stitching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the definitions of several stitched services become one: graphql-tools' {@code typeMergingOptions}.
 *
 * @param validation        how definitions that differ are taken
 * @param scopes            the same for {@code Type}, {@code Type.field} or {@code Type.field.argument} alone; what a
 *                          scope does not say, a wider one does
 * @param conflict          which type a field has that is nullable in some services only
 * @param unreachableFields whether there may be fields that no plan can get
 */
public record TypeMerging(
        Validation validation, Map<String, Validation> scopes, Conflict conflict, Unreachable unreachableFields) {

    /** Differences are told, and the last definition counts. */
    public static final TypeMerging USUAL =
            new TypeMerging(Validation.UNSAID, Map.of(), Conflict.CANONICAL, Unreachable.REFUSED);

    public TypeMerging {
        Objects.requireNonNull(validation);
        scopes = Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
        Objects.requireNonNull(conflict);
        Objects.requireNonNull(unreachableFields);
    }

    /** What becomes of definitions that differ and can still be merged. */
    public enum Level {
        OFF,
        WARN,
        ERROR
    }

    /** Which of a field's types counts where they differ in nullability. */
    public enum Conflict {
        /** The canonical definition's. */
        CANONICAL,
        /** The one that all services can keep. */
        NULLABLE
    }

    /** What becomes of fields that cannot be had everywhere their type can. */
    public enum Unreachable {
        REFUSED,
        /** They are null where they cannot be had. */
        NULL
    }

    /**
     * @param level              what becomes of differences
     * @param strictNullability  whether a difference in nullability is one even where the canonical type is the nullable
     * @param proxiableScalars   by scalar of the canonical type: what other services may call it
     */
    public record Validation(
            Optional<Level> level, Optional<Boolean> strictNullability, Map<String, Set<String>> proxiableScalars) {

        public static final Validation UNSAID = new Validation(Optional.empty(), Optional.empty(), Map.of());

        public Validation {
            Objects.requireNonNull(level);
            Objects.requireNonNull(strictNullability);
            proxiableScalars = Map.copyOf(proxiableScalars);
        }

        private Validation orElse(Validation wider) {
            return new Validation(
                    level.or(wider::level),
                    strictNullability.or(wider::strictNullability),
                    proxiableScalars.isEmpty() ? wider.proxiableScalars() : proxiableScalars);
        }

        public boolean isProxiable(String canonical, String other) {
            return proxiableScalars.getOrDefault(canonical, Set.of()).contains(other);
        }
    }

    /** @param names a type's name, and what lies below it on the way to what is asked about */
    public Validation at(List<String> names) {
        Validation found = Validation.UNSAID;
        for (int depth = names.size(); depth > 0; depth--) {
            Validation scope = scopes.get(String.join(".", names.subList(0, depth)));
            found = scope == null ? found : found.orElse(scope);
        }
        return found.orElse(validation);
    }
}
