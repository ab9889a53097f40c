package io.weft.gateway.composition.subgraph;

import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Value;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.ExecutableDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.LiteralFit;
import io.weft.gateway.composition.schema.ReadTypeReference;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a schema may say of directives and types that are not its own. Subgraph libraries print the definitions of what
 * they use of federation; they must mean what federation means.
 */
final class CheckDefinitions {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("_Any", "scalar"),
            Map.entry("_FieldSet", "scalar"),
            Map.entry("_Service", "object"),
            Map.entry("_Entity", "union"),
            Map.entry("FieldSet", "scalar"),
            Map.entry("ContextFieldValue", "scalar"),
            Map.entry("Scope", "scalar"),
            Map.entry("Policy", "scalar"),
            Map.entry("Import", "scalar"),
            Map.entry("Purpose", "enum"));

    private final SubgraphName subgraph;
    private final Links links;
    private final Problems problems;

    CheckDefinitions(SubgraphName subgraph, Links links, Problems problems) {
        this.subgraph = subgraph;
        this.links = links;
        this.problems = problems;
    }

    /** @param types all that the schema defines, federation's own included */
    void check(Map<String, SchemaType> types, Iterable<DirectiveDefinition> directives) {
        types.forEach((name, type) -> {
            String kind = KINDS.getOrDefault(specName(name), type.kind());
            boolean isForeign = !specName(name).isEmpty() || BuiltInNames.SCALARS.contains(name);
            if (isForeign && type.has(FederationDirective.INACCESSIBLE)) {
                problems.error(
                        ErrorCode.DISALLOWED_INACCESSIBLE,
                        name + " is not a type of this schema, so it cannot be hidden",
                        Coordinate.of(name),
                        subgraph,
                        type.line());
            }
            if (!type.kind().equals(kind)) {
                problems.error(
                        ErrorCode.TYPE_DEFINITION_INVALID,
                        name + " is a type of the federation specification and is a" + article(kind) + kind + ", not a"
                                + article(type.kind()) + type.kind(),
                        Coordinate.of(name),
                        subgraph,
                        type.line());
            }
        });
        for (DirectiveDefinition directive : directives) {
            Optional<FederationDirective> federation = links.federationDirective(directive.getName());
            if (federation.isPresent()) {
                same(directive, FederationDefinitions.of(federation.get()));
            } else if (!isForeign(directive.getName())) {
                own(directive, types);
            }
        }
    }

    private static String article(String kind) {
        return "aeiou".indexOf(kind.charAt(0)) >= 0 ? "n " : " ";
    }

    private String specName(String name) {
        String imported = links.hiddenTypes().get(name);
        if (imported != null) {
            return imported;
        }
        return links.isSpecType(name) ? name.substring(name.indexOf("__") + 2) : name.startsWith("_") ? name : "";
    }

    private boolean isForeign(String name) {
        return name.equals(links.linkName())
                || BuiltInNames.DIRECTIVES.contains(name)
                || links.links().stream()
                        .anyMatch(link -> link.identity().startsWith(ReadLinks.APOLLO)
                                && link.specDirective(name).isPresent());
    }

    private void same(DirectiveDefinition own, DirectiveDefinition spec) {
        if (own.isRepeatable() && !spec.isRepeatable()) {
            invalid(own, "it is not repeatable");
        }
        List<String> allowed = spec.getDirectiveLocations().stream()
                .map(location -> location.getName())
                .toList();
        List<String> more = new ArrayList<>();
        own.getDirectiveLocations().forEach(location -> {
            if (!allowed.contains(location.getName())) {
                more.add(location.getName());
            }
        });
        if (!more.isEmpty()) {
            invalid(own, "it may not stand on " + String.join(" or ", more));
        }
        for (InputValueDefinition argument : own.getInputValueDefinitions()) {
            InputValueDefinition expected = argument(spec, argument.getName());
            if (expected == null) {
                invalid(own, "it has no argument " + argument.getName());
            } else if (!takesAll(type(expected), type(argument))) {
                invalid(
                        own,
                        "its argument " + argument.getName() + " is of type "
                                + type(expected).print() + ", not "
                                + type(argument).print());
            }
        }
        for (InputValueDefinition expected : spec.getInputValueDefinitions()) {
            boolean required = type(expected) instanceof TypeReference.NonNull && expected.getDefaultValue() == null;
            if (required && argument(own, expected.getName()) == null) {
                invalid(own, "it needs the argument " + expected.getName());
            }
        }
    }

    private static @Nullable InputValueDefinition argument(DirectiveDefinition definition, String name) {
        return definition.getInputValueDefinitions().stream()
                .filter(argument -> Objects.equals(argument.getName(), name))
                .findFirst()
                .orElse(null);
    }

    private static TypeReference type(InputValueDefinition argument) {
        return ReadTypeReference.read(AstPrinter.printAst(argument.getType()));
    }

    /** A definition may be stricter about null, and have any scalar where the specification has one of its own. */
    private static boolean takesAll(TypeReference spec, TypeReference own) {
        return switch (spec) {
            case TypeReference.NonNull(TypeReference nullable) ->
                own instanceof TypeReference.NonNull(TypeReference inner) && takesAll(nullable, inner);
            case TypeReference.ListOf(TypeReference element) ->
                strip(own) instanceof TypeReference.ListOf(TypeReference inner) && takesAll(element, inner);
            case TypeReference.Named(String name) ->
                strip(own) instanceof TypeReference.Named(String other) && (name.equals(other) || name.contains("__"));
        };
    }

    private static TypeReference strip(TypeReference type) {
        return type instanceof TypeReference.NonNull(TypeReference nullable) ? nullable : type;
    }

    private void own(DirectiveDefinition directive, Map<String, SchemaType> types) {
        if (directive.getName().startsWith("__")) {
            error(ErrorCode.INVALID_GRAPHQL, directive, "names that begin with __ are reserved for introspection");
        }
        LiteralFit literals = new LiteralFit(types);
        boolean standsInSchemas = directive.getDirectiveLocations().stream()
                .anyMatch(location -> !ExecutableDirective.isExecutable(location));
        for (InputValueDefinition argument : directive.getInputValueDefinitions()) {
            TypeReference type = type(argument);
            Value<?> defaultValue = argument.getDefaultValue();
            boolean hidden = argument.getDirectives().stream()
                    .anyMatch(applied -> links.federationDirective(applied.getName())
                            .filter(FederationDirective.INACCESSIBLE::equals)
                            .isPresent());
            if (hidden && standsInSchemas) {
                error(
                        ErrorCode.DISALLOWED_INACCESSIBLE,
                        directive,
                        "its argument " + argument.getName()
                                + " cannot be hidden, since the directive stands in schemas");
            }
            if (!CheckTypes.isInput(types, type.typeName())) {
                error(
                        ErrorCode.INVALID_GRAPHQL,
                        directive,
                        "its argument " + argument.getName() + " is of type " + type.typeName()
                                + ", which is no input type here");
            } else if (defaultValue != null && !literals.fits(defaultValue, type)) {
                error(
                        ErrorCode.INVALID_GRAPHQL,
                        directive,
                        "its argument " + argument.getName() + " is of type " + type.print()
                                + ", of which its default is no value");
            }
        }
    }

    private void invalid(DirectiveDefinition directive, String truth) {
        error(ErrorCode.DIRECTIVE_DEFINITION_INVALID, directive, "as federation defines it, " + truth);
    }

    private void error(ErrorCode code, DirectiveDefinition directive, String reason) {
        problems.error(
                code,
                "the definition of @" + directive.getName() + ": " + reason,
                Coordinate.of("@" + directive.getName()),
                subgraph,
                directive.getSourceLocation() == null
                        ? 0
                        : directive.getSourceLocation().getLine());
    }
}
