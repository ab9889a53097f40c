package io.weft.gateway.configuration;

import io.weft.gateway.stitching.TypeMerging;
import io.weft.gateway.stitching.TypeMerging.Conflict;
import io.weft.gateway.stitching.TypeMerging.Level;
import io.weft.gateway.stitching.TypeMerging.Unreachable;
import io.weft.gateway.stitching.TypeMerging.Validation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code typeMergingOptions}; the names are those of graphql-tools, but for {@code unreachableFields}. */
final class ReadTypeMerging {

    private static final Map<String, Level> LEVELS = Map.of("off", Level.OFF, "warn", Level.WARN, "error", Level.ERROR);
    private static final Map<String, Unreachable> UNREACHABLE =
            Map.of("refuse", Unreachable.REFUSED, "null", Unreachable.NULL);

    private ReadTypeMerging() {}

    static TypeMerging read(YamlMap said) {
        said.only("validationSettings", "validationScopes", "useNonNullableFieldOnConflict", "unreachableFields");
        Map<String, Validation> scopes = new LinkedHashMap<>();
        said.map("validationScopes", "validationScopes")
                .ifPresent(map -> map.keys()
                        .forEach(scope -> map.map(scope, "the validation scope " + scope)
                                .ifPresent(settings -> scopes.put(scope, validation(settings)))));
        return new TypeMerging(
                said.map("validationSettings", "validationSettings")
                        .map(ReadTypeMerging::validation)
                        .orElse(Validation.UNSAID),
                scopes,
                said.isOn("useNonNullableFieldOnConflict") ? Conflict.NULLABLE : Conflict.CANONICAL,
                said.oneOf("unreachableFields", UNREACHABLE).orElse(Unreachable.REFUSED));
    }

    private static Validation validation(YamlMap said) {
        said.only("validationLevel", "strictNullComparison", "proxiableScalars");
        Map<String, Set<String>> scalars = new LinkedHashMap<>();
        said.map("proxiableScalars", "proxiableScalars")
                .ifPresent(map -> map.keys().forEach(scalar -> scalars.put(scalar, Set.copyOf(map.texts(scalar)))));
        return new Validation(
                said.oneOf("validationLevel", LEVELS),
                said.node("strictNullComparison").isPresent()
                        ? Optional.of(said.isOn("strictNullComparison"))
                        : Optional.empty(),
                scalars);
    }
}
