package io.weft.gateway.composition.graph;

import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.schema.GraphQLNamedType;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.schema.WhoRefers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * graphql-java's types of the schema that was built before. They refer to each other as objects, so a type can stand in the next schema,
 * too, if it says the same, and all that it leads to does. Used by one thread at a time.
 */
final class KnownSchema {

    private final WhoRefers whoRefers = new WhoRefers();
    private Map<String, SchemaType> said = Map.of();
    private Map<String, GraphQLNamedType> built = Map.of();
    private List<String> directives = List.of();

    /** @param definitions of the directives that may stand on the types */
    Map<String, GraphQLNamedType> kept(
            Map<String, SchemaType> types, Collection<DirectiveDefinition> definitions, Set<String> argumentTypes) {
        boolean isForeignToTypes = argumentTypes.stream().noneMatch(types::containsKey);
        if (!isForeignToTypes || said.isEmpty() || !directives.equals(printed(definitions))) {
            return Map.of();
        }
        Set<String> other = other(types);
        Map<String, GraphQLNamedType> kept = new LinkedHashMap<>();
        built.forEach((name, type) -> {
            // scalars that only directives name are in no list of types
            if (!other.contains(name) && types.containsKey(name) == said.containsKey(name)) {
                kept.put(name, type);
            }
        });
        return kept;
    }

    void keep(
            Map<String, SchemaType> types,
            Collection<DirectiveDefinition> definitions,
            Map<String, GraphQLNamedType> ofTypes) {
        said = types;
        built = Map.copyOf(ofTypes);
        directives = printed(definitions);
    }

    private static List<String> printed(Collection<DirectiveDefinition> definitions) {
        return definitions.stream().map(AstPrinter::printAst).toList();
    }

    /** The types that say something else than before, and those that lead there. */
    private Set<String> other(Map<String, SchemaType> types) {
        Map<String, Set<String>> references = HashMap.newHashMap(types.size());
        List<String> changed = new ArrayList<>();
        types.forEach((name, type) -> {
            references.put(name, type.references());
            if (!type.equals(said.get(name))) {
                changed.add(name);
            }
        });
        return whoRefers.leadingTo(changed, references);
    }
}
