package io.weft.gateway.composition.schema;

import java.util.List;
import java.util.Optional;

/** Anything in a schema that has a name, may be described, and may carry directives. */
public interface Element {
    String name();

    Optional<String> description();

    List<AppliedDirective> directives();

    /** Its line in the SDL, from 1; 0 where it was made by composition. */
    int line();

    default boolean has(FederationDirective directive) {
        for (AppliedDirective applied : directives()) {
            if (applied.is(directive)) {
                return true;
            }
        }
        return false;
    }

    default Optional<AppliedDirective> first(FederationDirective directive) {
        for (AppliedDirective applied : directives()) {
            if (applied.is(directive)) {
                return Optional.of(applied);
            }
        }
        return Optional.empty();
    }

    default List<AppliedDirective> all(FederationDirective directive) {
        return directives().stream().filter(applied -> applied.is(directive)).toList();
    }
}
