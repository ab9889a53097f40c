package io.weft.gateway.composition.schema;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The directives of the federation specification, with the minor version of v2 that introduced them. */
public enum FederationDirective {
    KEY("key", 0),
    REQUIRES("requires", 0),
    PROVIDES("provides", 0),
    EXTERNAL("external", 0),
    TAG("tag", 0),
    EXTENDS("extends", 0),
    SHAREABLE("shareable", 0),
    INACCESSIBLE("inaccessible", 0),
    OVERRIDE("override", 0),
    COMPOSE_DIRECTIVE("composeDirective", 1),
    INTERFACE_OBJECT("interfaceObject", 3),
    AUTHENTICATED("authenticated", 5),
    REQUIRES_SCOPES("requiresScopes", 5),
    POLICY("policy", 6),
    CONTEXT("context", 8),
    FROM_CONTEXT("fromContext", 8),
    COST("cost", 9),
    LIST_SIZE("listSize", 9),
    CACHE_TAG("cacheTag", 12);

    private static final Map<String, FederationDirective> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(FederationDirective::specName, Function.identity()));

    private final String specName;
    private final int sinceMinor;

    FederationDirective(String specName, int sinceMinor) {
        this.specName = specName;
        this.sinceMinor = sinceMinor;
    }

    public static Optional<FederationDirective> named(String specName) {
        return Optional.ofNullable(BY_NAME.get(specName));
    }

    public String specName() {
        return specName;
    }

    public int sinceMinor() {
        return sinceMinor;
    }

    /** Whether federation 1 knows it without an import. */
    public boolean isFederationOne() {
        return switch (this) {
            case KEY, REQUIRES, PROVIDES, EXTERNAL, TAG, EXTENDS -> true;
            case SHAREABLE,
                    INACCESSIBLE,
                    OVERRIDE,
                    COMPOSE_DIRECTIVE,
                    INTERFACE_OBJECT,
                    AUTHENTICATED,
                    REQUIRES_SCOPES,
                    POLICY,
                    CONTEXT,
                    FROM_CONTEXT,
                    COST,
                    LIST_SIZE,
                    CACHE_TAG -> false;
        };
    }

    /** Whether it stays on the element in the supergraph. */
    public boolean isMerged() {
        return switch (this) {
            case TAG, INACCESSIBLE, AUTHENTICATED, REQUIRES_SCOPES, POLICY, COST, LIST_SIZE, CACHE_TAG -> true;
            case KEY,
                    REQUIRES,
                    PROVIDES,
                    EXTERNAL,
                    EXTENDS,
                    SHAREABLE,
                    OVERRIDE,
                    COMPOSE_DIRECTIVE,
                    INTERFACE_OBJECT,
                    CONTEXT,
                    FROM_CONTEXT -> false;
        };
    }
}
