package io.weft.postgres.serving;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import io.r2dbc.pool.ConnectionPool;
import io.weft.contracts.Principal;
import io.weft.identity.CallerAuthentication;
import io.weft.postgres.operation.Operations;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.schema.WriteSdl;
import io.weft.postgres.session.Connections;
import io.weft.postgres.session.DatabaseSettings;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.testing.Login;
import io.weft.postgres.testing.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** All tables of a database of its own, published as {@link PublishedSchemas} does; asked in process, as a service's endpoint asks. */
final class ScenarioSubgraph implements AutoCloseable {

    static final String SCHEMA = "lab";
    private static final String SERVICE = "records";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final TestDatabase database;
    private final ConnectionPool connections;
    private final PrincipalSession session;
    private final LiveSubgraph live;
    private final Function<Publication, List<Selector>> selectors;
    private final List<Sql> statements = new CopyOnWriteArrayList<>();
    private final PublishedSchemas blueprint = new PublishedSchemas(List.of(SCHEMA));

    /** @param tables statements that make and fill the tables, in the schema {@value SCHEMA} */
    ScenarioSubgraph(String tables) throws SQLException {
        this(tables, _ -> List.of());
    }

    ScenarioSubgraph(String tables, Function<Publication, List<Selector>> selectors) throws SQLException {
        this(
                tables,
                selectors,
                QueryLimits.DEFAULT,
                "",
                RuntimeWiring.newRuntimeWiring().build());
    }

    /** @param ownSdl the service's own, whose fields the wiring fetches */
    ScenarioSubgraph(
            String tables,
            Function<Publication, List<Selector>> selectors,
            QueryLimits limits,
            String ownSdl,
            RuntimeWiring ownWiring)
            throws SQLException {
        this.selectors = selectors;
        this.database = TestDatabase.create();
        database.execute(database.superuser(), """
                CREATE SCHEMA %1$s;
                GRANT USAGE ON SCHEMA %1$s TO %2$s_service;
                SET search_path TO %1$s, public;
                SET TimeZone TO 'UTC';
                SET lc_monetary TO 'C';
                ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %2$s_service;
                %3$s""".formatted(SCHEMA, SERVICE, tables));
        this.connections = Connections.service(settings(database), "scenarios");
        this.session = new PrincipalSession(connections, Duration.ofSeconds(60), (sql, _) -> statements.add(sql));
        this.live = new LiveSubgraph(
                session,
                blueprint,
                new BuildSubgraph(
                        ownSdl, ownWiring, List.of(), List.of(new ResolveFailures()), List.of(), selectors, List.of()),
                limits,
                Duration.ZERO);
        live.rebuild().block();
    }

    private static DatabaseSettings settings(TestDatabase database) {
        Login login = database.service(SERVICE);
        DatabaseSettings.Credentials service = new DatabaseSettings.Credentials(login.username(), login.password());
        return new DatabaseSettings(
                URI.create(database.url()),
                SCHEMA,
                service,
                service,
                1,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                List.of(),
                Duration.ofSeconds(60));
    }

    /** What is not published as one might expect, a line each. */
    List<String> notes() {
        return blueprint.notes();
    }

    /** What is published, as the library writes it: a gateway sees it with federation's definitions around it. */
    String sdl() {
        return WriteSdl.write(live.queries().publication());
    }

    /** What {@code _service} says. */
    String servedSdl() {
        return ask("{ _service { sdl } }", Map.of(), Principal.anonymous())
                .at("/data/_service/sdl")
                .asString();
    }

    /** Whether only transactions of the database's server can change an answer. */
    boolean hasOwnRows() {
        return live.quick().ownRows();
    }

