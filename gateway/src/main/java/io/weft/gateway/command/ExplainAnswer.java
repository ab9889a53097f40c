package io.weft.gateway.command;

import io.weft.gateway.command.CommandProblem.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running gateway a question, and prints how it was answered: what it says of itself, with each call's keys and time. */
final class ExplainAnswer {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final Optional<String> token;
    private final Optional<String> strategy;

    /**
     * @param endpoint such as {@code http://localhost:4000/graphql}
     * @param strategy how selections are to be found; empty for the cheapest way
     */
    ExplainAnswer(URI endpoint, Optional<String> token, Optional<String> strategy) {
        this.endpoint = endpoint;
        this.token = token;
        this.strategy = strategy;
    }

    void print(String document, Optional<String> operation, Optional<JsonNode> variables, PrintStream out) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", document);
        operation.ifPresent(name -> body.put("operationName", name));
        variables.ifPresent(values -> body.put("variables", values));
        JsonNode answer = ask(JSON.writeValueAsString(body));
        answer.path("errors")
                .forEach(error -> out.print("# error\n" + error.path("message").asString("") + "\n"));
        JsonNode explain = answer.at("/extensions/explain");
        if (!explain.isObject()) {
            throw new CommandProblem(
                    Kind.INPUT,
                    "the gateway at " + endpoint
                            + " explains nothing to this caller. Give a --token with its explain-role,"
                            + " or start it with --explain on");
        }
        explain.properties().forEach(part -> {
            if (part.getValue().isString()) {
                out.print("# " + part.getKey() + "\n" + part.getValue().asString() + "\n");
            }
        });
        explain.path("selections").forEach(selection -> selection(selection, out));
        out.print("# fetches\n");
        explain.path("fetches")
                .forEach(fetch -> out.print("%-12s %s  %d bytes out, %d in  after %s, in %s%n"
                        .formatted(
                                fetch.path("subgraph").asString(""),
                                fetch.path("outcome").asString(""),
                                fetch.path("requestBytes").asInt(),
                                fetch.path("responseBytes").asInt(),
                                millis(fetch.path("begunAfterMicros")),
                                millis(fetch.path("durationMicros")))));
    }

    private static void selection(JsonNode selection, PrintStream out) {
        out.print("# selection %s: %s in %s%n"
                .formatted(
                        selection.path("field").asString(""),
                        selection.path("strategy").asString(""),
                        millis(selection.path("durationMicros"))));
        selection
                .path("calls")
                .forEach(call -> out.print("%-12s %-16s %s%d keys out  after %s, in %s%n"
                        .formatted(
                                call.path("subgraph").asString(""),
                                call.path("asked").asString(""),
                                call.has("keysIn") ? call.path("keysIn").asInt() + " keys in, " : "",
                                call.path("keysOut").asInt(),
                                millis(call.path("begunAfterMicros")),
                                millis(call.path("durationMicros")))));
    }

    private static String millis(JsonNode micros) {
        return String.format(Locale.ROOT, "%.1f ms", micros.asDouble() / 1000);
    }

    private JsonNode ask(String body) {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(endpoint);
        } catch (IllegalArgumentException noUrl) {
            throw Options.usage("--gateway is an address like http://localhost:4000/graphql, not " + endpoint);
        }
        request.header("content-type", "application/json")
                .header("x-weft-explain", "all")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(value -> request.header("authorization", "Bearer " + value));
        strategy.ifPresent(value -> request.header("x-weft-strategy", value));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(response.body());
        } catch (IOException | JacksonException failed) {
            throw new CommandProblem(Kind.INPUT, "there is no gateway at " + endpoint + ": " + failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem(Kind.INPUT, "interrupted");
        }
    }
}
