package io.weft.gateway.scenarios;

import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A subgraph's SDL as any GraphQL server understands it: without federation's directives, with a definition for what is
 * only extended, and with {@code _entities}.
 */
@SuppressWarnings("rawtypes")
final class FederatedDocument {

    private FederatedDocument() {}

    static Document of(Document sdl) {
        Set<String> entities = entities(sdl);
        String machinery = entities.isEmpty()
                ? ""
                : "union _Entity = " + String.join(" | ", entities) + " scalar _Any extend type " + queryRoot(sdl)
                        + " { _entities(representations: [_Any!]!): [_Entity]! }";
        List<Definition> definitions = new ArrayList<>();
        Set<String> defined = new LinkedHashSet<>();
        sdl.getDefinitionsOfType(TypeDefinition.class).stream()
                .filter(type -> !(type instanceof ObjectTypeExtensionDefinition))
                .forEach(type -> defined.add(type.getName()));
        for (Definition<?> definition : withMachinery(sdl, machinery).getDefinitions()) {
            if (definition instanceof SchemaExtensionDefinition || definition instanceof DirectiveDefinition) {
                continue;
            }
            boolean missing =
                    definition instanceof ObjectTypeExtensionDefinition extension && defined.add(extension.getName());
            Definition<?> kept = missing ? base((ObjectTypeExtensionDefinition) definition) : definition;
            definitions.add((Definition) new AstTransformer().transform(kept, new WithoutDirectives()));
        }
        return Document.newDocument().definitions(definitions).build();
    }

    /** What the subgraph calls its query type. */
    static String queryRoot(Document sdl) {
        return sdl.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getOperationTypeDefinitions().stream())
                .filter(root -> root.getName().equals("query"))
                .map(root -> root.getTypeName().getName())
                .findFirst()
                .orElse("Query");
    }

    private static Document withMachinery(Document sdl, String machinery) {
        return machinery.isEmpty()
                ? sdl
                : sdl.transform(builder -> {
                    List<Definition> all = new ArrayList<>(sdl.getDefinitions());
                    all.addAll(Parser.parse(machinery).getDefinitions());
                    builder.definitions(all);
                });
    }

    /** The object types with a key. */
    private static Set<String> entities(Document sdl) {
        Set<String> names = new LinkedHashSet<>();
        sdl.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(type -> type.hasDirective("key"))
                .forEach(type -> names.add(type.getName()));
        return names;
    }

    private static ObjectTypeDefinition base(ObjectTypeExtensionDefinition extension) {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(extension.getName())
                .implementz(extension.getImplements())
                .fieldDefinitions(extension.getFieldDefinitions())
                .build();
    }

    private static final class WithoutDirectives extends NodeVisitorStub {
        @Override
        public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
            return TreeTransformerUtil.deleteNode(context);
        }
    }
}
