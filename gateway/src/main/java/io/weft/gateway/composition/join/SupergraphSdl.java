package io.weft.gateway.composition.join;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.StringValue;
import io.weft.gateway.composition.merge.ComposedDirectives;
import io.weft.gateway.composition.merge.Overrides;
import io.weft.gateway.composition.merge.PassAccessOn;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaDocument;
import io.weft.gateway.composition.subgraph.FederationDefinitions;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The supergraph as SDL with {@code @join__} directives, so that other gateways can run it. */
public final class SupergraphSdl {

    private final List<ValidatedSubgraph> subgraphs;
    private final Overrides overrides;
    private final MergedSchema merged;
    private final GraphNames graphs;

    public SupergraphSdl(List<ValidatedSubgraph> subgraphs, Overrides overrides, MergedSchema merged) {
        this.subgraphs = List.copyOf(subgraphs);
        this.overrides = overrides;
        this.merged = merged;
        this.graphs = GraphNames.of(subgraphs);
    }

    @SuppressWarnings("rawtypes") // graphql-java's builder takes raw types here
    public String print() {
        List<Definition> definitions = new ArrayList<>(FederationDefinitions.used(merged));
        definitions.addAll(merged.directives().values());
        JoinDirectives join = new JoinDirectives(subgraphs, overrides, graphs);
        PassAccessOn.toInterfaces(merged)
                .types()
                .values()
                .forEach(type -> definitions.add(SchemaDocument.definition(join.on(type))));
        return header()
                + AstPrinter.printAst(
                        Document.newDocument().definitions(definitions).build());
    }

    private String header() {
        StringBuilder header = new StringBuilder("schema\n  @link(url: \"https://specs.apollo.dev/link/v1.0\")\n");
        header.append("  @link(url: \"https://specs.apollo.dev/join/")
                .append(
                        switch (joinVersion()) {
                            case V0_3 -> "v0.3";
                            case V0_4 -> "v0.4";
                            case V0_5 -> "v0.5";
                        })
                .append("\", for: EXECUTION)\n");
        if (joinVersion() == JoinDefinitions.Version.V0_5) {
            header.append("  @link(url: \"https://specs.apollo.dev/context/v0.1\", for: SECURITY)\n");
        }
        Set<FederationDirective> used = FederationDefinitions.applied(merged);
        used.forEach(directive -> header.append(link(directive)));
        header.append(costLink(used));
        header.append(StitchingSpec.link(subgraphs));
        ComposedDirectives.of(subgraphs, new Problems())
                .imports()
                .forEach((url, names) -> header.append("  @link(url: ")
                        .append(quoted(url))
                        .append(", import: [")
                        .append(names.stream().map(name -> quoted("@" + name)).collect(Collectors.joining(", ")))
                        .append("])\n"));
        header.append("{\n");
        for (String root : List.of("Query", "Mutation", "Subscription")) {
            if (merged.types().containsKey(root)) {
                header.append("  ")
                        .append(root.toLowerCase(Locale.ROOT))
                        .append(": ")
                        .append(root)
                        .append('\n');
            }
        }
        header.append("}\n\n").append(StitchingSpec.definition(subgraphs)).append(JoinDefinitions.of(joinVersion()));
        header.append("enum join__Graph {\n");
        for (ValidatedSubgraph subgraph : subgraphs) {
            header.append("  ")
                    .append(graphs.of(subgraph.name()))
                    .append(" @join__graph(name: ")
                    .append(quoted(subgraph.name().value()))
                    .append(", url: ")
                    .append(quoted(subgraph.parsed().source().url().toString()))
                    .append(")\n");
        }
        return header.append("}\n\n").toString();
    }

    private static String quoted(String text) {
        return AstPrinter.printAstCompact(StringValue.of(text));
    }

    private JoinDefinitions.Version joinVersion() {
        if (hasContexts()) {
            return JoinDefinitions.Version.V0_5;
        }
        return hasLabels() ? JoinDefinitions.Version.V0_4 : JoinDefinitions.Version.V0_3;
    }

    private boolean hasContexts() {
        return subgraphs.stream()
                .flatMap(subgraph -> subgraph.types().values().stream())
                .anyMatch(type -> type.has(FederationDirective.CONTEXT));
    }

    private boolean hasLabels() {
        return overrides.changes().values().stream()
                .flatMap(ofSubgraph -> ofSubgraph.values().stream())
                .anyMatch(Resolution.Progressive.class::isInstance);
    }

    /** Two directives of one specification share a link. */
    private static String costLink(Set<FederationDirective> used) {
        String imports = Stream.of(FederationDirective.COST, FederationDirective.LIST_SIZE)
                .filter(used::contains)
                .map(directive -> "\"@" + directive.specName() + "\"")
                .collect(Collectors.joining(", "));
        return imports.isEmpty()
                ? ""
                : "  @link(url: \"https://specs.apollo.dev/cost/v0.1\", import: [" + imports + "])\n";
    }

    private static String link(FederationDirective directive) {
        String spec = switch (directive) {
            case TAG -> "tag/v0.3\"";
            case INACCESSIBLE -> "inaccessible/v0.2\", for: SECURITY";
            case AUTHENTICATED -> "authenticated/v0.1\", for: SECURITY";
            case REQUIRES_SCOPES -> "requiresScopes/v0.1\", for: SECURITY";
            case POLICY -> "policy/v0.1\", for: SECURITY";
            case CACHE_TAG -> "cacheTag/v0.1\", for: EXECUTION";
            case COST,
                    LIST_SIZE,
                    KEY,
                    REQUIRES,
                    PROVIDES,
                    EXTERNAL,
                    EXTENDS,
                    SHAREABLE,
                    OVERRIDE,
                    COMPOSE_DIRECTIVE,
                    INTERFACE_OBJECT,
                    CONTEXT,
                    FROM_CONTEXT -> "";
        };
        return spec.isEmpty() ? "" : "  @link(url: \"https://specs.apollo.dev/" + spec + ")\n";
    }
}
