package io.weft.gateway.composition.subgraph;

import io.weft.gateway.composition.schema.FederationDirective;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a subgraph's {@code @link}s say.
 *
 * @param federationMinor the minor version of federation 2; empty for a federation 1 schema
 * @param linkName        what {@code @link} itself is called
 * @param federationNames federation's directives by the name they have here
 * @param hiddenTypes     types of the linked specifications, by the name they have here
 * @param links           all links, in order
 */
public record Links(
        Optional<Integer> federationMinor,
        String linkName,
        Map<String, FederationDirective> federationNames,
        Map<String, String> hiddenTypes,
        List<Link> links) {

    /**
     * Of a service that knows nothing of federation: only the directives that stay on elements of the supergraph mean
     * the same there ({@code @inaccessible}, {@code @tag} and the like).
     */
    public static final Links OF_STITCHED = new Links(
            Optional.of(ReadLinks.NEWEST_MINOR),
            "link",
            Arrays.stream(FederationDirective.values())
                    .filter(FederationDirective::isMerged)
                    .collect(Collectors.toMap(FederationDirective::specName, Function.identity())),
            Map.of(),
            List.of());

    public Links {
        federationNames = Collections.unmodifiableMap(new LinkedHashMap<>(federationNames));
        hiddenTypes = Collections.unmodifiableMap(new LinkedHashMap<>(hiddenTypes));
        links = List.copyOf(links);
    }

    /**
     * @param identity  the url without its version
     * @param version   as written, {@code v1.0}
     * @param namespace the prefix of what is not imported
     * @param imports   by the name here: the name in the specification, directives with {@code @}
     */
    public record Link(
            String url, String identity, String version, String namespace, Map<String, String> imports, int line) {
        public Link {
            imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
        }

        /** What the specification calls the directive that is {@code @name} here; empty if it is not of this link. */
        public Optional<String> specDirective(String name) {
            String imported = imports.get("@" + name);
            if (imported != null) {
                return Optional.of(imported.substring(1));
            }
            if (name.startsWith(namespace + "__")) {
                return Optional.of(name.substring(namespace.length() + 2));
            }
            return name.equals(namespace)
                    ? Optional.of(identity.substring(identity.lastIndexOf('/') + 1))
                    : Optional.empty();
        }
    }

    /** What is linked of a later version of federation than federation itself is. */
    public Optional<Link> tooNew() {
        return links.stream()
                .filter(link -> link.identity().startsWith(ReadLinks.APOLLO))
                .filter(link -> federationMinor.isPresent()
                        && FederationDirective.named(link.identity().substring(ReadLinks.APOLLO.length()))
                                .filter(directive -> directive.sinceMinor() > federationMinor.get())
                                .isPresent())
                .findFirst();
    }

    public boolean isFederationTwo() {
        return federationMinor.isPresent();
    }

    public Optional<FederationDirective> federationDirective(String name) {
        FederationDirective imported = federationNames.get(name);
        if (imported != null) {
            return Optional.of(imported);
        }
        for (Link link : links) {
            if (!link.identity().startsWith(ReadLinks.APOLLO)) {
                continue;
            }
            Optional<FederationDirective> directive = link.specDirective(name).flatMap(FederationDirective::named);
            boolean tooNew = directive.isPresent()
                    && link.identity().equals(ReadLinks.FEDERATION)
                    && directive.get().sinceMinor() > federationMinor.orElse(0);
            if (directive.isPresent() && !tooNew) {
                return directive;
            }
        }
        return Optional.empty();
    }

    public boolean isSpecType(String typeName) {
        if (hiddenTypes.containsKey(typeName) || typeName.startsWith("link__") || typeName.startsWith("core__")) {
            return true;
        }
        for (Link link : links) {
            if (typeName.startsWith(link.namespace() + "__")) {
                return true;
            }
        }
        return false;
    }
}
