package io.weft.gateway.application;

import static io.weft.gateway.application.RunningGateway.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.HeaderNames;
import io.weft.gateway.subgraph.LiveSubgraph;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever sends a header that only the gateway may set has to go through the door, and is answered alike. */
class AnswerBesideTheDoorTest {

    private static final Map<String, String> THROUGH_THE_DOOR = Map.of(HeaderNames.ROLE, "ADMIN");

    private static final LiveSubgraph SUBGRAPH = new LiveSubgraph(
            "type Query { version: String }",
            wiring -> wiring.type("Query", type -> type.dataFetcher("version", environment -> "one")));

    private static final RunningGateway OPEN = start();
    private static final RunningGateway KNOWS_ORIGINS =
            start("--weft.gateway.http.cors.allowed-origins=https://archive.example.org");
    private static final RunningGateway KNOWN_ONLY = start("--weft.identity.anonymous=false");

    @AfterAll
    static void closeAll() {
        Stream.of(OPEN, KNOWS_ORIGINS, KNOWN_ONLY).forEach(RunningGateway::close);
        SUBGRAPH.close();
    }

    private static RunningGateway start(String... settings) {
        return RunningGateway.start(Stream.concat(
                        Stream.of(
                                "--weft.gateway.subgraphs[0].name=one",
                                "--weft.gateway.subgraphs[0].url=" + SUBGRAPH.url()),
                        Stream.of(settings))
                .toArray(String[]::new));
    }

    static Stream<Arguments> requests() {
        String question = RunningGateway.body("{ version }");
        Map<String, String> known = Map.of("Authorization", "Bearer " + token(Map.of("sub", "ada")));
        return Stream.of(
                Arguments.of("a question", OPEN, question, Map.of(), 200),
                Arguments.of("of somebody known", OPEN, question, known, 200),
                Arguments.of("of nobody", KNOWN_ONLY, question, Map.of(), 401),
                Arguments.of("of somebody known where nobody is not let in", KNOWN_ONLY, question, known, 200),
                Arguments.of("of a bad token", OPEN, question, Map.of("Authorization", "Bearer of bad news"), 401),
                Arguments.of("where origins are known", KNOWS_ORIGINS, question, Map.of(), 200),
                Arguments.of("no JSON", OPEN, "{", Map.of(), 400),
                Arguments.of("no GraphQL", OPEN, RunningGateway.body("{"), Map.of(), 200),
                Arguments.of(
                        "no GraphQL, strictly",
                        OPEN,
                        RunningGateway.body("{"),
                        Map.of("Accept", "application/graphql-response+json"),
                        400),
                Arguments.of("no type to answer in", OPEN, question, Map.of("Accept", "text/plain"), 406));
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("requests")
    void answersAreThoseOfTheDoor(
            String about, RunningGateway gateway, String body, Map<String, String> headers, int status) {
        Map<String, String> dropped = new TreeMap<>(headers);
        dropped.putAll(THROUGH_THE_DOOR);
        int before = gateway.throughTheDoor();
        HttpResponse<String> beside = gateway.send(body, headers);
        assertThat(gateway.throughTheDoor()).isEqualTo(before);
        HttpResponse<String> through = gateway.send(body, dropped);
        assertThat(gateway.throughTheDoor()).isEqualTo(status == 401 ? before : before + 1);
        assertThat(beside.statusCode()).isEqualTo(through.statusCode()).isEqualTo(status);
        assertThat(beside.body()).isEqualTo(through.body());
        assertThat(told(beside)).isEqualTo(told(through));
    }

    /** Headers but those that no two answers share. */
    private static Map<String, List<String>> told(HttpResponse<String> response) {
        Map<String, List<String>> told = new TreeMap<>(response.headers().map());
        told.remove("date");
        told.remove(HeaderNames.REQUEST_ID.toLowerCase(Locale.ROOT));
        return told;
    }
}
