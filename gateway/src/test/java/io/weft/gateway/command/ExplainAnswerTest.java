package io.weft.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./weft explain --gateway} asks and prints; the gateway is one answer as a gateway has given it. */
class ExplainAnswerTest {

    private static final String ANSWERED = """
            {"data":{"records":{"totalCount":391}},"extensions":{"explain":{"plan":"QueryPlan {\\n}","fetches":[
              {"subgraph":"selection","begunAfterMicros":300,"durationMicros":21500,"requestBytes":210,"responseBytes":60,"outcome":"200"}],
             "selections":[{"field":"records","strategy":"GATHER","durationMicros":20100,"calls":[
              {"subgraph":"metadata","asked":"keys, estimate","keysOut":412,"begunAfterMicros":100,"durationMicros":5200},
              {"subgraph":"features","asked":"keys","keysIn":412,"keysOut":391,"begunAfterMicros":5400,"durationMicros":7050}]}]}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void each_call_of_a_selection_is_shown_with_its_keys_and_its_time() throws IOException {
        Queue<Map<String, List<String>>> asked = new ConcurrentLinkedQueue<>();
        String printed = explained(ANSWERED, asked, "--token", "t-1", "--strategy", "GATHER");

        assertThat(printed)
                .contains(
                        "# plan\nQueryPlan {\n}\n",
                        "# selection records: GATHER in 20.1 ms\n",
                        "metadata     keys, estimate   412 keys out  after 0.1 ms, in 5.2 ms\n",
                        "features     keys             412 keys in, 391 keys out  after 5.4 ms, in 7.1 ms\n",
                        "selection    200  210 bytes out, 60 in  after 0.3 ms, in 21.5 ms\n");
        assertThat(asked)
                .singleElement()
                .satisfies(headers -> assertThat(headers)
                        .containsEntry("X-weft-explain", List.of("all"))
                        .containsEntry("X-weft-strategy", List.of("GATHER"))
                        .containsEntry("Authorization", List.of("Bearer t-1")));
    }

    @Test
    void a_caller_who_may_not_know_is_told_what_to_do() {
        assertThatThrownBy(() -> explained("{\"data\":{}}", new ConcurrentLinkedQueue<>()))
                .isInstanceOfSatisfying(
                        CommandProblem.class,
                        problem -> assertThat(problem.message())
                                .contains("explains nothing to this caller", "--token", "--explain on"));
    }

    @Test
    void it_is_a_gateway_or_a_supergraph() {
        assertThatThrownBy(() -> ExplainCommand.run(
                        List.of("--gateway", "http://localhost:1", "--supergraph", "x", "--query", "x"), System.out))
                .isInstanceOfSatisfying(
                        CommandProblem.class,
                        problem -> assertThat(problem.message()).contains("--supergraph, or --gateway"));
    }

    private String explained(String answer, Queue<Map<String, List<String>>> asked, String... more) throws IOException {
        Path query = Files.writeString(folder.resolve("query.graphql"), "{ records { totalCount } }");
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/graphql", exchange -> {
            asked.add(Map.copyOf(exchange.getRequestHeaders()));
            exchange.getRequestBody().readAllBytes();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<String> line = new ArrayList<>(List.of(
                    "--gateway", "http://localhost:" + gateway.getAddress().getPort(), "--query", query.toString()));
            line.addAll(List.of(more));
            ExplainCommand.run(line, new PrintStream(out, true, StandardCharsets.UTF_8));
            return out.toString(StandardCharsets.UTF_8);
        } finally {
            gateway.stop(0);
        }
    }
}
