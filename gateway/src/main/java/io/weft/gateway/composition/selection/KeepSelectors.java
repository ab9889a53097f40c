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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A subgraph whose selectors are still marked as such in the supergraph's SDL: as if it composed {@code @selector} and {@code @selects}, whatever it
 * calls them. So who reads that SDL here offers selections, and other gateways see hidden root fields with a directive that means nothing to them.
 */
public final class KeepSelectors {

    private static final String SELECTOR = "selector";
    private static final String SELECTS = "selects";
    private static final Map<String, DirectiveDefinition> DEFINITIONS =
            ParseSubgraph.document(SharedSdl.SELECTION).getDefinitionsOfType(DirectiveDefinition.class).stream()
                    .collect(Collectors.toMap(DirectiveDefinition::getName, definition -> definition));

    private final ParsedSubgraph subgraph;
    private final Map<String, SchemaType> types;
    private final Set<String> kept = new LinkedHashSet<>();

    private KeepSelectors(ParsedSubgraph subgraph) {
        this.subgraph = subgraph;
        this.types = new LinkedHashMap<>(subgraph.types());
    }

    public static ParsedSubgraph in(ParsedSubgraph subgraph) {
        return new KeepSelectors(subgraph).keep();
    }

    private ParsedSubgraph keep() {
        types.replaceAll((name, type) -> type instanceof SchemaType.ObjectType object ? kept(object) : type);
        if (kept.isEmpty()) {
            return subgraph;
        }
        Map<String, DirectiveDefinition> definitions = new LinkedHashMap<>(subgraph.directives());
        List<AppliedDirective> composed = new ArrayList<>(subgraph.schemaDirectives());
        composed.removeIf(this::isOfContract);
        for (String name : kept) {
            definitions.put(name, Objects.requireNonNull(DEFINITIONS.get(name)));
            composed.add(new AppliedDirective(
                    Optional.of(FederationDirective.COMPOSE_DIRECTIVE),
                    FederationDirective.COMPOSE_DIRECTIVE.specName(),
                    Map.of("name", StringValue.of("@" + name)),
                    0,
                    Origin.EXTENSION));
        }
        return new ParsedSubgraph(subgraph.source(), imported(), types, definitions, composed, subgraph.translation());
    }

    private SchemaType kept(SchemaType.ObjectType type) {
        SchemaType.Header header = type.header().withDirectives(usual(type.directives(), SELECTS));
        if (!type.name().equals("Query")) {
            return type.with(header, type.fields());
        }
        Map<String, SchemaField> fields = new LinkedHashMap<>(type.fields());
        fields.replaceAll((name, field) -> field.withDirectives(usual(field.directives(), SELECTOR)));
        return type.with(header, fields);
    }

    private List<AppliedDirective> usual(List<AppliedDirective> directives, String name) {
        return directives.stream()
                .map(applied -> {
                    if (!is(name, applied, subgraph.links())) {
                        return applied;
                    }
                    kept.add(name);
                    return applied.named(name);
                })
                .toList();
    }

    /** Whether it marks a root field as a selector, under whatever name. */
    public static boolean isSelector(AppliedDirective applied, Links links) {
        return is(SELECTOR, applied, links);
    }

    /** Whether it says of a type that its objects have a selection, under whatever name. */
    public static boolean isSelects(AppliedDirective applied, Links links) {
        return is(SELECTS, applied, links);
    }

    private static boolean is(String name, AppliedDirective applied, Links links) {
        return links.links().stream()
                .filter(link -> link.identity().equals(ReadSelectors.CONTRACT))
                .anyMatch(link ->
                        link.specDirective(applied.name()).filter(name::equals).isPresent());
    }

    private boolean isOfContract(AppliedDirective applied) {
        return applied.is(FederationDirective.COMPOSE_DIRECTIVE)
                && applied.string("name")
                        .filter(name -> subgraph.links().links().stream()
                                .anyMatch(link -> link.identity().equals(ReadSelectors.CONTRACT)
                                        && link.specDirective(name.replaceFirst("^@", ""))
                                                .isPresent()))
                        .isPresent();
    }

    private Links imported() {
        Links links = subgraph.links();
        Map<String, String> imports = new LinkedHashMap<>();
        kept.forEach(name -> imports.put("@" + name, "@" + name));
        List<Links.Link> usual = links.links().stream()
                .map(link -> link.identity().equals(ReadSelectors.CONTRACT)
                        ? new Links.Link(
                                link.url(), link.identity(), link.version(), link.namespace(), imports, link.line())
                        : link)
                .toList();
        return new Links(
                links.federationMinor(), links.linkName(), links.federationNames(), links.hiddenTypes(), usual);
    }
}
