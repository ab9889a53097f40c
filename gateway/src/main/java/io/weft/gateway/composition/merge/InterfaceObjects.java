package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The interface objects of all subgraphs: object types that stand for an interface, and so give its implementing types
 * fields.
 *
 * @param byType        by interface
 * @param interfacesOf  the interfaces of each object type, over all subgraphs
 */
record InterfaceObjects(Map<String, List<Part<SchemaType.Composite>>> byType, Map<String, List<String>> interfacesOf) {

    static InterfaceObjects of(List<ValidatedSubgraph> subgraphs) {
        Map<String, List<Part<SchemaType.Composite>>> byType = new LinkedHashMap<>();
        Map<String, List<String>> interfacesOf = new LinkedHashMap<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            for (SchemaType type : subgraph.types().values()) {
                if (!(type instanceof SchemaType.ObjectType object)) {
                    continue;
                }
                if (object.has(FederationDirective.INTERFACE_OBJECT)) {
                    byType.computeIfAbsent(object.name(), key -> new ArrayList<>())
                            .add(new Part<>(subgraph, object));
                }
                for (String implemented : object.interfaces()) {
                    List<String> known = interfacesOf.computeIfAbsent(object.name(), key -> new ArrayList<>());
                    if (!known.contains(implemented)) {
                        known.add(implemented);
                    }
                }
            }
        }
        return new InterfaceObjects(byType, interfacesOf);
    }

    boolean isAny(String type) {
        return byType.containsKey(type);
    }

    /** The fields by which interface objects resolve {@code field}, in subgraphs that do not define it themselves. */
    List<Part<SchemaField>> resolving(Coordinate field, List<Part<SchemaField>> defining) {
        if (byType.isEmpty()) {
            return List.of();
        }
        String name = field.member().orElseThrow();
        List<Part<SchemaField>> found = new ArrayList<>();
        for (String implemented : interfacesOf.getOrDefault(field.type(), List.of())) {
            for (Part<SchemaType.Composite> type : byType.getOrDefault(implemented, List.of())) {
                SchemaField own = type.element().fields().get(name);
                boolean defines = defining.stream().anyMatch(part -> part.subgraph() == type.subgraph());
                if (own != null
                        && !defines
                        && !type.subgraph().facts(implemented, name).isExternal()) {
                    found.add(new Part<>(type.subgraph(), own));
                }
            }
        }
        return found;
    }
}
