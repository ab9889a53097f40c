package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Subgraphs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which object types stand behind the types of a supergraph, and which of them each subgraph may give. */
final class RuntimeTypes {

    private final Subgraphs subgraphs;
    private final Map<String, Set<String>> runtimeTypes = new HashMap<>();
    private final Map<String, List<String>> namesOf = new HashMap<>();

    RuntimeTypes(Subgraphs subgraphs, MergedSchema merged) {
        this.subgraphs = subgraphs;
        merged.types().forEach((name, type) -> {
            if (type instanceof SchemaType.ObjectType object) {
                List<String> names = new ArrayList<>();
                names.add(name);
                names.addAll(object.interfaces());
                namesOf.put(name, names);
                runtimeTypes.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(name);
                object.interfaces()
                        .forEach(contract -> runtimeTypes
                                .computeIfAbsent(contract, key -> new LinkedHashSet<>())
                                .add(name));
            } else if (type instanceof SchemaType.UnionType union) {
                runtimeTypes.put(name, union.members());
            }
        });
    }

    /** The object type's own name, and its interfaces'. */
    List<String> names(String type) {
        return namesOf.getOrDefault(type, List.of(type));
    }

    Set<String> of(String type) {
        return runtimeTypes.getOrDefault(type, Set.of());
    }

    /** The objects a field of this type may give, each with the subgraphs that may give it. */
    List<Position> positions(String typeName, List<Source> sources) {
        List<Position> positions = new ArrayList<>();
        for (String runtimeType : of(typeName)) {
            Set<Source> giving = new LinkedHashSet<>();
            for (Source source : sources) {
                if (gives(subgraphs.subgraph(source.subgraph()), typeName, runtimeType)) {
                    giving.add(source);
                }
            }
            if (!giving.isEmpty()) {
                positions.add(new Position(runtimeType, giving));
            }
        }
        return positions;
    }

    private boolean gives(Subgraph subgraph, String typeName, String runtimeType) {
        return switch (subgraph.type(typeName).orElse(null)) {
            case SubgraphType.InterfaceType contract ->
                contract.implementations().contains(runtimeType);
            case SubgraphType.UnionType union -> union.members().contains(runtimeType);
            case SubgraphType.InterfaceObject object -> true;
            case SubgraphType.ObjectType object -> typeName.equals(runtimeType);
            // the subgraph gives the field a narrower type than the supergraph
            case null, default -> subgraph.type(runtimeType).isPresent();
        };
    }

    /** The object types that a field of this type may give where this subgraph answers. */
    Set<String> in(Source source, String typeName) {
        Set<String> found = new LinkedHashSet<>();
        for (String runtimeType : of(typeName)) {
            if (gives(subgraphs.subgraph(source.subgraph()), typeName, runtimeType)) {
                found.add(runtimeType);
            }
        }
        return found;
    }
}
