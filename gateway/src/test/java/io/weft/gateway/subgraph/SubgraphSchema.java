package io.weft.gateway.subgraph;

import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A subgraph's SDL with federation's {@code _service} and {@code _entities}, as a schema that graphql-java runs. What
 * federation's directives say is the gateway's business; here they are left out, but for the SDL that is served.
 */
@SuppressWarnings("rawtypes") // graphql-java's documents hold raw types
public final class SubgraphSchema {

    private static final Set<String> KEPT = Set.of("deprecated", "specifiedBy", "oneOf");
    private static final GraphQLScalarType ANY = ExtendedScalars.Json.transform(any -> any.name("_Any"));

    private final String sdl;
    private final Document document;

    private SubgraphSchema(String sdl) {
        this.sdl = sdl;
        this.document = Parser.parse(sdl);
    }

    /**
     * @param entities from the argument {@code representations} to as many objects
     * @param type     which object type such an object is of
     */
    public static GraphQLSchema of(String sdl, RuntimeWiring wiring, DataFetcher<?> entities, TypeResolver type) {
        return new SubgraphSchema(sdl).build(wiring, entities, type);
    }

    private GraphQLSchema build(RuntimeWiring wiring, DataFetcher<?> entities, TypeResolver type) {
        Set<String> keyed = keyed();
        String query = queryRoot();
        StringBuilder more = new StringBuilder("type _Service { sdl: String } ");
        String fields = "_service: _Service!";
        if (!keyed.isEmpty()) {
            more.append("scalar _Any union _Entity = ")
                    .append(String.join(" | ", keyed))
                    .append(' ');
            fields += " _entities(representations: [_Any!]!): [_Entity]!";
        }
        more.append(isDefined(query) ? "extend " : "").append("type " + query + " { " + fields + " }");
        List<Definition> definitions = new ArrayList<>(plain().getDefinitions());
        definitions.addAll(Parser.parse(more.toString()).getDefinitions());
        Document complete = Document.newDocument().definitions(definitions).build();
        GraphQLSchema schema = new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().buildRegistry(complete),
                        wiring.transform(
                                builder -> builder.scalar(ANY).type("_Entity", union -> union.typeResolver(type))));
        return schema.transformWithoutTypes(builder ->
                builder.codeRegistry(schema.getCodeRegistry().transform(code -> {
                    code.dataFetcher(FieldCoordinates.coordinates(query, "_service"), (DataFetcher<?>)
                                    environment -> Map.of("sdl", sdl))
                            .dataFetcher(FieldCoordinates.coordinates("_Service", "sdl"), (DataFetcher<?>)
                                    environment -> sdl);
                    if (!keyed.isEmpty()) {
                        code.dataFetcher(FieldCoordinates.coordinates(query, "_entities"), entities);
                    }
                })));
    }

    /** The object types that a {@code @key} stands on, or on an interface of theirs. */
    private Set<String> keyed() {
        Set<String> names = new LinkedHashSet<>();
        for (TypeDefinition<?> definition : document.getDefinitionsOfType(TypeDefinition.class)) {
            boolean isKeyed = definition.getDirectives().stream()
                    .map(Directive::getName)
                    .anyMatch(name -> name.equals("key") || name.equals("federation__key"));
            if (isKeyed && definition instanceof ObjectTypeDefinition) {
                names.add(definition.getName());
            } else if (isKeyed && definition instanceof InterfaceTypeDefinition) {
                names.addAll(implementing(definition.getName()));
            }
        }
        return names;
    }

    private List<String> implementing(String contract) {
        return document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(object -> object.getImplements().stream()
                        .anyMatch(type ->
                                type instanceof TypeName name && name.getName().equals(contract)))
                .map(ObjectTypeDefinition::getName)
                .toList();
    }

    private String queryRoot() {
        return document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getOperationTypeDefinitions().stream())
                .filter(root -> root.getName().equals("query"))
                .map(OperationTypeDefinition::getTypeName)
                .map(TypeName::getName)
                .findFirst()
                .orElse("Query");
    }

    private boolean isDefined(String type) {
        return document.getDefinitionsOfType(TypeDefinition.class).stream()
                .anyMatch(definition -> definition.getName().equals(type));
    }

    /** Without federation's directives, and with a definition for each type that is only extended. */
    private Document plain() {
        Document bare = (Document) new AstTransformer().transform(document, new NodeVisitorStub() {
            @Override
            public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
                return KEPT.contains(node.getName())
                        ? TraversalControl.CONTINUE
                        : TreeTransformerUtil.deleteNode(context);
            }

            @Override
            public TraversalControl visitDirectiveDefinition(DirectiveDefinition node, TraverserContext<Node> context) {
                return TreeTransformerUtil.deleteNode(context);
            }
        });
        Set<String> defined = new LinkedHashSet<>();
        List<Definition> definitions = new ArrayList<>();
        for (Definition<?> definition : bare.getDefinitions()) {
            if (definition instanceof SchemaDefinition schema
                    && schema.getOperationTypeDefinitions().isEmpty()) {
                continue;
            }
            if (definition instanceof SchemaExtensionDefinition) {
                continue;
            }
            boolean isBase = definition instanceof ObjectTypeExtensionDefinition extension
                    && isMissing(extension.getName())
                    && defined.add(extension.getName());
            definitions.add(isBase ? base((ObjectTypeExtensionDefinition) definition) : definition);
        }
        return Document.newDocument().definitions(definitions).build();
    }

    private boolean isMissing(String type) {
        return document.getDefinitionsOfType(TypeDefinition.class).stream()
                .noneMatch(definition ->
                        definition.getName().equals(type) && !(definition instanceof ObjectTypeExtensionDefinition));
    }

    private static Definition<?> base(ObjectTypeExtensionDefinition extension) {
        return ObjectTypeDefinition.newObjectTypeDefinition()
                .name(extension.getName())
                .implementz(extension.getImplements().stream()
                        .<Type>map(type -> (Type<?>) type)
                        .toList())
                .directives(extension.getDirectives())
                .fieldDefinitions(extension.getFieldDefinitions())
                .build();
    }
}
