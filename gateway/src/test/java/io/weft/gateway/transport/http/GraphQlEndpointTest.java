package io.weft.gateway.transport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.transport.http.AnswerGraphQl.Answer;
import io.weft.gateway.transport.http.AnswerGraphQl.Outcome;
import io.weft.http.server.ResumeReading;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class GraphQlEndpointTest {

    private static final String GRAPHQL = "application/graphql-response+json";

    private final List<GraphQlRequest> received = new CopyOnWriteArrayList<>();
    private Outcome outcome = Outcome.EXECUTED;

    private final HttpSettings settings = new HttpSettings(
            "/graphql",
            DataSize.ofKilobytes(1),
            new HttpSettings.Cors(List.of(), List.of(), List.of(), false, Duration.ofHours(1)));
    private final DisposableServer server = ResumeReading.on(HttpServer.create())
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(new GraphQlEndpoint(
                            settings.path(), settings, Duration.ofSeconds(12), (request, exchange) -> {
                                received.add(request);
                                return Mono.just(new Answer.Once(outcome, "{\"data\":{}}".getBytes(UTF_8)));
                            })
                    .route())))
            .bindNow();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.disposeNow();
    }

    @Test
    void aPostedRequestIsReadWhole() {
        HttpResponse<String> response = post(
                "{\"query\":\"{ä}\",\"operationName\":\"A\",\"variables\":{\"n\":1,\"x\":1.10,\"o\":{\"l\":[null,true]}},"
                        + "\"extensions\":{\"e\":\"f\"},\"unknown\":1}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"data\":{}}");
        GraphQlRequest request = received.getFirst();
        assertThat(request.document()).isEqualTo("{ä}");
        assertThat(request.operationName()).contains("A");
        assertThat(request.variables()).containsEntry("n", 1).containsEntry("x", new BigDecimal("1.10"));
        assertThat(request.extensions()).containsEntry("e", "f");
        assertThat(request.permitted()).containsExactlyInAnyOrder(OperationKind.QUERY, OperationKind.MUTATION);
    }

    @Test
    void membersThatAreNullAreAbsent() {
        post("{\"query\":\"{a}\",\"operationName\":null,\"variables\":null,\"extensions\":null}");
        assertThat(received.getFirst())
                .isEqualTo(new GraphQlRequest(
                        "{a}",
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        received.getFirst().permitted()));
    }

    @Test
    void aQueryByUrlMayOnlyBeAQuery() {
        HttpResponse<String> response =
                get("?query=" + encoded("{a}") + "&operationName=A&variables=" + encoded("{\"n\":1}"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(received.getFirst().variables()).containsEntry("n", 1);
        assertThat(received.getFirst().permitted()).containsExactly(OperationKind.QUERY);
    }

    @Test
    void aKindOfOperationThatTheMethodDoesNotCarryIs405() {
        outcome = Outcome.NOT_PERMITTED;
        HttpResponse<String> response = get("?query=" + encoded("mutation{a}"));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {                                        | the request body is not valid JSON
                    {"query":"{a}"} x                        | the request body is not valid JSON
                    {"query":"{a}","query":"{b}"}            | Duplicate
                    "{a}"                                    | the request body must be a JSON object
                    null                                     | the request body must be a JSON object
                    {}                                       | 'query' is missing
                    {"query":1}                              | 'query' must be a string, but it is a number
                    {"query":["{a}"]}                        | 'query' must be a string, but it is a list
                    {"query":"{a}","operationName":{}}       | 'operationName' must be a string, but it is an object
                    {"query":"{a}","variables":"{}"}         | 'variables' must be an object, but it is a string
                    {"query":"{a}","variables":[]}           | 'variables' must be an object, but it is a list
                    {"query":"{a}","extensions":true}        | 'extensions' must be an object, but it is a boolean
                    [{"query":"{a}"},{"query":"{b}"}]        | batched requests are not supported
                    """)
    void aMalformedRequestIs400WithTheReason(String body, String reason) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(reason);
        assertThat(received).isEmpty();
    }

    @Test
    void anEmptyBodyIs400() {
        assertThat(post("").body()).contains("the request body is empty");
    }

    @Test
    void bytesThatAreNotUtf8Are400() {
        HttpResponse<String> response = send(request()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray("{\"query\":\"{ä}\"}".getBytes(ISO_8859_1))));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/graphql",
                "application/x-www-form-urlencoded",
                "application/json;charset=iso-8859-1",
                "nonsense"
            })
    void otherContentTypesAre415(String type) {
        HttpResponse<String> response =
                send(request().header("Content-Type", type).POST(BodyPublishers.ofString("{\"query\":\"{a}\"}")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aMissingContentTypeIs415() {
        assertThat(send(request().POST(BodyPublishers.ofString("{\"query\":\"{a}\"}")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void compressedBodiesAre415() {
        assertThat(send(request()
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void anAnnouncedAndAStreamedBodyAboveTheLimitAre413() {
        String large = "{\"query\":\"{" + "a ".repeat(1000) + "}\"}";
        assertThat(post(large).statusCode()).isEqualTo(413);
        HttpResponse<String> streamed = send(request()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))));
        assertThat(streamed.statusCode()).isEqualTo(413);
        assertThat(streamed.body()).contains("larger than 1024 bytes");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    -                                                               | application/json
                    */*                                                             | application/json
                    application/*                                                   | application/json
                    application/json                                                | application/json
                    application/graphql-response+json                               | application/graphql-response+json
                    application/graphql-response+json, application/json             | application/graphql-response+json
                    application/json, application/graphql-response+json             | application/json
                    application/json;q=0.9, application/graphql-response+json       | application/graphql-response+json
                    application/json, application/graphql-response+json;q=0.5       | application/json
                    application/graphql-response+json, application/json;q=0.9, */*  | application/graphql-response+json
                    application/json;q=0, */*                                       | application/graphql-response+json
                    multipart/mixed, application/json                               | application/json
                    text/event-stream, */*;q=0.1                                    | application/json
                    """)
    void theClientChoosesTheMediaType(String accept, String expected) {
        HttpRequest.Builder request = request().header("Content-Type", "application/json");
        if (accept != null) {
            request.header("Accept", accept);
        }
        HttpResponse<String> response = send(request.POST(BodyPublishers.ofString("{\"query\":\"{a}\"}")));
        assertThat(response.headers().firstValue("Content-Type")).contains(expected + ";charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/*", "application/json;q=0", "nonsense"})
    void aClientThatAcceptsNeitherGets406(String accept) {
        HttpResponse<String> response = send(request()
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString("{\"query\":\"{a}\"}")));
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("NOT_ACCEPTABLE");
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EXECUTED, 200, 200",
        "INVALID, 200, 400",
        "NOT_READY, 503, 503",
        "BROKEN, 500, 500",
    })
    void theStatusDependsOnTheMediaType(Outcome given, int json, int graphql) {
        outcome = given;
        assertThat(postAccepting("application/json").statusCode()).isEqualTo(json);
        assertThat(postAccepting(GRAPHQL).statusCode()).isEqualTo(graphql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
    void otherMethodsAre405AndTheAnswerNamesTheRightOnes(String method) {
        HttpResponse<String> response = send(request().method(method, BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
    }

    @Test
    void aUrlWithoutQueryIs400() {
        HttpResponse<String> response = get("");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("'query' is missing");
    }

    @Test
    void aBrowserGetsAPageThatHelps() {
        HttpResponse<String> response =
                send(request().header("Accept", "text/html,*/*;q=0.8").GET());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(response.body()).contains("curl");
    }

    private HttpResponse<String> postAccepting(String type) {
        return send(request()
                .header("Content-Type", "application/json")
                .header("Accept", type)
                .POST(BodyPublishers.ofString("{\"query\":\"{a}\"}")));
    }

    private HttpResponse<String> post(String body) {
        return send(request()
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String parameters) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/graphql" + parameters)));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/graphql"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
