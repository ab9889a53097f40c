package io.weft.gateway.composition.join;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.EnumValue;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.subgraph.Links;
import io.weft.gateway.composition.subgraph.ReadLinks;
import java.util.List;
import java.util.Set;

/** A supergraph may need features of whoever runs it; one that we do not know must not be run as if it were not there. */
public final class CheckFeatures {

    private static final Set<String> KNOWN = Set.of(
            "link",
            "core",
            "join",
            "tag",
            "inaccessible",
            "authenticated",
            "requiresScopes",
            "policy",
            "cost",
            "listSize",
            "cacheTag",
            "context");
    private static final Set<String> JOIN_VERSIONS = Set.of("v0.1", "v0.2", "v0.3", "v0.4", "v0.5");

    private final Problems problems;

    public CheckFeatures(Problems problems) {
        this.problems = problems;
    }

    public void check(List<Directive> schemaDirectives, Links links) {
        for (Links.Link link : links.links()) {
            String name = link.identity().substring(link.identity().lastIndexOf('/') + 1);
            boolean ours = link.identity().startsWith(ReadLinks.APOLLO) && KNOWN.contains(name);
            if (ours && name.equals("join") && !JOIN_VERSIONS.contains(link.version())) {
                problems.error(
                        ErrorCode.INVALID_FEDERATION_SUPERGRAPH, "it uses " + link.url() + ", which we cannot read");
            }
            if (!ours && isNeeded(schemaDirectives, link.url())) {
                problems.error(
                        ErrorCode.UNSUPPORTED_LINKED_FEATURE,
                        "the supergraph needs " + link.url() + " to be run, which we do not know");
            }
        }
    }

    private static boolean isNeeded(List<Directive> schemaDirectives, String url) {
        return schemaDirectives.stream()
                .filter(directive ->
                        ReadLinks.url(directive).filter(url::equals).isPresent())
                .map(directive -> directive.getArgument("for"))
                .anyMatch(purpose -> purpose instanceof Argument argument
                        && argument.getValue() instanceof EnumValue value
                        && Set.of("EXECUTION", "SECURITY").contains(value.getName()));
    }
}
