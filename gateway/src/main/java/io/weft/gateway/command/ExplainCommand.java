package io.weft.gateway.command;

import io.weft.gateway.Explain;
import io.weft.gateway.Graph;
import io.weft.gateway.Graph.Preparation;
import io.weft.gateway.command.CommandProblem.Kind;
import io.weft.gateway.execution.ResponseError;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.reload.GraphSource;
import io.weft.gateway.reload.ReadSupergraphFile;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./weft explain}: what becomes of an operation, from the document to the answer's shape. Nothing is asked; or a running gateway is, and how
 * it has answered is shown.
 */
final class ExplainCommand {

    private static final JsonMapper JSON = new JsonMapper();

    private ExplainCommand() {}

    static void run(List<String> line, PrintStream out) {
        Options options = Options.parse(
                line,
                Set.of("--supergraph", "--gateway", "--token", "--strategy", "--query", "--variables", "--operation"),
                Set.of(),
                Set.of());
        Optional<String> gateway = options.one("--gateway");
        if (gateway.isPresent()) {
            if (options.one("--supergraph").isPresent()) {
                throw Options.usage("give --supergraph, or --gateway: a gateway has its graph");
            }
            new ExplainAnswer(endpoint(gateway.get()), options.one("--token"), options.one("--strategy"))
                    .print(
                            text(required(options, "--query")),
                            options.one("--operation"),
                            options.one("--variables").map(file -> variables(Path.of(file))),
                            out);
            return;
        }
        Supergraph supergraph = supergraph(required(options, "--supergraph"));
        Graph graph = new Graph(supergraph, OperationLimits.DEFAULT, new Planner(supergraph)::plan, 1_000_000);
        String document = text(required(options, "--query"));
        switch (graph.prepare(document, options.one("--operation"))) {
            case Preparation.Refused(List<ResponseError> errors) -> throw refused(errors);
            case Preparation.Prepared prepared -> {
                options.one("--variables").ifPresent(file -> check(graph, prepared, Path.of(file)));
                Explain.stages(prepared).forEach((title, text) -> out.print("# " + title + "\n" + text + "\n"));
            }
        }
    }

    private static URI endpoint(String text) {
        try {
            URI url = new URI(text);
            return url.getPath() == null || url.getPath().isEmpty() ? url.resolve("/graphql") : url;
        } catch (URISyntaxException invalid) {
            throw Options.usage("--gateway is an address like http://localhost:4000/graphql, not " + text);
        }
    }

    private static JsonNode variables(Path file) {
        try {
            return JSON.readTree(text(file));
        } catch (JacksonException invalid) {
            throw new CommandProblem(Kind.INPUT, file + " is no JSON object: " + invalid.getOriginalMessage());
        }
    }

    private static void check(Graph graph, Preparation.Prepared prepared, Path file) {
        Map<String, Object> variables;
        try {
            variables = JSON.readValue(text(file), new TypeReference<>() {});
        } catch (JacksonException invalid) {
            throw new CommandProblem(Kind.INPUT, file + " is no JSON object: " + invalid.getOriginalMessage());
        }
        if (graph.coerce(prepared.operation(), Map.copyOf(variables))
                instanceof Graph.Coercion.Refused(List<ResponseError> errors)) {
            throw refused(errors);
        }
    }

    private static Supergraph supergraph(Path file) {
        return switch (ReadSupergraphFile.read(new GraphSource.SupergraphFile(file, Map.of()))) {
            case ReadSupergraphFile.Result.Read(Supergraph read) -> read;
            case ReadSupergraphFile.Result.Refused(List<String> problems) ->
                throw new CommandProblem(Kind.INPUT, String.join("\n", problems));
        };
    }

    private static Path required(Options options, String name) {
        return Optional.of(name)
                .flatMap(options::one)
                .map(Path::of)
                .orElseThrow(() -> Options.usage(name + " FILE is missing (see --help)"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CommandProblem(Kind.INPUT, file.toAbsolutePath() + " cannot be read: " + unreadable);
        }
    }

    private static CommandProblem refused(List<ResponseError> errors) {
        return new CommandProblem(
                Kind.INPUT,
                errors.stream()
                        .map(error -> error.message() + (error.locations().isEmpty() ? "" : " at " + error.locations()))
                        .collect(Collectors.joining("\n")));
    }
}
