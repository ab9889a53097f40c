package io.weft.service.testing;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service on a free port over a database of its own, and ways to talk to it. */
public final class RunningService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningService(String name, TestDatabase database, ConfigurableApplicationContext context) {
        this.name = name;
        this.database = database;
        this.context = context;
    }

    /**
     * Starts a service over a new database, in which the records service's tables are as its own migrations make them.
     *
     * @param name     what the gateway calls it; also the name of its schema and roles
     * @param settings more of them, as {@code name=value}
     */
    public static RunningService start(String name, Class<?> application, String... settings) {
        TestDatabase database = TestDatabase.create();
        if (!name.equals("records")) {
            new RecordsTable(database).migrate();
        }
        return start(name, application, database, settings);
    }

    /** Starts one more process of a service over a database that is there. */
    public static RunningService start(String name, Class<?> application, TestDatabase database, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--weft.service.name=" + name,
                "--weft.identity.hs256-secret=" + Callers.TOKEN_SECRET,
                "--weft.trust.keys.test=" + Callers.TRUST_KEY));
        database.settings(name).forEach((key, value) -> arguments.add("--" + key + "=" + value));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new RunningService(
                name, database, new SpringApplicationBuilder(application).run(arguments.toArray(String[]::new)));
    }

    /** What the gateway calls it. */
    public String name() {
        return name;
    }

    public TestDatabase database() {
        return database;
    }

    /** The records that this service's rows refer to. */
    public RecordsTable records() {
        return new RecordsTable(database);
    }

    /** A part of the running application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Asks as somebody, through the gateway's signed word. */
    public ServiceClient as(Principal principal) {
        return new ServiceClient(this, principal);
    }

    /** Asks as a user, through the gateway's signed word. */
    public ServiceClient as(String user, Role role) {
        return as(Callers.user(user, role));
    }

    /** The headers with which the gateway vouches for somebody now. */
    public Map<String, String> signed(Principal principal) {
        return Callers.trust().sign(principal, name, Instant.now());
    }

    /** The whole answer to a GraphQL request through the gateway's signed word. */
    public JsonNode query(Principal principal, String document) {
        return query(principal, document, Map.of());
    }

    /** The whole answer to a GraphQL request through the gateway's signed word. */
    public JsonNode query(Principal principal, String document, Map<String, ?> variables) {
        return as(principal).ask(document, variables);
    }

    public HttpResponse<String> post(String path, Map<String, String> headers, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, headers);
    }

    public HttpResponse<String> get(String path) {
        return get(path, Map.of());
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    /** Reads an answer's body. */
    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
