package io.weft.gateway.composition.selection;

import graphql.language.DirectiveDefinition;
import graphql.language.StringValue;
import io.weft.contracts.SharedSdl;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.Links;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subgraph whose selectors are still marked as such in the supergraph's SDL: as if it composed {@code @selector}, whatever it calls it. So
 * who reads that SDL here offers selections, and other gateways see a hidden root field with a directive that means nothing to them.
 */
public final class KeepSelectors {

    private static final String NAME = "selector";
    private static final DirectiveDefinition DEFINITION =
            ParseSubgraph.document(SharedSdl.SELECTION).getDefinitionsOfType(DirectiveDefinition.class).stream()
                    .filter(definition -> definition.getName().equals(NAME))
                    .findFirst()
                    .orElseThrow();

    private KeepSelectors() {}

    public static ParsedSubgraph in(ParsedSubgraph subgraph) {
        if (!(subgraph.types().get("Query") instanceof SchemaType.ObjectType query)) {
            return subgraph;
        }
        Map<String, SchemaField> fields = new LinkedHashMap<>(query.fields());
        fields.replaceAll((name, field) -> field.withDirectives(field.directives().stream()
                .map(applied -> isSelector(applied, subgraph.links()) ? applied.named(NAME) : applied)
                .toList()));
        boolean none = fields.values().stream()
                .flatMap(field -> field.directives().stream())
                .noneMatch(applied -> applied.name().equals(NAME));
        if (none) {
            return subgraph;
        }
        Map<String, SchemaType> types = new LinkedHashMap<>(subgraph.types());
        types.put("Query", query.with(query.header(), fields));
        Map<String, DirectiveDefinition> definitions = new LinkedHashMap<>(subgraph.directives());
        definitions.put(NAME, DEFINITION);
        List<AppliedDirective> composed = new ArrayList<>(subgraph.schemaDirectives());
        composed.removeIf(applied -> applied.is(FederationDirective.COMPOSE_DIRECTIVE)
                && applied.string("name").filter(("@" + NAME)::equals).isPresent());
        composed.add(new AppliedDirective(
                Optional.of(FederationDirective.COMPOSE_DIRECTIVE),
                FederationDirective.COMPOSE_DIRECTIVE.specName(),
                Map.of("name", StringValue.of("@" + NAME)),
                0,
                Origin.EXTENSION));
        return new ParsedSubgraph(
                subgraph.source(), imported(subgraph.links()), types, definitions, composed, subgraph.translation());
    }

    /** Whether it marks a root field as a selector, under whatever name. */
    public static boolean isSelector(AppliedDirective applied, Links links) {
        return links.links().stream()
                .filter(link -> link.identity().equals(ReadSelectors.CONTRACT))
                .anyMatch(link ->
                        link.specDirective(applied.name()).filter(NAME::equals).isPresent());
    }

    private static Links imported(Links links) {
        List<Links.Link> usual = links.links().stream()
                .map(link -> link.identity().equals(ReadSelectors.CONTRACT)
                        ? new Links.Link(
                                link.url(),
                                link.identity(),
                                link.version(),
                                link.namespace(),
                                Map.of("@" + NAME, "@" + NAME),
                                link.line())
                        : link)
                .toList();
        return new Links(
                links.federationMinor(), links.linkName(), links.federationNames(), links.hiddenTypes(), usual);
    }
}