    /** The whole answer. */
    JsonNode ask(String document, Map<String, Object> variables, Principal caller) {
        statements.clear();
        Map<String, Object> answer = new DefaultExecutionGraphQlService(live)
                .execute(new DefaultExecutionGraphQlRequest(document, null, variables, null, "scenario", Locale.ROOT))
                .map(response -> response.getExecutionResult().toSpecification())
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(new CallerAuthentication(caller)))
                .block();
        return inOrder(JSON.readTree(JSON.writeValueAsString(Objects.requireNonNull(answer))));
    }

    /** The answer without the engine; empty if the question is the engine's, or ends in an error, which is the engine's to say. */
    Optional<JsonNode> askAtOnce(String document, Map<String, @Nullable Object> variables, Principal caller) {
        statements.clear();
        LiveSubgraph.Quick quick = live.quick();
        return quick.operations()
                .find(document, null, variables)
                .flatMap(question -> quick.answers()
                        .answer(caller, question)
                        .map(bytes -> JSON.readTree(bytes))
                        .onErrorComplete()
                        .blockOptional());
    }

    /** Fields that are answered at the same time fail in any order: errors by their paths. */
    private static JsonNode inOrder(JsonNode answer) {
        if (answer.get("errors") instanceof ArrayNode errors) {
            List<JsonNode> sorted = errors.valueStream()
                    .sorted(Comparator.comparing(error -> String.valueOf(error.get("path"))))
                    .toList();
            errors.removeAll().addAll(sorted);
        }
        return answer;
    }

    /** Those of a memory of another size. */
    Operations operations(long kept) {
        return operations(kept, (_, _) -> false);
    }

    /** @param own whether a field of a type is said to be the service's own */
    Operations operations(long kept, BiPredicate<String, String> own) {
        Publication publication = live.queries().publication();
        return new Operations(
                live.schema(), publication, selectors.apply(publication), List.of(), QueryLimits.DEFAULT, own, kept);
    }

    /** Makes or changes tables, and serves them. */
    void change(String tables) throws SQLException {
        changeUnseen(tables);
        live.rebuild().block();
    }

    /** The same, while what was served before is served. */
    void changeUnseen(String tables) throws SQLException {
        database.execute(database.superuser(), "SET search_path TO " + SCHEMA + ", public;" + tables);
    }

    GraphQLSchema schema() {
        return live.schema();
    }

    /** How PostgreSQL runs the last question's statements for this caller: the plans' shapes, without costs. */
    String plans(Principal caller) {
        return explained("COSTS OFF", caller);
    }

    /** How often a table was read from its beginning until now, on the one connection that there is. */
    long readAsAWhole(String table) {
        session.read(
                        Principal.anonymous(),
                        transaction -> transaction
                                .query(Sql.of("SELECT 1 FROM (SELECT pg_stat_force_next_flush()) told"), row -> 1)
                                .single())
                .block();
        return Objects.requireNonNull(session.read(
                        Principal.anonymous(),
                        transaction -> transaction
                                .query(
                                        Sql.of("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = $1", table),
                                        row -> Objects.requireNonNull(row.get(0, Long.class)))
                                .single())
                .block());
    }

    /** The same with how often PostgreSQL ran each part, and how many rows that gave. */
    String runs(Principal caller) {
        return explained("ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF", caller);
    }

    private String explained(String how, Principal caller) {
        return statements().stream()
                .map(statement -> session.read(
                                caller,
                                nearest(statement),
                                transaction -> transaction
                                        .query(
                                                new Sql("EXPLAIN (" + how + ") " + statement.text(), statement.binds()),
                                                row -> Objects.requireNonNull(row.get(0, String.class)))
                                        .collectList())
                        .block())
                .map(lines -> String.join("\n", Objects.requireNonNull(lines)) + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> nearest(Sql statement) {
        return statement.text().contains("<=>") ? Map.of("hnsw.iterative_scan", "strict_order") : Map.of();
    }

    /** How often PostgreSQL planned statements for the values they had, and how often it took a plan for all values. */
    record Planned(int custom, int generic) {}

    /** Of all statements with such a part, on the one connection that there is. */
    Planned planned(String part) {
        return Objects.requireNonNull(session.read(
                        Principal.anonymous(),
                        transaction -> transaction
                                .query(
                                        Sql.of(
                                                "SELECT coalesce(sum(custom_plans), 0)::int, coalesce(sum(generic_plans), 0)::int"
                                                        + " FROM pg_prepared_statements WHERE strpos(statement, $1) > 0 AND statement NOT LIKE '%pg_prepared_statements%'",
                                                part),
                                        row -> new Planned(
                                                Objects.requireNonNull(row.get(0, Integer.class)),
                                                Objects.requireNonNull(row.get(1, Integer.class))))
                                .single())
                .block());
    }

    /** What the last question sent to the database. */
    List<Sql> statements() {
        return List.copyOf(statements);
    }

    /** The JSON that a statement's one value is, asked past row-level security. */
    JsonNode oracle(String sql) throws SQLException {
        try (Connection connection = database.connect(database.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + SCHEMA + ", public");
            try (ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return JSON.readTree(result.getString(1));
            }
        }
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
