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

    private WriteSelectorRequest() {}

    /** The body of a request over HTTP. */
    static byte[] bytes(SelectorRequest request) {
        Selector selector = request.selector();
        List<String> definitions = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        selector.filter()
                .ifPresent(filter -> request.filter().ifPresent(value -> {
                    give("filter", filter.part().type(), definitions, arguments);
                    variables.put(OWN + "filter", value);
                }));
        selector.order()
                .ifPresent(order -> request.order().ifPresent(value -> {
                    give("orderBy", order.type(), definitions, arguments);
                    variables.put(OWN + "orderBy", value);
                    if (request.backward()) {
                        arguments.add("backward: true");
                    }
                }));
        if (request.order().isEmpty() && request.backward()) {
            arguments.add("backward: true");
        }
        request.within().ifPresent(keys -> {
            give("within", new TypeReference.Named("KeySet"), definitions, arguments);
            variables.put(OWN + "within", keys.encoded());
        });
        give("first", new TypeReference.NonNull(new TypeReference.Named("Int")), definitions, arguments);
        variables.put(OWN + "first", request.first());
        request.after().ifPresent(cursor -> {
            give("after", new TypeReference.Named("String"), definitions, arguments);
            variables.put(OWN + "after", cursor);
        });
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

    private static void give(String argument, TypeReference type, List<String> definitions, List<String> arguments) {
        definitions.add("$" + OWN + argument + ": " + type.print());
        arguments.add(argument + ": $" + OWN + argument);
    }
}
