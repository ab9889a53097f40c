package io.weft.postgres.serving;

import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.idl.RuntimeWiring;
import io.micrometer.context.ContextRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.weft.identity.ServiceCallers;
import io.weft.postgres.bulk.BulkSettings;
import io.weft.postgres.bulk.LoadLines;
import io.weft.postgres.remembered.RememberSettings;
import io.weft.postgres.remembered.RememberedAnswers;
import io.weft.postgres.schema.PublicationSettings;
import io.weft.postgres.selection.OwnSelector;
import io.weft.postgres.session.Connections;
import io.weft.postgres.session.DatabaseSettings;
import io.weft.postgres.session.DatabaseState;
import io.weft.postgres.session.Migrate;
import io.weft.postgres.session.ObserveStatements;
import io.weft.postgres.session.OwnerSession;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.watch.ListenForChanges;
import io.weft.postgres.watch.WatchSettings;
import io.weft.schema.LocateWrongValues;
import io.weft.schema.RefuseLongNumbers;
import io.weft.schema.RefuseNulls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything a service over PostgreSQL needs besides its tables: migration, connections, the live subgraph, errors. A
 * service adds {@code graphql/*.graphqls}, annotated controllers, and a {@link SubgraphBlueprint}.
 */
@AutoConfiguration(before = {GraphQlAutoConfiguration.class, R2dbcAutoConfiguration.class})
@EnableConfigurationProperties({
    DatabaseSettings.class,
    QueryLimits.class,
    BulkSettings.class,
    PublicationSettings.class,
    WatchSettings.class,
    RememberSettings.class
})
public class ServiceConfiguration {

    private static final Logger STATEMENTS = LoggerFactory.getLogger("io.weft.postgres.statements");

    /** Done when the service's schema is up to date. */
    record Migrated() {}

    /** Numbers of a request's variables keep all their digits: some are of JSON, some of PostgreSQL's numeric. */
    @Bean
    JsonMapperBuilderCustomizer exactNumbers() {
        return json -> json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    @Bean
    Migrated migrated(DatabaseSettings settings) {
        new Migrate(settings).run();
        return new Migrated();
    }

    @Bean
    ConnectionPool serviceConnections(DatabaseSettings settings, Environment environment, Migrated migrated) {
        return Connections.service(settings, name(environment));
    }

    @Bean
    OwnerSession ownerSession(DatabaseSettings settings, Environment environment, Migrated migrated) {
        return new OwnerSession(Connections.owner(settings, name(environment)));
    }

    @Bean
    @ConditionalOnMissingBean
    ObserveStatements observeStatements() {
        return (sql, context) -> {
            if (STATEMENTS.isDebugEnabled()) {
                RequestLog.during(context, () -> STATEMENTS.debug("{}", sql.text()));
            }
        };
    }

    @Bean
    PrincipalSession principalSession(
            ConnectionPool connections, DatabaseSettings settings, ObserveStatements observer) {
        return new PrincipalSession(connections, settings.statementTimeout(), observer);
    }

    /** A service that says nothing of its tables publishes those of the schemas that are configured. */
    @Bean
    @ConditionalOnMissingBean
    SubgraphBlueprint publishedSchemas(PublicationSettings settings) {
        return new PublishedSchemas(settings);
    }

    @Bean
    LiveSubgraph liveSubgraph(
            PrincipalSession session,
            SubgraphBlueprint blueprint,
            QueryLimits limits,
            WatchSettings watch,
            ResourcePatternResolver resources,
            ObjectProvider<RuntimeWiringConfigurer> configurers,
            ObjectProvider<EntityFetcher> entities,
            ObjectProvider<OwnSelector> selectors,
            ObjectProvider<DataFetcherExceptionResolver> resolvers,
            ObjectProvider<Instrumentation> instrumentation) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        configurers.orderedStream().forEach(configurer -> configurer.configure(wiring));
        BuildSubgraph build = new BuildSubgraph(
                ownSdl(resources),
                wiring.build(),
                entities.orderedStream().toList(),
                resolvers.orderedStream().toList(),
                instrumentation.orderedStream().toList(),
                blueprint::selectors,
                selectors.orderedStream().toList());
        LiveSubgraph live = new LiveSubgraph(session, blueprint, build, limits, watch.rehearsal());
        live.rebuild().block();
        return live;
    }

    @Bean
    ListenForChanges listenForChanges(
            DatabaseSettings settings,
            WatchSettings watch,
            SubgraphBlueprint blueprint,
            Environment environment,
            LiveSubgraph live) {
        return new ListenForChanges(
                Connections.unpooled(settings, settings.service(), name(environment) + " (listen)"),
                ListenForChanges.channel(settings.schema()),
                blueprint.schemas(),
                watch,
                live::rebuild);
    }

    @Bean
    TellSchemaChanges tellSchemaChanges(LiveSubgraph live) {
        return new TellSchemaChanges(live);
    }

    @Bean
    RouterFunction<ServerResponse> schemaChanges(TellSchemaChanges tell) {
        return tell.route();
    }

    @Bean
    SubgraphHealth subgraphHealthIndicator(LiveSubgraph live) {
        return new SubgraphHealth(live);
    }

    @Bean
    LoadLines loadLines(PrincipalSession session, DatabaseSettings settings) {
        return new LoadLines(session, settings);
    }

    @Bean
    ResolveFailures resolveFailures() {
        return new ResolveFailures();
    }

    @Bean
    DatabaseState databaseState(DatabaseSettings settings, Environment environment, Migrated migrated) {
        return new DatabaseState(Connections.unpooled(settings, settings.service(), name(environment) + " (state)"));
    }

    @Bean
    AnswerOperations answerOperations(
            ServiceCallers callers,
            LiveSubgraph live,
            DatabaseState database,
            RememberSettings remember,
            JsonMapper json,
            @Value("${spring.graphql.http.path:/graphql}") String path) {
        return new AnswerOperations(callers, live, new RememberedAnswers(database, remember), json, path);
    }

    @Bean
    RefuseLargeBodies refuseLargeBodies(
            @Value("${spring.graphql.http.path:/graphql}") String path, QueryLimits limits) {
        return new RefuseLargeBodies(path, limits.maxBody());
    }

    @Bean
    RefuseNoRequest refuseNoRequest(@Value("${spring.graphql.http.path:/graphql}") String path) {
        return new RefuseNoRequest(path);
    }

    /** The engine reads what {@link RefuseLargeBodies} lets through. */
    @Bean
    CodecCustomizer readsLargeBodies(QueryLimits limits) {
        int most = Math.toIntExact(limits.maxBody().toBytes());
        return codecs -> codecs.defaultCodecs().maxInMemorySize(most);
    }

    @Bean
    LocateWrongValues locateWrongValues() {
        return new LocateWrongValues();
    }

    @Bean
    RefuseLongNumbers refuseLongNumbers() {
        return new RefuseLongNumbers();
    }

    @Bean
    RefuseNulls refuseNulls() {
        return new RefuseNulls();
    }

    @Bean
    TellWhatIsWrong tellWhatIsWrong() {
        return new TellWhatIsWrong();
    }

    @Bean
    TriedBefore triedBefore() {
        return new TriedBefore();
    }

    @Bean
    ClientPresence clientPresence() {
        return new ClientPresence();
    }

    @Bean
    LogRequests logRequests() {
        // Nobody asks a thread who calls, which exchange it is or what is observed: Reactor's context has it. A thread
        // is
        // told of the request where it writes a line; telling it at each step was a sixth of a request's CPU.
        ContextRegistry registry = ContextRegistry.getInstance();
        List.copyOf(registry.getThreadLocalAccessors())
                .forEach(accessor -> registry.removeThreadLocalAccessor(accessor.key()));
        registry.registerThreadLocalAccessor(new RequestLog.Accessor());
        return new LogRequests();
    }

    /** Spring Boot serves GraphQL only where it finds SDL of its own or this. */
    @Bean
    GraphQlSourceBuilderCustomizer servesGraphQl() {
        return builder -> {};
    }

    private static String name(Environment environment) {
        return environment.getProperty("weft.service.name", "weft");
    }

    private static String ownSdl(ResourcePatternResolver resources) {
        try {
            StringBuilder sdl = new StringBuilder();
            Resource[] found = resources.getResources("classpath*:graphql/*.graphqls");
            Arrays.sort(
                    found, Comparator.comparing(resource -> Objects.requireNonNullElse(resource.getFilename(), "")));
            for (Resource resource : found) {
                sdl.append(resource.getContentAsString(StandardCharsets.UTF_8)).append("\n");
            }
            return sdl.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
