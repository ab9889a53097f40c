package io.weft.gateway.command;

import io.weft.gateway.application.GatewayApplication;
import io.weft.gateway.application.GraphSettings;
import io.weft.gateway.application.ReadSettings;
import io.weft.gateway.command.CommandProblem.Kind;
import io.weft.gateway.reload.ComposeLocally;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import io.weft.gateway.reload.GraphSource;
import io.weft.gateway.reload.ReadAhead;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code ./weft gateway}: the command line becomes settings, what it names is checked, and the gateway is started. */
final class Serve {

    private static final Set<String> ONCE =
            Set.of("--supergraph", "--config", "--manifest", "--port", "--host", "--path");
    private static final Set<String> REPEATED = Set.of("--subgraph-url", "--forward-header");
    private static final Set<String> SWITCHES = Set.of("--introspection", "--explain");

    private Serve() {}

    static void run(List<String> line) {
        Options options = Options.parse(line, ONCE, REPEATED, SWITCHES);
        if (Stream.of("--supergraph", "--config", "--manifest")
                        .filter(name -> options.one(name).isPresent())
                        .count()
                != 1) {
            throw Options.usage(
                    "what is to be served? One of --supergraph FILE, --config FILE, --manifest FILE" + " (see --help)");
        }
        Map<String, String> settings = settings(options);
        Optional<PropertySource<?>> configuration = options.one("--config").map(file -> configuration(Path.of(file)));
        checkFree(settings, configuration);
        ReadAhead ahead = options.one("--supergraph")
                .map(file -> ahead(
                        new GraphSource.SupergraphFile(Path.of(absolute(file)), urls(options.all("--subgraph-url")))))
                .or(() -> options.one("--config").map(file -> configured(Path.of(file), reading(settings))))
                .or(() -> options.one("--manifest").map(file -> manifest(Path.of(file), reading(settings))))
                .orElseGet(ReadAhead::nothing);
        GatewayApplication.standalone(settings, configuration, ahead);
    }

    private static Map<String, String> settings(Options options) {
        Map<String, String> settings = new LinkedHashMap<>();
        options.one("--supergraph").ifPresent(file -> settings.put("weft.gateway.supergraph", absolute(file)));
        options.one("--config").ifPresent(file -> settings.put("weft.serve.config", absolute(file)));
        options.one("--manifest").ifPresent(file -> settings.put("weft.serve.manifest", absolute(file)));
        options.one("--port").ifPresent(port -> settings.put("server.port", Integer.toString(port(port))));
        options.one("--host").ifPresent(host -> settings.put("server.address", host));
        options.one("--path").ifPresent(path -> settings.put("weft.gateway.http.path", path));
        urls(options.all("--subgraph-url"))
                .forEach((name, url) -> settings.put("weft.gateway.subgraph-urls[" + name + "]", url.toString()));
        options.isOn("--introspection")
                .ifPresent(on -> settings.put("weft.gateway.introspection", Boolean.toString(on)));
        int index = 0;
        for (String header : options.all("--forward-header")) {
            settings.put("weft.gateway.propagate-headers[" + index++ + "]", header);
        }
        if (options.isOn("--explain").orElse(false)) {
            settings.put("weft.gateway.explain-role", "PUBLIC");
        }
        return settings;
    }

    private static ReadSettings reading(Map<String, String> settings) {
        List<PropertySource<?>> sources = new ArrayList<>();
        sources.add(new SimpleCommandLinePropertySource(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
        new StandardEnvironment().getPropertySources().forEach(sources::add);
        return new ReadSettings(sources);
    }

    private static PropertySource<?> configuration(Path file) {
        return switch (ReadSettings.source(file)) {
            case Result.Read<PropertySource<?>>(PropertySource<?> read) -> read;
            case Result.Refused<PropertySource<?>>(List<String> problems) -> throw refused(problems);
        };
    }

    /** Reads while the rest starts; nothing has been begun yet that would have to be ended where it is refused. */
    private static ReadAhead ahead(GraphSource.SupergraphFile source) {
        return ReadAhead.of(source, refused -> Command.fail(told(refused.problems()), 1));
    }

    private static ReadAhead configured(Path file, ReadSettings reading) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        return switch (reading.fromFile(file)) {
            case Result.Refused<GraphSettings>(List<String> problems) -> throw refused(problems);
            case Result.Read<GraphSettings>(GraphSettings read) ->
                switch (read.source(folder)) {
                    case GraphSource.SupergraphFile supergraph -> ahead(supergraph);
                    case GraphSource.Subgraphs subgraphs -> {
                        List<String> problems = ComposeLocally.problems(subgraphs);
                        if (!problems.isEmpty()) {
                            throw refused(problems);
                        }
                        yield ReadAhead.nothing();
                    }
                };
        };
    }

    /** A graph of a manifest that cannot be served leaves the others; a manifest that is none stops the start. */
    private static ReadAhead manifest(Path file, ReadSettings reading) {
        List<String> problems = GatewayApplication.problemsOfManifest(file, reading);
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return ReadAhead.nothing();
    }

    private static CommandProblem refused(List<String> problems) {
        return new CommandProblem(Kind.INPUT, told(problems));
    }

    private static String told(List<String> problems) {
        return String.join("\nweft: ", problems);
    }

    private static String absolute(String file) {
        return Path.of(file).toAbsolutePath().normalize().toString();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw Options.usage("the port is '" + text + "': it must be a number from 0 to 65535");
        }
        throw Options.usage("the port is " + text + ": it must be a number from 0 to 65535");
    }

    private static Map<SubgraphName, URI> urls(List<String> given) {
        Map<SubgraphName, URI> urls = new LinkedHashMap<>();
        for (String text : given) {
            int equals = text.indexOf('=');
            try {
                URI url = new URI(text.substring(equals + 1));
                if (equals > 0 && url.isAbsolute() && url.getHost() != null) {
                    urls.put(new SubgraphName(text.substring(0, equals)), url);
                    continue;
                }
            } catch (URISyntaxException invalid) {
                throw Options.usage("--subgraph-url has no valid URL: " + invalid.getMessage());
            }
            throw Options.usage("--subgraph-url is '" + text
                    + "': it must be NAME=URL, such as reviews=http://localhost:4002/graphql");
        }
        return urls;
    }

    private static void checkFree(Map<String, String> settings, Optional<PropertySource<?>> configuration) {
        Optional<String> host = setting("server.address", settings, configuration);
        int port = port(setting("server.port", settings, configuration).orElse("4000"));
        InetSocketAddress address =
                host.map(name -> new InetSocketAddress(name, port)).orElseGet(() -> new InetSocketAddress(port));
        if (address.isUnresolved()) {
            throw new CommandProblem(
                    Kind.INPUT, "the host to listen at is '" + address.getHostString() + "': there is no such host");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException taken) {
            throw new CommandProblem(
                    Kind.INPUT,
                    "cannot listen at " + address.getHostString() + ", port " + port + " (" + taken.getMessage()
                            + "): end what listens there, or choose another by --port");
        }
    }

    private static Optional<String> setting(
            String name, Map<String, String> settings, Optional<PropertySource<?>> configuration) {
        return Optional.ofNullable(settings.get(name))
                .or(() -> configuration
                        .flatMap(source -> Optional.ofNullable(source.getProperty(name)))
                        .map(Object::toString));
    }
}
