package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                        subgraph,
                        ErrorCode.of(reason).name(),
                        "The selection failed: " + message + "; it was asked to tell " + request.told(),
                        Map.of());
            case Response.Answered(int status, byte[] body, var _) ->
                read(request, parsed(request.selector(), status, body));
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

    private static JsonNode parsed(Selector selector, int status, byte[] body) {
        Parts answer;
        try {
            answer = parts(body);
        } catch (JacksonException notJson) {
            throw status < 300 ? invalid(selector, "with no JSON") : inTrouble(selector.subgraph(), status);
        }
        SubgraphName subgraph = selector.subgraph();
        if (answer.errors().isValueNode() && !answer.errors().isNull()
                || answer.errors().isObject()) {
            throw invalid(selector, "with HTTP status " + status + " and errors that are no list");
        }
        JsonNode error = answer.errors().path(0);
        if (!error.isMissingNode()) {
            InClientsTerms terms = new InClientsTerms(selector);
            Object extensions = JSON.treeToValue(error.path("extensions"), Object.class);
            throw SelectionFailure.by(
                    subgraph,
                    SelectionFailure.SERVICE,
                    terms.told(error.path("message").asString("The service '" + subgraph + "' answered with an error")),
                    extensions instanceof Map<?, ?> told ? terms.told(told) : Map.of());
        }
        JsonNode selection = answer.selection();
        if (!selection.isObject()) {
            throw invalid(selector, "with HTTP status " + status + " and no selection");
        }
        return selection;
    }

    /** @param how what is wrong with the answer, as it goes on behind "answered a selection" */
    static SelectionFailure invalid(Selector selector, String how) {
        return SelectionFailure.by(
                selector.subgraph(),
                ErrorCode.SUBGRAPH_INVALID_ANSWER.name(),
                "The service '" + selector.subgraph() + "' answered a selection " + how + ". Its field "
                        + selector.field() + " must keep the selection contract (docs/selection.md)",
                Map.of());
    }

    /** Nobody has looked at the question: a proxy says so, or a server before GraphQL. */
    private static SelectionFailure inTrouble(SubgraphName subgraph, int status) {
        return SelectionFailure.by(
                subgraph,
                ErrorCode.SUBGRAPH_INVALID_ANSWER.name(),
                "The service '" + subgraph + "' answered a selection with HTTP status " + status
                        + ", but not in JSON: the service, or what stands before it, did not take the request",
                Map.of());
    }

    private static SelectorAnswer read(SelectorRequest request, JsonNode selection) {
        Set<Want> wants = request.wants();
        AnsweredMembers members = new AnsweredMembers(request.selector(), selection, "");
        List<SelectorAnswer.Entry> entries = wants.contains(Want.ENTRIES)
                ? members.objects("entries").stream()
                        .map(entry -> entry(entry, wants))
                        .toList()
                : List.of();
        SelectorAnswer answer = new SelectorAnswer(
                wants.contains(Want.KEYS) ? members.keys("keys") : KeySet.EMPTY,
                entries,
                (wants.contains(Want.KEYS) || wants.contains(Want.ENTRIES)) && members.truth("complete"),
                wants.contains(Want.COUNT) ? members.integer("count") : 0,
                wants.contains(Want.ESTIMATE) ? members.amount("estimate") : 0,
                end(members, entries, wants),
                wants.contains(Want.RECALL) ? members.share("recall") : Optional.empty(),
                request.facets().isPresent() ? members.object("facets") : Map.of());
        CheckSelectorAnswer.check(request, answer);
        return answer;
    }

    private static SelectorAnswer.Entry entry(AnsweredMembers entry, Set<Want> wants) {
        return new SelectorAnswer.Entry(
                entry.integer("key"),
                wants.contains(Want.CURSORS) ? Optional.of(entry.text("cursor")) : Optional.empty(),
                entry.number("score"));
    }

    private static Optional<String> end(AnsweredMembers members, List<SelectorAnswer.Entry> entries, Set<Want> wants) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return wants.contains(Want.END_CURSOR)
                ? Optional.of(members.text("endCursor"))
                : entries.getLast().cursor();
    }
}
