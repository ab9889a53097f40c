package io.weft.gateway.composition;

import graphql.language.Definition;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.SDLDefinition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Definitions of the federation directives that stay in a supergraph. */
final class FederationDefinitions {

    private static final String SDL = """
            directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
            directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
            directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
            directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
            directive @cacheTag(format: String!) repeatable on OBJECT | FIELD_DEFINITION
            scalar requiresScopes__Scope
            scalar policy__Policy
            """;

    private static final Document DOCUMENT = ParseSubgraph.document(SDL);

    private FederationDefinitions() {}

    /** Those that stand somewhere in the schema, with the scalars of their arguments. */
    static List<SDLDefinition<?>> used(MergedSchema merged) {
        Set<FederationDirective> used = applied(merged);
        List<SDLDefinition<?>> definitions = new ArrayList<>();
        for (Definition<?> definition : DOCUMENT.getDefinitions()) {
            if (definition instanceof DirectiveDefinition directive) {
                if (FederationDirective.named(directive.getName())
                        .filter(used::contains)
                        .isPresent()) {
                    definitions.add(directive);
                }
            } else if (definition instanceof graphql.language.ScalarTypeDefinition scalar) {
                String owner = scalar.getName().substring(0, scalar.getName().indexOf("__"));
                if (FederationDirective.named(owner).filter(used::contains).isPresent()) {
                    definitions.add(scalar);
                }
            }
        }
        return definitions;
    }

    static Set<FederationDirective> applied(MergedSchema merged) {
        Set<FederationDirective> used = EnumSet.noneOf(FederationDirective.class);
        for (SchemaType type : merged.types().values()) {
            add(type, used);
            switch (type) {
                case SchemaType.Composite composite ->
                    composite.fields().values().forEach(field -> {
                        add(field, used);
                        field.arguments().values().forEach(argument -> add(argument, used));
                    });
                case SchemaType.InputType input -> input.fields().values().forEach(field -> add(field, used));
                case SchemaType.EnumType enumType -> enumType.values().values().forEach(value -> add(value, used));
                case SchemaType.UnionType union -> {}
                case SchemaType.ScalarType scalar -> {}
            }
        }
        return used;
    }

    private static void add(Element element, Set<FederationDirective> used) {
        element.directives().forEach(applied -> applied.federation().ifPresent(used::add));
    }
}
