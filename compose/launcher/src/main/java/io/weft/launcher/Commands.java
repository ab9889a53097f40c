package io.weft.launcher;

import io.weft.contracts.Role;
import io.weft.launcher.example.BioSamples;
import io.weft.launcher.loading.DataSet;
import io.weft.launcher.loading.Endpoints;
import io.weft.launcher.loading.Load;
import io.weft.launcher.loading.ServiceClient;
import io.weft.launcher.openngc.OpenNgc;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands, each one method. */
final class Commands {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);
    private static final Duration GRAPH_PATIENCE = Duration.ofSeconds(60);

    private final Workspace workspace;
    private final Progress progress;
    private final Map<String, String> environment;
    private final Archive archive;

    Commands(Workspace workspace, Progress progress, Map<String, String> environment) {
        this.workspace = workspace;
        this.progress = progress;
        this.environment = Map.copyOf(environment);
        this.archive = new Archive(workspace, progress);
    }

    void demo(List<String> line) {
        Arguments arguments = Arguments.parse(line, List.of("--port"), List.of("--docker", "--empty"));
        noWords(arguments);
        Ports ports = Ports.from(arguments.options().getOrDefault("--port", List.of()), environment, archive.ports());
        archive.exclusively(() -> {
            Secrets secrets = Secrets.of(workspace);
            if (arguments.has("--docker")) {
                archive.keep(ports);
                docker().start(ports, secrets);
            } else {
                startProcesses(ports, secrets);
            }
            if (!arguments.has("--empty")) {
                load(ports, BioSamples.ofSize(BioSamples.SIZE));
                awaitAnswer(ports);
            }
            return ports;
        });
        String token = token("ada", Role.CURATOR, List.of(), TOKEN_VALIDITY);
        progress.print("""

                The archive is ready: %s/graphql

                  curl -s %s/graphql -H 'content-type: application/json' --data '%s'

                As a curator, who sees what is restricted too, add the header
                  -H "authorization: Bearer $(./weft token --user ada --role CURATOR)"
                A token for now (valid for %d hours):
                  %s

                ./weft status, ./weft logs gateway, ./weft load openngc PATH/NGC.csv, ./weft stop%s""".formatted(
                        ports.url(Part.GATEWAY),
                        ports.url(Part.GATEWAY),
                        ReadyQuery.body(),
                        TOKEN_VALIDITY.toHours(),
                        token,
                        arguments.has("--docker") ? "; status, logs and stop with --docker" : ""));
    }

    private void startProcesses(Ports ports, Secrets secrets) {
        Optional<Database> given = Database.given(environment.get(Database.VARIABLE));
        if (given.isEmpty()) {
            workspace.run(List.of(workspace.script("postgresql/provision.sh").toString()));
        }
        archive.start(ports, given, secrets);
    }

    private DockerDemo docker() {
        return new DockerDemo(workspace, progress, "docker");
    }

    void stop(List<String> line) {
        Arguments arguments = Arguments.parse(line, List.of(), List.of("--remove", "--docker"));
        noWords(arguments);
        if (arguments.has("--docker")) {
            docker().stop(arguments.has("--remove"));
            return;
        }
        archive.exclusively(() -> {
            archive.stop();
            return workspace;
        });
        if (arguments.has("--remove")) {
            DeleteFolder.of(workspace.state());
            progress.step("Removed " + workspace.state());
        }
    }

    /** @return whether everything runs and is ready */
    boolean status(List<String> line) {
        Arguments arguments = Arguments.parse(line, List.of(), List.of("--docker"));
        noWords(arguments);
        if (arguments.has("--docker")) {
            docker().status();
            return true;
        }
        Optional<Ports> ports = archive.ports();
        if (ports.isEmpty()) {
            progress.print("Nothing has been started here yet: ./weft demo");
            return false;
        }
        boolean all = true;
        boolean cluster = archive.clusterRuns();
        boolean ownCluster = Files.exists(workspace.cluster());
        progress.print("%-11s %-6s %s".formatted("PART", "PORT", "STATE"));
        if (ownCluster) {
            progress.print("%-11s %-6d %s"
                    .formatted(
                            Part.POSTGRESQL.label(), ports.get().of(Part.POSTGRESQL), cluster ? "running" : "stopped"));
            all = cluster;
        }
        for (Part part : Part.applications()) {
            Optional<ProcessHandle> process = archive.process(part).running();
            boolean ready = process.isPresent() && Health.ready(ports.get(), part);
            all &= ready;
            progress.print("%-11s %-6d %s"
                    .formatted(
                            part.label(),
                            ports.get().of(part),
                            process.map(handle -> (ready ? "ready" : "not ready, see ./weft logs " + part.label())
                                            + " (process " + handle.pid() + ")")
                                    .orElse("stopped")));
        }
        return all;
    }

    void logs(List<String> line) {
        Arguments arguments = Arguments.parse(line, List.of("--lines"), List.of("-f", "--follow", "--docker"));
        Part part = arguments.words().size() == 1
                ? Part.named(arguments.words().getFirst())
                        .orElseThrow(() -> new Problem(
                                "There is no part " + arguments.words().getFirst() + "; there are: " + Part.labels()))
                : null;
        if (part == null) {
            throw new Problem("Whose log? ./weft logs NAME, with one of: " + Part.labels());
        }
        int lines = arguments
                .option("--lines")
                .map(text -> positive(text, "--lines"))
                .orElse(200);
        boolean follow = arguments.has("-f") || arguments.has("--follow");
        if (arguments.has("--docker")) {
            docker().logs(part, lines, follow);
        } else if (follow) {
            follow(workspace.log(part), lines);
        } else {
            progress.print(Tail.of(workspace.log(part), lines));
        }
    }

    void token(List<String> line) {
        Arguments arguments = Arguments.parse(line, List.of("--user", "--role", "--scopes", "--hours"), List.of());
        noWords(arguments);
        String user = arguments
                .option("--user")
                .orElseThrow(() -> new Problem("Whose token? ./weft token --user NAME --role ROLE"));
        String roleName = arguments.option("--role").orElse(Role.PUBLIC.name()).toUpperCase(Locale.ROOT);
        Role role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(roleName))
                .findFirst()
                .orElseThrow(() ->
                        new Problem("There is no role " + roleName + "; there are: " + Arrays.toString(Role.values())));
        List<String> scopes = arguments.option("--scopes").stream()
                .flatMap(text -> Arrays.stream(text.strip().split("[\\s,]+")))
                .filter(scope -> !scope.isEmpty())
                .toList();
        Duration validity = arguments
                .option("--hours")
                .map(text -> Duration.ofHours(positive(text, "--hours")))
                .orElse(TOKEN_VALIDITY);
        progress.print(token(user, role, scopes, validity));
    }

    void load(List<String> line) {
        Arguments arguments = Arguments.parse(line, List.of(), List.of());
        Ports ports = archive.ports().orElseThrow(() -> new Problem("Nothing runs here yet: ./weft demo"));
        switch (arguments.words()) {
            case List<String> words
            when words.equals(List.of("example")) -> load(ports, BioSamples.ofSize(BioSamples.SIZE));
            case List<String> words
            when words.size() == 2 && words.getFirst().equals("openngc") -> load(ports, openNgc(Path.of(words.get(1))));
            default -> throw new Problem("Load what? ./weft load example, or ./weft load openngc PATH/NGC.csv");
        }
    }

    /** @return whether the answer has no errors */
    boolean query(List<String> line) {
        Arguments arguments = Arguments.parse(line, List.of("--token"), List.of());
        Ports ports = archive.ports().orElseThrow(() -> new Problem("Nothing runs here yet: ./weft demo"));
        String document = arguments.words().isEmpty() ? ReadyQuery.DOCUMENT : String.join(" ", arguments.words());
        JsonNode answer = ask(ports, arguments.option("--token"), document);
        progress.print(answer.toPrettyString());
        return answer.path("errors").isEmpty() && answer.path("data").isObject();
    }

    private JsonNode ask(Ports ports, Optional<String> token, String document) {
        return new ServiceClient()
                .graphql(
                        URI.create(ports.url(Part.GATEWAY) + "/graphql"),
                        token,
                        document,
                        JsonMapper.shared().createObjectNode());
    }

    private void load(Ports ports, DataSet data) {
        Endpoints endpoints = new Endpoints(
                URI.create(ports.url(Part.RECORDS)),
                URI.create(ports.url(Part.METADATA)),
                URI.create(ports.url(Part.FEATURES)),
                URI.create(ports.url(Part.SEARCH)));
        new Load(
                        endpoints,
                        name -> token(
                                name,
                                name.equals("curator") ? Role.ADMIN : Role.DEPOSITOR,
                                List.of(),
                                Duration.ofHours(1)),
                        progress::step)
                .run(data);
    }

    private static OpenNgc openNgc(Path file) {
        try {
            return OpenNgc.read(file);
        } catch (IOException e) {
            throw new Problem(file + " cannot be read: " + e + "\n  It is the file NGC.csv of the project OpenNGC.", e);
        }
    }

    /** The gateway looks for new schemas every other second: the ready-made query must work when we say so. */
    private void awaitAnswer(Ports ports) {
        Instant deadline = Instant.now().plus(GRAPH_PATIENCE);
        JsonNode answer = ask(ports, Optional.empty(), ReadyQuery.DOCUMENT);
        while (!ReadyQuery.isAnswered(answer)) {
            if (Instant.now().isAfter(deadline)) {
                throw new Problem("The gateway does not answer the ready-made query: " + answer);
            }
            progress.waiting("waiting for the gateway to know the example data");
            Pause.briefly();
            answer = ask(ports, Optional.empty(), ReadyQuery.DOCUMENT);
        }
        progress.step("The gateway knows the example data");
    }

    private String token(String user, Role role, List<String> scopes, Duration validity) {
        return new DevToken(user, List.of(role.name()), scopes, validity)
                .signed(Secrets.of(workspace).token(), Instant.now());
    }

    private static void follow(Path log, int lines) {
        try {
            new ProcessBuilder("tail", "-n", Integer.toString(lines), "-F", log.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Problem("tail cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int positive(String text, String option) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new Problem(option + " must be a number from 1 on, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static void noWords(Arguments arguments) {
        if (!arguments.words().isEmpty()) {
            throw new Problem("What is \"" + arguments.words().getFirst() + "\"? See ./weft help");
        }
    }
}
