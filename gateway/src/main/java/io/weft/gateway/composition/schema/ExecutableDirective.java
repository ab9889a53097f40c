package io.weft.gateway.composition.schema;

import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import java.util.List;
import java.util.Set;

/** Directives that clients may write in operations. */
public final class ExecutableDirective {

    private static final Set<String> LOCATIONS = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION");

    private ExecutableDirective() {}

    public static boolean isExecutable(DirectiveDefinition definition) {
        return definition.getDirectiveLocations().stream().anyMatch(ExecutableDirective::isExecutable);
    }

    public static boolean isExecutable(DirectiveLocation location) {
        return LOCATIONS.contains(location.getName());
    }

    public static DirectiveDefinition withExecutableLocations(DirectiveDefinition definition) {
        List<DirectiveLocation> locations = definition.getDirectiveLocations().stream()
                .filter(at -> LOCATIONS.contains(at.getName()))
                .toList();
        return definition.transform(builder -> builder.directiveLocations(locations));
    }
}
