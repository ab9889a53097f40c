package io.weft.gateway.selection;

import io.weft.gateway.document.TypeReference;
import io.weft.gateway.execution.Rider;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a selector is asked as an operation: its text is the same for equal forms, whatever the values. */
final class WriteSelectorRequest {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** What variables of the selector itself begin with: those of a client's facets go along beside them. */
    static final String OWN = "weft__";

    private final String own;
    private final List<String> definitions = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();

    private WriteSelectorRequest(String own) {
        this.own = own;
    }

    /** The body of a request over HTTP. */
    static byte[] bytes(SelectorRequest request) {
        return new WriteSelectorRequest(own(request)).written(request);
    }

    /** Longer where a client has variables that are called as ours are. */
    private static String own(SelectorRequest request) {
        String own = OWN;
        while (startsWith(own, request)) {
            own += "_";
        }
        return own;
    }

    private static boolean startsWith(String own, SelectorRequest request) {
        return request.facets().stream()
                .flatMap(facets -> facets.types().keySet().stream())
                .anyMatch(name -> name.startsWith(own));
    }

    private byte[] written(SelectorRequest request) {
        Selector selector = request.selector();
        selector.filter()
                .ifPresent(filter -> request.filter()
                        .ifPresent(value -> give("filter", filter.part().type(), value)));
        selector.order().ifPresent(order -> request.order().ifPresent(value -> give("orderBy", order.type(), value)));
        if (request.backward()) {
            arguments.add("backward: true");
        }
        request.within().ifPresent(keys -> give("within", new TypeReference.Named("KeySet"), keys.encoded()));
        give("first", new TypeReference.NonNull(new TypeReference.Named("Int")), request.first());
        request.after().ifPresent(cursor -> give("after", new TypeReference.Named("String"), cursor));
        StringBuilder selected = new StringBuilder();
        for (Want want : Want.values()) {
            if (request.wants().contains(want)) {
                selected.append(' ').append(want.selected());
            }
        }
        request.facets().ifPresent(facets -> {
            selected.append(" facets ").append(facets.selections());
            facets.types().forEach((name, type) -> definitions.add("$" + name + ": " + type));
            variables.putAll(facets.variables());
        });
        StringBuilder along = new StringBuilder();
        request.rider().ifPresent(rider -> {
            rider.types().forEach((name, type) -> definitions.add("$" + name + ": " + type));
            variables.putAll(rider.variables());
            switch (rider) {
                case Rider.RootField root -> along.append(' ').append(root.field());
                case Rider.OfNodes nodes ->
                    selected.append(' ')
                            .append(Selector.Offer.NODES.field())
                            .append(" {")
                            .append(nodes.selections())
                            .append('}');
            }
        });
        String query = "query (" + String.join(", ", definitions) + ") { selection: " + selector.field() + "("
                + String.join(", ", arguments) + ") {" + selected + " }" + along + " }";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", query);
        body.put("variables", variables);
        return JSON.writeValueAsBytes(body);
    }

    private void give(String argument, TypeReference type, Object value) {
        definitions.add("$" + own + argument + ": " + type.print());
        arguments.add(argument + ": $" + own + argument);
        variables.put(own + argument, value);
    }
}
