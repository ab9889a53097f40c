package io.weft.gateway.planning;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What subgraphs take objects for. Views are numbered: the first ones are the subgraphs in their order. A subgraph
 * that has several interfaces of one type as interface objects sees an object of that type as one of them, depending
 * on the way the object came; such a subgraph has a further view for each but the first. Immutable.
 */
final class Views {
    private final GraphQLSchema schema;
    private final List<View> views = new ArrayList<>();

    /** By subgraph and object type: the interface objects it may be seen as, where they are several. */
    private final Map<Integer, Map<String, List<String>>> several = new HashMap<>();

    /**
     * @param first the number of the subgraph's first view
     * @param as    the interface object that objects are seen as; null for the first view
     */
    private record View(
            Subgraph subgraph, int first, @Nullable String as) {}

    Views(GraphQLSchema schema, List<Subgraph> subgraphs) {
        this.schema = schema;
        for (Subgraph subgraph : subgraphs) {
            views.add(new View(subgraph, views.size(), null));
        }
        for (int base = 0; base < subgraphs.size(); base++) {
            Subgraph subgraph = subgraphs.get(base);
            Map<String, List<String>> ambiguous = seenAsSeveral(subgraph);
            if (!ambiguous.isEmpty()) {
                several.put(base, ambiguous);
                Set<String> further = new LinkedHashSet<>();
                ambiguous.values().forEach(names -> further.addAll(names.subList(1, names.size())));
                for (String as : further) {
                    views.add(new View(subgraph, base, as));
                }
            }
        }
    }

    private Map<String, List<String>> seenAsSeveral(Subgraph subgraph) {
        List<String> interfaceObjects = subgraph.types().values().stream()
                .filter(SubgraphType.InterfaceObject.class::isInstance)
                .map(SubgraphType::name)
                .toList();
        if (interfaceObjects.size() < 2) {
            return Map.of();
        }
        Map<String, List<String>> found = new HashMap<>();
        for (String name : interfaceObjects) {
            if (schema.getType(name) instanceof GraphQLInterfaceType contract) {
                for (GraphQLObjectType object : schema.getImplementations(contract)) {
                    List<String> names = standIns(subgraph, object.getName());
                    if (names.size() > 1) {
                        found.put(object.getName(), names);
                    }
                }
            }
        }
        return found;
    }

    /** The interface objects of the subgraph that stand for objects of the type; none where it knows the type itself. */
    private List<String> standIns(Subgraph subgraph, String objectType) {
        if (subgraph.types().get(objectType) instanceof SubgraphType.ObjectType
                || !(schema.getType(objectType) instanceof GraphQLObjectType object)) {
            return List.of();
        }
        return object.getInterfaces().stream()
                .map(GraphQLNamedType::getName)
                .filter(name -> subgraph.types().get(name) instanceof SubgraphType.InterfaceObject)
                .toList();
    }

    int size() {
        return views.size();
    }

    /** Of all views, so that a subgraph may be there several times. */
    List<Subgraph> subgraphs() {
        return views.stream().map(View::subgraph).toList();
    }

    Subgraph subgraph(int view) {
        return views.get(view).subgraph();
    }

    @Nullable SubgraphType type(int view, String type) {
        return subgraph(view).types().get(type);
    }

    /** What objects of {@code objectType} are in this view: this type, or an interface object; null for unknown ones. */
    SubgraphType.@Nullable Composite of(int view, String objectType) {
        View in = views.get(view);
        if (in.as() != null) {
            return standIns(in.subgraph(), objectType).indexOf(in.as()) > 0
                    ? (SubgraphType.Composite) in.subgraph().types().get(in.as())
                    : null;
        }
        if (type(view, objectType) instanceof SubgraphType.ObjectType object) {
            return object;
        }
        if (schema.getType(objectType) instanceof GraphQLObjectType object) {
            for (GraphQLNamedType implemented : object.getInterfaces()) {
                if (type(view, implemented.getName()) instanceof SubgraphType.InterfaceObject standIn) {
                    return standIn;
                }
            }
        }
        return null;
    }

    /** The first view of the same subgraph: all its views are asked in one request. */
    int first(int view) {
        return views.get(view).first();
    }

    /**
     * The view that an object gets into when it comes as a value, or from a lookup, of {@code declared}.
     *
     * @param view a view of the same subgraph
     */
    int reached(int view, String declared, String objectType) {
        int first = views.get(view).first();
        Map<String, List<String>> ambiguous = several.get(first);
        if (ambiguous == null || !ambiguous.containsKey(objectType)) {
            return first;
        }
        String as = name(first, declared, objectType);
        for (int further = 0; further < views.size(); further++) {
            View candidate = views.get(further);
            if (candidate.first() == first && as.equals(candidate.as()) && of(further, objectType) != null) {
                return further;
            }
        }
        return first;
    }

    /** What the subgraph calls objects of {@code objectType} that come as values of {@code declared}. */
    String name(int view, String declared, String objectType) {
        Set<String> members = switch (type(view, declared)) {
            case SubgraphType.InterfaceType abstracted -> abstracted.implementations();
            case SubgraphType.UnionType union -> union.members();
            case null, default -> Set.of(declared);
        };
        if (members.contains(objectType)) {
            return objectType;
        }
        return standIns(subgraph(view), objectType).stream()
                .filter(members::contains)
                .findFirst()
                .orElse(objectType);
    }

    /**
     * The object types that a value of {@code type} may have when this subgraph answers it.
     *
     * @param possible the object types that stand behind a type of the supergraph
     */
    Set<String> possible(int view, String type, Function<String, Set<String>> possible) {
        return switch (type(view, type)) {
            case SubgraphType.ObjectType object -> Set.of(object.name());
            case SubgraphType.InterfaceType abstracted -> real(view, abstracted.implementations(), possible);
            case SubgraphType.UnionType union -> real(view, union.members(), possible);
            case SubgraphType.InterfaceObject standIn -> possible.apply(standIn.name());
            case SubgraphType.EnumType ignored -> Set.of();
            case SubgraphType.ScalarType ignored -> Set.of();
            case SubgraphType.InputObject ignored -> Set.of();
            case null -> Set.of();
        };
    }

    /** With the implementations that an interface object among them stands for. */
    private Set<String> real(int view, Set<String> members, Function<String, Set<String>> possible) {
        if (members.stream().noneMatch(member -> isStandIn(view, member))) {
            return members;
        }
        Set<String> all = new LinkedHashSet<>();
        members.forEach(member -> all.addAll(isStandIn(view, member) ? possible.apply(member) : Set.of(member)));
        return all;
    }

    /** Whether values of {@code type} come from this subgraph without their real type's name. */
    boolean isStandIn(int view, String type) {
        return type(view, type) instanceof SubgraphType.InterfaceObject;
    }

    /** The same of some of the values at least, where the subgraph has other types beside. */
    boolean mayStandIn(int view, String type) {
        return switch (type(view, type)) {
            case SubgraphType.InterfaceObject ignored -> true;
            case SubgraphType.InterfaceType abstracted ->
                abstracted.implementations().stream().anyMatch(member -> isStandIn(view, member));
            case SubgraphType.UnionType union -> union.members().stream().anyMatch(member -> isStandIn(view, member));
            case null, default -> false;
        };
    }
}
