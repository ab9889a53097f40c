package io.weft.gateway.composition.subgraph;

import graphql.language.Definition;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import io.weft.gateway.composition.schema.Elements;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Definitions of federation's directives: what may be written in a subgraph, and what stays in a supergraph. */
public final class FederationDefinitions {

    private static final String SDL = """
            directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
            directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
            directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
            directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
            directive @cacheTag(format: String!) repeatable on OBJECT | FIELD_DEFINITION
            directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
            directive @requires(fields: federation__FieldSet!) on FIELD_DEFINITION
            directive @provides(fields: federation__FieldSet!) on FIELD_DEFINITION
            directive @external(reason: String) on OBJECT | FIELD_DEFINITION
            directive @extends on OBJECT | INTERFACE
            directive @shareable repeatable on OBJECT | FIELD_DEFINITION
            directive @override(from: String!, label: String) on FIELD_DEFINITION
            directive @composeDirective(name: String!) repeatable on SCHEMA
            directive @interfaceObject on OBJECT
            directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION
            directive @fromContext(field: federation__ContextFieldValue) on ARGUMENT_DEFINITION
            scalar federation__FieldSet
            scalar federation__ContextFieldValue
            scalar requiresScopes__Scope
            scalar policy__Policy
            """;

    private static final Document DOCUMENT = ParseSubgraph.document(SDL);

    private static final Map<FederationDirective, DirectiveDefinition> BY_DIRECTIVE =
            DOCUMENT.getDefinitionsOfType(DirectiveDefinition.class).stream()
                    .collect(Collectors.toUnmodifiableMap(
                            definition -> FederationDirective.named(definition.getName())
                                    .orElseThrow(),
                            Function.identity()));

    private FederationDefinitions() {}

    /** As the newest version of federation defines it. */
    static DirectiveDefinition of(FederationDirective directive) {
        return Objects.requireNonNull(BY_DIRECTIVE.get(directive));
    }

    /** Those that stand somewhere in the schema, with the scalars of their arguments. */
    public static List<SDLDefinition<?>> used(MergedSchema merged) {
        Set<FederationDirective> used = applied(merged);
        List<SDLDefinition<?>> definitions = new ArrayList<>();
        for (Definition<?> definition : DOCUMENT.getDefinitions()) {
            if (definition instanceof DirectiveDefinition directive) {
                if (FederationDirective.named(directive.getName())
                        .filter(used::contains)
                        .isPresent()) {
                    definitions.add(directive);
                }
            } else if (definition instanceof ScalarTypeDefinition scalar) {
                String owner = scalar.getName().substring(0, scalar.getName().indexOf("__"));
                if (FederationDirective.named(owner).filter(used::contains).isPresent()) {
                    definitions.add(scalar);
                }
            }
        }
        return definitions;
    }

    public static Set<FederationDirective> applied(MergedSchema merged) {
        Set<FederationDirective> used = EnumSet.noneOf(FederationDirective.class);
        Elements.directed(
                merged.types(),
                element -> element.directives()
                        .forEach(applied -> applied.federation().ifPresent(used::add)));
        return used;
    }
}
