package io.weft.gateway.command;

import io.weft.gateway.application.GatewayApplication;
import io.weft.gateway.command.CommandProblem.Kind;
import io.weft.gateway.reload.GraphSource;
import io.weft.gateway.reload.ReadSupergraphFile;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./weft gateway}: the command line becomes settings, what it names is checked, and the gateway is started. */
final class Serve {

    private static final Set<String> ONCE = Set.of("--supergraph", "--port", "--host", "--path");
    private static final Set<String> REPEATED = Set.of("--subgraph-url", "--forward-header");
    private static final Set<String> SWITCHES = Set.of("--introspection", "--explain");

    private Serve() {}

    static void run(List<String> line) {
        Options options = Options.parse(line, ONCE, REPEATED, SWITCHES);
        Path supergraph = options.one("--supergraph")
                .map(Path::of)
                .orElseThrow(() -> Options.usage("what is to be served? --supergraph FILE (see --help)"));
        int port = port(options.one("--port").orElse("4000"));
        Map<SubgraphName, URI> urls = urls(options.all("--subgraph-url"));
        checkFree(options.one("--host"), port);
        if (ReadSupergraphFile.read(new GraphSource.SupergraphFile(supergraph, urls))
                instanceof ReadSupergraphFile.Result.Refused(List<String> problems)) {
            throw new CommandProblem(Kind.INPUT, String.join("\n", problems));
        }

        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", Integer.toString(port));
        options.one("--host").ifPresent(host -> settings.put("server.address", host));
        options.one("--path").ifPresent(path -> settings.put("weft.gateway.http.path", path));
        settings.put("weft.gateway.supergraph", supergraph.toAbsolutePath().toString());
        urls.forEach((name, url) -> settings.put("weft.gateway.subgraph-urls[" + name + "]", url.toString()));
        options.isOn("--introspection")
                .ifPresent(on -> settings.put("weft.gateway.introspection", Boolean.toString(on)));
        int index = 0;
        for (String header : options.all("--forward-header")) {
            settings.put("weft.gateway.propagate-headers[" + index++ + "]", header);
        }
        if (options.isOn("--explain").orElse(false)) {
            settings.put("weft.gateway.explain-role", "PUBLIC");
        }
        GatewayApplication.standalone(settings);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw Options.usage("--port is '" + text + "': it must be a number from 0 to 65535");
        }
        throw Options.usage("--port is " + text + ": it must be a number from 0 to 65535");
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

    private static void checkFree(java.util.Optional<String> host, int port) {
        InetSocketAddress address =
                host.map(name -> new InetSocketAddress(name, port)).orElseGet(() -> new InetSocketAddress(port));
        if (address.isUnresolved()) {
            throw new CommandProblem(Kind.INPUT, "--host is '" + address.getHostString() + "': there is no such host");
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
}
