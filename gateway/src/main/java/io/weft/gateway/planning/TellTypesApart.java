package io.weft.gateway.planning;

import io.weft.gateway.planning.CollectItems.Item;
import io.weft.gateway.planning.QueryGraph.Way;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sorts object types into classes that neither the client nor any subgraph treats differently in what is selected. */
final class TellTypesApart {
    private final QueryGraph graph;
    private final Map<String, List<String>> classes = new LinkedHashMap<>();

    TellTypesApart(QueryGraph graph) {
        this.graph = graph;
    }

    /** @param items all that is selected on objects of the type */
    void add(String type, List<Item> items) {
        classes.computeIfAbsent(signature(type, items), key -> new ArrayList<>())
                .add(type);
    }

    /** In the order of their first types. */
    Collection<List<String>> classes() {
        return classes.values();
    }

    private String signature(String type, List<Item> items) {
        Set<String> names = new TreeSet<>();
        StringBuilder out = new StringBuilder();
        for (Item item : items) {
            names.add(item.field().name());
            out.append(item.client())
                    .append(item.denied() ? "!" : "")
                    .append(item.field().responseKey())
                    .append(item.conditions());
            item.field()
                    .arguments()
                    .forEach(argument -> out.append(argument.name()).append(argument.value()));
            out.append(item.field().name())
                    .append(System.identityHashCode(item.field().selections()))
                    .append(' ');
        }
        for (Way way : graph.ways(type)) {
            out.append('\n').append(way.subgraph()).append(way.key().print());
            out.append(way.isOfObject(type) ? "" : way.type()).append(way.entry());
        }
        for (int subgraph : graph.knowing(type)) {
            SubgraphType.Composite view = graph.view(subgraph, type);
            if (view != null) {
                out.append('\n').append(subgraph).append(view.name().equals(type) ? "" : view.name());
                names.forEach(name -> append(view.fields().get(name), out));
            }
        }
        return out.toString();
    }

    private static void append(@Nullable SubgraphField field, StringBuilder out) {
        if (field != null) {
            out.append(field.name())
                    .append(field.resolution())
                    .append(field.type().print());
            field.requires().ifPresent(required -> out.append('r').append(required.text()));
            field.provides().ifPresent(provided -> out.append('p').append(provided.text()));
            field.contextual().forEach(argument -> out.append('c').append(argument));
        }
    }
}
