package io.weft.gateway.composition.merge;

import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.InputValueDefinition;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.ReadTypeReference;
import io.weft.gateway.composition.subgraph.CheckTypes;
import io.weft.gateway.composition.subgraph.Links;
import io.weft.gateway.composition.validation.CheckDirectives;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directives that {@code @composeDirective} takes into the supergraph. {@link CheckDirectives} has refused those
 * that cannot be composed.
 *
 * @param definitions by name, of the newest version that a subgraph links
 * @param imports     by the url of that version: the names
 */
public record ComposedDirectives(Map<String, DirectiveDefinition> definitions, Map<String, Set<String>> imports) {

    public static ComposedDirectives of(List<ValidatedSubgraph> subgraphs, Problems problems) {
        Map<String, Links.Link> newest = new LinkedHashMap<>();
        Map<String, DirectiveDefinition> definitions = new LinkedHashMap<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            for (String name : names(subgraph)) {
                Links.Link link = link(subgraph, name).orElseThrow();
                Links.Link known = newest.get(name);
                if (known != null && !sameMajor(known, link)) {
                    problems.error(
                            ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                            "@" + name + " is composed from " + known.url() + " and from " + link.url()
                                    + ", which are not versions of each other",
                            subgraph.name(),
                            link.line());
                } else if (known == null || minor(link) > minor(known)) {
                    newest.put(name, link);
                    definitions.put(name, definition(subgraph, name, problems));
                }
            }
        }
        newest.forEach((name, link) -> subgraphs.forEach(subgraph -> otherName(subgraph, name, link)
                .ifPresent(other -> problems.hint(
                        HintCode.DIRECTIVE_COMPOSITION_WARN,
                        "@" + name + " is called " + other + " in " + subgraph.name()
                                + ", where it is not composed; to compose it there, too, it needs the same name",
                        Coordinate.of("@" + name)))));
        Map<String, Set<String>> imports = new LinkedHashMap<>();
        newest.forEach((name, link) -> imports.computeIfAbsent(link.url(), key -> new LinkedHashSet<>())
                .add(name));
        return new ComposedDirectives(definitions, imports);
    }

    /** What a subgraph that links the same specification calls the directive, if it calls it otherwise. */
    private static Optional<String> otherName(ValidatedSubgraph subgraph, String name, Links.Link composed) {
        Optional<String> specName = composed.specDirective(name);
        return subgraph.parsed().links().links().stream()
                .filter(link -> link.identity().equals(composed.identity()))
                .flatMap(link -> link.imports().entrySet().stream())
                .filter(imported -> specName.map(spec -> imported.getValue().equals("@" + spec))
                        .orElse(false))
                .map(Map.Entry::getKey)
                .filter(alias -> !alias.equals("@" + name))
                .findFirst();
    }

    private static List<String> names(ValidatedSubgraph subgraph) {
        return subgraph.parsed().schemaDirectives().stream()
                .filter(applied -> applied.is(FederationDirective.COMPOSE_DIRECTIVE))
                .flatMap(applied -> applied.string("name").stream())
                .map(name -> name.substring(1))
                .filter(name -> subgraph.parsed().directives().containsKey(name))
                .toList();
    }

    private static Optional<Links.Link> link(ValidatedSubgraph subgraph, String name) {
        return subgraph.parsed().links().links().stream()
                .filter(link -> link.specDirective(name).isPresent())
                .findFirst();
    }

    private static DirectiveDefinition definition(ValidatedSubgraph subgraph, String name, Problems problems) {
        DirectiveDefinition definition = subgraph.parsed().directives().get(name);
        if (definition == null) {
            throw new IllegalStateException("checked before: @" + name + " is defined in " + subgraph.name());
        }
        for (InputValueDefinition argument : definition.getInputValueDefinitions()) {
            String type = ReadTypeReference.read(AstPrinter.printAst(argument.getType()))
                    .typeName();
            if (!CheckTypes.isInput(subgraph.types(), type)) {
                problems.error(
                        ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                        "@" + name + " has an argument of type " + type + ", which does not go into the supergraph",
                        subgraph.name(),
                        0);
            }
        }
        return definition;
    }

    private static boolean sameMajor(Links.Link a, Links.Link b) {
        return a.identity().equals(b.identity()) && major(a).equals(major(b));
    }

    private static String major(Links.Link link) {
        return link.version().replaceAll("\\..*", "");
    }

    private static int minor(Links.Link link) {
        String minor = link.version().replaceAll(".*\\.", "");
        return minor.matches("\\d{1,9}") ? Integer.parseInt(minor) : 0;
    }
}
