package io.weft.gateway.composition.subgraph;

import graphql.language.Document;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The root types of a schema, which may have names of their own.
 *
 * @param usualNames by the name here: {@code Query}, {@code Mutation} or {@code Subscription}
 */
public record RootTypes(Map<String, String> usualNames) {

    public static RootTypes of(Document document) {
        Map<String, String> names = new LinkedHashMap<>();
        for (SchemaDefinition schema : document.getDefinitionsOfType(SchemaDefinition.class)) {
            for (OperationTypeDefinition operation : schema.getOperationTypeDefinitions()) {
                names.put(operation.getTypeName().getName(), usualName(operation));
            }
        }
        return new RootTypes(names);
    }

    private static String usualName(OperationTypeDefinition operation) {
        return switch (operation.getName()) {
            case "query" -> "Query";
            case "mutation" -> "Mutation";
            default -> "Subscription";
        };
    }

    /** Each operation has one root, which is defined, and whose usual name nothing else has. */
    static void check(Document document, SubgraphName subgraph, Problems problems) {
        Set<String> defined = new HashSet<>();
        for (SDLNamedDefinition<?> definition : document.getDefinitionsOfType(SDLNamedDefinition.class)) {
            if (definition instanceof TypeDefinition<?>) {
                defined.add(definition.getName());
            }
        }
        Map<String, String> seen = new LinkedHashMap<>();
        for (SchemaDefinition schema : document.getDefinitionsOfType(SchemaDefinition.class)) {
            for (OperationTypeDefinition operation : schema.getOperationTypeDefinitions()) {
                String type = operation.getTypeName().getName();
                int line = operation.getSourceLocation() == null
                        ? 0
                        : operation.getSourceLocation().getLine();
                String before = seen.put(operation.getName(), type);
                if (before != null && !before.equals(type)) {
                    problems.error(
                            ErrorCode.INVALID_GRAPHQL,
                            "the " + operation.getName() + " root is " + before + " and " + type,
                            subgraph,
                            line);
                } else if (!defined.contains(type)) {
                    problems.error(
                            ErrorCode.INVALID_GRAPHQL,
                            "the " + operation.getName() + " root is " + type + ", which is unknown here"
                                    + NearestName.suggestion(type, defined),
                            subgraph,
                            line);
                }
                String usual = usualName(operation);
                if (!type.equals(usual) && defined.contains(usual)) {
                    problems.error(
                            used(usual),
                            "the " + usual.toLowerCase(Locale.ROOT)
                                    + " root has another name here, so no type may be called " + usual,
                            Coordinate.of(usual),
                            subgraph,
                            line);
                }
            }
        }
    }

    private static ErrorCode used(String usualName) {
        return switch (usualName) {
            case "Query" -> ErrorCode.ROOT_QUERY_USED;
            case "Mutation" -> ErrorCode.ROOT_MUTATION_USED;
            default -> ErrorCode.ROOT_SUBSCRIPTION_USED;
        };
    }
}
