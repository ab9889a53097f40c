package io.weft.gateway.composition.subgraph;

import graphql.language.DirectiveDefinition;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Translation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subgraph's schema as read: names of federation's directives resolved, root types under their usual names,
 * federation's own types and fields left out. Nothing is checked yet beyond its syntax.
 *
 * @param types            by name
 * @param directives       definitions of the subgraph's own directives, by name
 * @param schemaDirectives on the schema itself, without {@code @link}
 * @param translation      what the service itself calls what it is called here
 */
public record ParsedSubgraph(
        SubgraphSource source,
        Links links,
        Map<String, SchemaType> types,
        Map<String, DirectiveDefinition> directives,
        List<AppliedDirective> schemaDirectives,
        Translation translation) {

    public ParsedSubgraph {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        directives = Collections.unmodifiableMap(new LinkedHashMap<>(directives));
        schemaDirectives = List.copyOf(schemaDirectives);
    }

    public SubgraphName name() {
        return source.name();
    }

    /** What is configured of it, where it is a stitched one. */
    public Optional<StitchedService> stitched() {
        return source.dialect() instanceof Dialect.Stitched(StitchedService service)
                ? Optional.of(service)
                : Optional.empty();
    }

    public ParsedSubgraph withTypes(Map<String, SchemaType> replacement) {
        return new ParsedSubgraph(source, links, replacement, directives, schemaDirectives, translation);
    }

    public ParsedSubgraph withTranslation(Translation replacement) {
        return new ParsedSubgraph(source, links, types, directives, schemaDirectives, replacement);
    }
}
