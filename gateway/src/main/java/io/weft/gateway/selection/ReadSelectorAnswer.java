package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a selector answered. */
final class ReadSelectorAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECTION = "selection";
    private static final String NODES = Selector.Offer.NODES.field();

    /** From an answer's data. */
    static final String[] PATH_OF_NODES = {SELECTION, NODES};

    private ReadSelectorAnswer() {}

    /** Fails with a {@link SelectionFailure} where the subgraph failed, or its answer is none. */
    static SelectorAnswer read(SelectorRequest request, Response response) {
        SubgraphName subgraph = request.selector().subgraph();
        return switch (response) {
            case Response.Failed(var reason, String message) ->
                throw SelectionFailure.by(
                        subgraph, ErrorCode.of(reason).name(), "The selection failed: " + message, Map.of());
            case Response.Answered(int status, byte[] body) -> read(request, parsed(subgraph, status, body));
        };
    }

    /** Of an answer, what is read here: what went along with the selector may be many times as long, and is its sender's. */
    private record Parts(JsonNode errors, JsonNode selection) {}

    private static Parts parts(byte[] body) {
        JsonNode errors = MissingNode.getInstance();
        JsonNode selection = MissingNode.getInstance();
        try (JsonParser in = JSON.createParser(body)) {
            in.nextToken();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "errors" -> errors = in.readValueAsTree();
                    case "data" -> selection = selection(in);
                    default -> in.skipChildren();
                }
            }
            if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
                throw new StreamReadException(in, "more than an object, or none");
            }
        }
        return new Parts(errors, selection);
    }

    /** Of the data that begin here, if they are an object. */
    private static JsonNode selection(JsonParser in) {
        JsonNode found = MissingNode.getInstance();
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return found;
        }
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            if (name.equals(SELECTION)) {
                found = in.currentToken() == JsonToken.START_OBJECT ? withoutNodes(in) : in.readValueAsTree();
            } else {
                in.skipChildren();
            }
        }
        return found;
    }

    private static JsonNode withoutNodes(JsonParser in) {
        ObjectNode members = JSON.createObjectNode();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            if (name.equals(NODES)) {
                in.skipChildren();
            } else {
                members.set(name, in.<JsonNode>readValueAsTree());
            }
        }
        return members;
    }

    private static JsonNode parsed(SubgraphName subgraph, int status, byte[] body) {
        Parts answer;
        try {
            answer = parts(body);
        } catch (JacksonException notJson) {
            throw invalid(subgraph, "with HTTP status " + status + " and no JSON");
        }
        JsonNode error = answer.errors().path(0);
        if (!error.isMissingNode()) {
            Object extensions = JSON.treeToValue(error.path("extensions"), Object.class);
            throw SelectionFailure.by(
                    subgraph,
                    SelectionFailure.SERVICE,
                    error.path("message").asString("The service '" + subgraph + "' answered with an error"),
                    extensions instanceof Map<?, ?> told ? told : Map.of());
        }
        JsonNode selection = answer.selection();
        if (!selection.isObject()) {
            throw invalid(subgraph, "with HTTP status " + status + " and no selection");
        }
        return selection;
    }

    static SelectionFailure invalid(SubgraphName subgraph, String how) {
        return SelectionFailure.by(
                subgraph,
                ErrorCode.SUBGRAPH_INVALID_ANSWER.name(),
                "The service '" + subgraph + "' answered a selection " + how,
                Map.of());
    }

    private static SelectorAnswer read(SelectorRequest request, JsonNode selection) {
        SubgraphName subgraph = request.selector().subgraph();
        KeySet found = KeySet.EMPTY;
        if (request.wants().contains(Want.KEYS)) {
            found = KeySet.decoded(selection.path("keys").asString(""))
                    .orElseThrow(() -> invalid(subgraph, "with keys that are no set of keys"));
        }
        List<SelectorAnswer.Entry> entries = new ArrayList<>();
        for (JsonNode entry : selection.path("entries")) {
            entries.add(new SelectorAnswer.Entry(
                    entry.path("key").asInt(), text(entry.path("cursor")), number(entry.path("score"))));
        }
        @SuppressWarnings("unchecked") // as Jackson reads an object
        Map<String, @Nullable Object> facets = selection.path("facets").isObject()
                ? (Map<String, @Nullable Object>) JSON.treeToValue(selection.path("facets"), Map.class)
                : Map.of();
        return new SelectorAnswer(
                found,
                entries,
                selection.path("complete").asBoolean(false),
                selection.path("count").asLong(0),
                selection.path("estimate").asDouble(0),
                entries.isEmpty()
                        ? Optional.empty()
                        : text(selection.path("endCursor")).or(entries.getLast()::cursor),
                number(selection.path("recall")),
                facets);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static Optional<Double> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
    }
}
