package io.weft.gateway.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weft.gateway.application.GatewayApplication;
import io.weft.gateway.reload.GraphSource;
import io.weft.gateway.reload.ReadAhead;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Starts the gateway, asks it some questions and ends, so that the JVM can remember what a start takes (an AOT cache).
 * The subgraphs are one socket that gives canned answers.
 */
final class Rehearse {

    private static final List<String> QUERIES = List.of(
            "{ users { id name reviews { text } } }",
            "query Named($with: Boolean = true) { users { id ... on User @include(if: $with) { __typename name } } }",
            "{ users { id }",
            "{ nobody }",
            "{ __schema { types { name fields { name } } } }");

    private Rehearse() {}

    static void run() {
        try (ServerSocket subgraphs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path file = Files.createTempFile("rehearsal", ".graphql");
            Files.writeString(file, supergraph().replace("PORT", Integer.toString(subgraphs.getLocalPort())));
            Thread.ofPlatform().daemon().start(() -> answer(subgraphs));
            int port = freePort();
            GatewayApplication.standalone(
                    Map.of(
                            "server.port", Integer.toString(port),
                            "weft.gateway.supergraph", file.toString(),
                            "weft.gateway.introspection", "true"),
                    Optional.empty(),
                    ReadAhead.of(new GraphSource.SupergraphFile(file, Map.of()), refused -> {}));
            for (int round = 0; round < 20; round++) {
                for (String query : QUERIES) {
                    ask(port, "/graphql", "{\"query\":\"" + query + "\"}");
                }
                ask(port, "/actuator/health/readiness", "");
                ask(port, "/actuator/health", "");
            }
            Files.delete(file);
            System.exit(0);
        } catch (IOException failed) {
            throw new CommandProblem(CommandProblem.Kind.INPUT, "the rehearsal failed: " + failed);
        }
    }

    private static String supergraph() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Rehearse.class.getResourceAsStream("/rehearsal/supergraph.graphql"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return ((InetSocketAddress) socket.getLocalSocketAddress()).getPort();
        }
    }

    private static void ask(int port, String path, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + path).toURL().openConnection();
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(body.getBytes(UTF_8));
        }
        try (InputStream in =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            in.readAllBytes();
        }
    }

    /** HTTP as far as the rehearsal needs it: one request to a connection. */
    private static void answer(ServerSocket subgraphs) {
        while (!subgraphs.isClosed()) {
            try (Socket socket = subgraphs.accept()) {
                byte[] request = new byte[65_536];
                int length = 0;
                String text = "";
                while (!text.endsWith("}")) {
                    int more = socket.getInputStream().read(request, length, request.length - length);
                    if (more < 0) {
                        break;
                    }
                    length += more;
                    text = new String(request, 0, length, UTF_8);
                }
                String data = text.contains("_entities")
                        ? "{\"_entities\":[{\"__typename\":\"User\",\"reviews\":[{\"text\":\"good\"}]}]}"
                        : "{\"users\":[{\"__typename\":\"User\",\"id\":\"1\",\"name\":\"Ada\"}]}";
                String body = "{\"data\":" + data + "}";
                socket.getOutputStream()
                        .write(
                                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                                + body.length() + "\r\n\r\n" + body)
                                        .getBytes(UTF_8));
            } catch (IOException over) {
                return;
            }
        }
    }
}
