package io.weft.gateway.composition;

import graphql.GraphQLException;
import graphql.language.Argument;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.StringValue;
import io.weft.gateway.composition.graph.BuildSupergraph;
import io.weft.gateway.composition.join.CheckFeatures;
import io.weft.gateway.composition.join.ExtractSubgraphs;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.ExecutableDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.selection.AddSelections;
import io.weft.gateway.composition.selection.OfferSelections;
import io.weft.gateway.composition.subgraph.KnownTypes;
import io.weft.gateway.composition.subgraph.Links;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.ReadLinks;
import io.weft.gateway.composition.subgraph.ReadTypes;
import io.weft.gateway.composition.subgraph.RootTypes;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.composition.validation.ResolveFacts;
import io.weft.gateway.composition.validation.ResolveFieldSets;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A supergraph SDL, as a composition wrote it with the join specification v0.1 to v0.5, read back into a supergraph.
 * The composition that wrote it has checked it; here it is only read.
 */
public final class ReadSupergraph {

    /** @param sdl the whole supergraph, with its {@code join__Graph} enum */
    public CompositionResult read(String sdl) {
        Problems problems = new Problems();
        Document document;
        try {
            document = ParseSubgraph.document(sdl);
        } catch (GraphQLException invalid) {
            problems.error(ErrorCode.INVALID_GRAPHQL, String.valueOf(invalid.getMessage()));
            return new CompositionResult.Refused(problems.errors());
        }
        Map<String, SubgraphSource> graphs = graphs(document, problems);
        if (problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        List<Directive> schemaDirectives = new ArrayList<>();
        for (SchemaDefinition schema : document.getDefinitionsOfType(SchemaDefinition.class)) {
            schemaDirectives.addAll(schema.getDirectives());
        }
        Links links = new ReadLinks(new SubgraphName("supergraph"), problems).read(schemaDirectives);
        new CheckFeatures(problems).check(schemaDirectives, links);
        if (problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        ReadTypes reader = new ReadTypes(
                new SubgraphName("supergraph"), links, RootTypes.of(document), KnownTypes.none(), problems);
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof SDLNamedDefinition<?>) {
                reader.read(definition);
            }
        }
        Map<String, SchemaType> types = new LinkedHashMap<>();
        reader.types().forEach((name, type) -> {
            if (!isMachinery(name, links)) {
                types.put(name, type);
            }
        });
        ExtractSubgraphs extract = new ExtractSubgraphs(types, graphs, links);
        List<ValidatedSubgraph> subgraphs = new ArrayList<>();
        OfferSelections.Offered offered = new OfferSelections(extract.subgraphs(), problems).offer();
        if (problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        for (ParsedSubgraph parsed : offered.subgraphs()) {
            ResolveFieldSets.FieldSets fieldSets = new ResolveFieldSets(parsed, problems).resolve();
            ResolveFacts facts = new ResolveFacts(parsed, fieldSets);
            subgraphs.add(
                    new ValidatedSubgraph(parsed, fieldSets.keys(), facts.resolve(), facts.used(), Stitches.NONE));
        }
        MergedSchema read = new MergedSchema(extract.withoutJoins(), executableDirectives(document, links));
        MergedSchema merged = offered.selections().isPresent() ? new AddSelections(read, problems).of(subgraphs) : read;
        Optional<Supergraph> supergraph;
        try (BuildSupergraph build = BuildSupergraph.begin(subgraphs, extract.overrides(), merged)) {
            supergraph = build.end(build.subgraphs(), offered.selections(), problems);
        }
        if (supergraph.isEmpty() || problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        return new CompositionResult.Composed(supergraph.get(), () -> sdl, problems.hints());
    }

    private static boolean isMachinery(String type, Links links) {
        return type.startsWith("join__") || links.isSpecType(type);
    }

    private static Map<String, DirectiveDefinition> executableDirectives(Document document, Links links) {
        Map<String, DirectiveDefinition> kept = new LinkedHashMap<>();
        for (DirectiveDefinition definition : document.getDefinitionsOfType(DirectiveDefinition.class)) {
            if (ExecutableDirective.isExecutable(definition)
                    && links.federationDirective(definition.getName()).isEmpty()
                    && !BuiltInNames.DIRECTIVES.contains(definition.getName())) {
                kept.put(definition.getName(), ExecutableDirective.withExecutableLocations(definition));
            }
        }
        return kept;
    }

    private static Map<String, SubgraphSource> graphs(Document document, Problems problems) {
        Map<String, SubgraphSource> graphs = new LinkedHashMap<>();
        for (EnumTypeDefinition definition : document.getDefinitionsOfType(EnumTypeDefinition.class)) {
            if (!definition.getName().equals("join__Graph")) {
                continue;
            }
            for (EnumValueDefinition value : definition.getEnumValueDefinitions()) {
                Directive graph =
                        value.getDirectives("join__graph").stream().findFirst().orElse(null);
                String name = text(graph, "name").orElse(value.getName());
                String url = text(graph, "url").orElse("");
                try {
                    graphs.put(value.getName(), new SubgraphSource(new SubgraphName(name), new URI(url), ""));
                } catch (URISyntaxException invalid) {
                    problems.error(
                            ErrorCode.INVALID_FEDERATION_SUPERGRAPH,
                            "the subgraph " + name + " has no valid url: '" + url + "'");
                }
            }
        }
        if (graphs.isEmpty()) {
            problems.error(
                    ErrorCode.INVALID_FEDERATION_SUPERGRAPH, "it has no enum join__Graph, so it names no subgraph");
        }
        return graphs;
    }

    private static Optional<String> text(@Nullable Directive directive, String name) {
        Argument argument = directive == null ? null : directive.getArgument(name);
        return argument != null && argument.getValue() instanceof StringValue text
                ? Optional.ofNullable(text.getValue())
                : Optional.empty();
    }
}
