package io.weft.gateway.supergraph;

import io.weft.gateway.document.TypeReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A type as one subgraph defines it. Names are the supergraph's; federation's own types are left out. */
public sealed interface SubgraphType {

    String name();

    /** A type that has fields. */
    sealed interface Composite extends SubgraphType {
        Map<String, SubgraphField> fields();
    }

    /** @param interfaces the interfaces this subgraph says it implements */
    record ObjectType(String name, Map<String, SubgraphField> fields, Set<String> interfaces) implements Composite {
        public ObjectType {
            fields = ordered(fields);
            interfaces = ordered(interfaces);
        }
    }

    /**
     * @param interfaces      the interfaces this interface implements
     * @param implementations the object types of this subgraph that implement it
     */
    record InterfaceType(
            String name, Map<String, SubgraphField> fields, Set<String> interfaces, Set<String> implementations)
            implements Composite {
        public InterfaceType {
            fields = ordered(fields);
            interfaces = ordered(interfaces);
            implementations = ordered(implementations);
        }
    }

    /** An object type here ({@code @interfaceObject}) that stands for an interface elsewhere. */
    record InterfaceObject(String name, Map<String, SubgraphField> fields) implements Composite {
        public InterfaceObject {
            fields = ordered(fields);
        }
    }

    /** @param members the members this subgraph knows */
    record UnionType(String name, Set<String> members) implements SubgraphType {
        public UnionType {
            members = ordered(members);
        }
    }

    /** @param values the values this subgraph knows */
    record EnumType(String name, Set<String> values) implements SubgraphType {
        public EnumType {
            values = ordered(values);
        }
    }

    record ScalarType(String name) implements SubgraphType {}

    record InputObject(String name, Map<String, TypeReference> fields) implements SubgraphType {
        public InputObject {
            fields = ordered(fields);
        }
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static Set<String> ordered(Set<String> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
