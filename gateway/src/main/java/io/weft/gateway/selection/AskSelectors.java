package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.SubgraphHeaders;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks subgraphs for one selection, and counts what that costs. Safe for use by many threads. */
final class AskSelectors {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** What variables of the selector itself begin with: those of a client's facets go along beside them. */
    private static final String OWN = "weft__";

    /** What the bounds are of. */
    enum Scope {
        /** One selection. */
        ONE,
        /** Those of one field within several objects, which have much to ask in common: nobody is asked the same twice. */
        SEVERAL
    }

    private final Scope scope;
    private final SubgraphTransport transport;
    private final SubgraphHeaders headers;
    private final SelectionSettings settings;
    private final Optional<String> operationName;
    private final Mono<Void> over;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong keys = new AtomicLong();
    private final Queue<SelectorRequest> underWay = new ConcurrentLinkedQueue<>();
    private final Queue<SelectionReport.Call> made = new ConcurrentLinkedQueue<>();
    private final Map<SelectorRequest, Mono<SelectorAnswer>> answers = new ConcurrentHashMap<>();
    private final long begun = System.nanoTime();

    /** @param over ends when nobody waits for an answer any more: what is found once for several is given up then */
    AskSelectors(
            Scope scope,
            SubgraphTransport transport,
            SubgraphHeaders headers,
            SelectionSettings settings,
            Optional<String> operationName,
            Mono<Void> over) {
        this.scope = scope;
        this.over = over;
        this.transport = transport;
        this.headers = headers;
        this.settings = settings;
        this.operationName = operationName;
    }

    /** Fails with a {@link SelectionFailure}. */
    Mono<SelectorAnswer> ask(SelectorRequest request) {
        return scope == Scope.SEVERAL && request.within().isEmpty()
                ? answers.computeIfAbsent(request, key -> asked(key).cache())
                : asked(request);
    }

    private Mono<SelectorAnswer> asked(SelectorRequest request) {
        return Mono.defer(() -> {
            if (calls.incrementAndGet() > settings.maxCalls()) {
                return Mono.error(SelectionFailure.of(
                        SelectionFailure.TOO_LARGE,
                        "The selection needs more than " + settings.maxCalls()
                                + " calls to services. "
                                + (scope == Scope.SEVERAL
                                        ? "Ask within fewer objects at once, or make the filter more selective"
                                        : "Make the filter more selective")));
            }
            move(request.within().map(KeySet::size).orElse(0));
            SubgraphName subgraph = request.selector().subgraph();
            underWay.add(request);
            long asked = System.nanoTime();
            return transport
                    .send(new Request(
                            subgraph,
                            request.selector().url(),
                            OperationKind.QUERY,
                            body(request),
                            headers.of(subgraph),
                            operationName))
                    .takeUntilOther(over)
                    .doOnTerminate(() -> underWay.remove(request))
                    .map(response -> read(request, response))
                    .doOnNext(answer -> note(
                            request, answer.keys().size() + answer.entries().size(), asked))
                    .doOnError(failed -> note(request, 0, asked));
        });
    }

    /** All keys, where as many are asked for as there can be: a part of them would make a wrong answer. */
    Mono<KeySet> askAll(SelectorRequest request) {
        return ask(request).map(answer -> {
            if (!answer.complete()) {
                throw invalid(
                        request.selector().subgraph(),
                        "with " + answer.keys().size() + " keys and says that there are more, though up to "
                                + request.first() + " were asked for");
            }
            return answer.keys();
        });
    }

    private void note(SelectorRequest request, int told, long asked) {
        made.add(new SelectionReport.Call(
                request.selector().subgraph(),
                request.asked(),
                request.within().map(KeySet::size),
                told,
                Duration.ofNanos(asked - begun),
                Duration.ofNanos(System.nanoTime() - asked)));
    }

    /** The calls that were answered or failed until now. */
    List<SelectionReport.Call> made() {
        return List.copyOf(made);
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Says who has not answered what yet. */
    SelectionFailure tooLate(Duration timeout) {
        String waiting = underWay.stream().map(AskSelectors::told).distinct().collect(Collectors.joining(", "));
        return SelectionFailure.of(
                SelectionFailure.TIMEOUT,
                "The selection took longer than " + timeout.toMillis() + " ms"
                        + (waiting.isEmpty() ? "." : ", waiting for the service " + waiting + "."));
    }

    private static String told(SelectorRequest request) {
        String within =
                request.within().map(keys -> " within " + keys.size() + " keys").orElse("");
        return "'" + request.selector().subgraph() + "' to tell " + request.asked() + within;
    }

    private void move(long count) {
        if (keys.addAndGet(count) > settings.maxKeys()) {
            throw SelectionFailure.of(
                    SelectionFailure.TOO_LARGE,
                    "The selection would move more than " + settings.maxKeys()
                            + " keys between services. Make the filter more selective");
        }
    }

    private static byte[] body(SelectorRequest request) {
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
        String query = "query (" + String.join(", ", definitions) + ") { selection: " + selector.field() + "("
                + String.join(", ", arguments) + ") {" + selected + " } }";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", query);
        body.put("variables", variables);
        return JSON.writeValueAsBytes(body);
    }

    private static void give(String argument, TypeReference type, List<String> definitions, List<String> arguments) {
        definitions.add("$" + OWN + argument + ": " + type.print());
        arguments.add(argument + ": $" + OWN + argument);
    }

    private SelectorAnswer read(SelectorRequest request, Response response) {
        SubgraphName subgraph = request.selector().subgraph();
        return switch (response) {
            case Response.Failed(var reason, String message) ->
                throw SelectionFailure.by(
                        subgraph, ErrorCode.of(reason).name(), "The selection failed: " + message, Map.of());
            case Response.Answered(int status, byte[] body) -> read(request, parsed(subgraph, status, body));
        };
    }

    private static JsonNode parsed(SubgraphName subgraph, int status, byte[] body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw invalid(subgraph, "with HTTP status " + status + " and no JSON");
        }
        JsonNode error = answer.at("/errors/0");
        if (!error.isMissingNode()) {
            Object extensions = JSON.treeToValue(error.path("extensions"), Object.class);
            throw SelectionFailure.by(
                    subgraph,
                    SelectionFailure.SERVICE,
                    error.path("message").asString("The service '" + subgraph + "' answered with an error"),
                    extensions instanceof Map<?, ?> told ? told : Map.of());
        }
        JsonNode selection = answer.at("/data/selection");
        if (!selection.isObject()) {
            throw invalid(subgraph, "with HTTP status " + status + " and no selection");
        }
        return selection;
    }

    private static SelectionFailure invalid(SubgraphName subgraph, String how) {
        return SelectionFailure.by(
                subgraph,
                ErrorCode.SUBGRAPH_INVALID_ANSWER.name(),
                "The service '" + subgraph + "' answered a selection " + how,
                Map.of());
    }

    private SelectorAnswer read(SelectorRequest request, JsonNode selection) {
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
        move(found.size() + (long) entries.size());
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
