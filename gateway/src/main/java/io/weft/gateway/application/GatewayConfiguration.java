package io.weft.gateway.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.weft.gateway.application.GatewayProperties.UnverifiableTokens;
import io.weft.gateway.observability.TraceFilter;
import io.weft.gateway.reload.ReadAhead;
import io.weft.gateway.transport.http.GraphQlEndpoint;
import io.weft.gateway.transport.websocket.SocketCallers;
import io.weft.gateway.transport.websocket.SocketSettings;
import io.weft.gateway.transport.websocket.WebSocketEndpoint;
import io.weft.identity.BearerTokens;
import io.weft.identity.IdentitySettings;
import io.weft.identity.TrustSettings;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How the parts of the gateway are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewayProperties.class, ServeProperties.class})
@Import({GatewaySecurity.class, OneGraphOrSeveral.class})
public class GatewayConfiguration {

    private static final Logger log = LoggerFactory.getLogger(GatewayConfiguration.class);

    @Bean(destroyMethod = "dispose")
    Scheduler reloadThreads() {
        return Schedulers.newParallel("weft-reload", 2, true);
    }

    @Bean
    ReadSettings readSettings(ConfigurableEnvironment environment) {
        return new ReadSettings(environment.getPropertySources());
    }

    /** Closed after the web server has answered what was under way. */
    @Bean(destroyMethod = "close")
    ServedGraphs servedGraphs(
            GatewayProperties properties,
            TrustSettings trust,
            MeterRegistry meters,
            Scheduler reloadThreads,
            ObjectProvider<ReadAhead> ahead,
            ReadSettings readSettings) {
        if (trust.trustedHeaders().isEmpty() && properties.unverifiableTokens() == UnverifiableTokens.REFUSE) {
            log.warn("No trust keys are configured (weft.trust.keys): subgraphs are not told who asks");
        }
        return new ServedGraphs(new Surroundings(
                properties,
                trust,
                meters,
                reloadThreads,
                ahead.getIfAvailable(ReadAhead::nothing),
                readSettings,
                Clock.systemUTC()));
    }

    @Bean
    OpenSubscriptions openSubscriptions(GatewayProperties properties) {
        return new OpenSubscriptions(properties.subscriptions().max());
    }

    @Bean
    AnswerOperation answerOperation(OpenSubscriptions openSubscriptions, GatewayProperties properties) {
        return new AnswerOperation(openSubscriptions, properties.explainRole(), Clock.systemUTC());
    }

    @Bean
    GraphQlEndpoint graphQlEndpoint(
            GatewayProperties properties, ServeProperties serve, ServedGraphs graphs, AnswerOperation answering) {
        return new GraphQlEndpoint(
                path(properties, serve),
                properties.http(),
                properties.subscriptions().heartbeat(),
                new AnswerByGateway(asked(serve, graphs), answering));
    }

    @Bean
    RouterFunction<ServerResponse> graphQlRoute(
            GatewayProperties properties,
            ServeProperties serve,
            ServedGraphs graphs,
            GraphQlEndpoint endpoint,
            AnswerOperation answering,
            OpenSubscriptions openSubscriptions,
            BearerTokens tokens,
            IdentitySettings identity) {
        SocketCallers callers = new AdmitToSocket(
                asked(serve, graphs),
                answering,
                openSubscriptions,
                tokens,
                GatewaySecurity.admission(identity, properties),
                Clock.systemUTC());
        return new WebSocketEndpoint(path(properties, serve), sockets(properties), callers)
                .route()
                .and(endpoint.route());
    }

    private static String path(GatewayProperties properties, ServeProperties serve) {
        return (serve.manifest() == null ? "" : "/{graph}") + properties.http().path();
    }

    private static Function<ServerWebExchange, Optional<ServedGraph>> asked(
            ServeProperties serve, ServedGraphs graphs) {
        return serve.manifest() == null
                ? exchange -> graphs.named(ServedGraphs.ONLY)
                : exchange -> graphs.named(asked(exchange));
    }

    private static SocketSettings sockets(GatewayProperties properties) {
        return new SocketSettings(
                Math.toIntExact(properties.http().maxBody().toBytes()),
                properties.subscriptions().maxPerConnection(),
                properties.subscriptions().initWait(),
                properties.subscriptions().heartbeat(),
                properties.http().cors().allowedOrigins());
    }

    private static String asked(ServerWebExchange exchange) {
        Map<String, String> variables =
                exchange.getAttributeOrDefault(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        return variables.getOrDefault("graph", "");
    }

    /** Where several graphs are served, the router says which one is asked, so nobody is answered before it. */
    @Bean
    AnswerBesideTheDoor answerBesideTheDoor(
            GatewayProperties properties,
            ServeProperties serve,
            GraphQlEndpoint endpoint,
            BearerTokens tokens,
            IdentitySettings identity) {
        return new AnswerBesideTheDoor(
                path(properties, serve),
                endpoint,
                tokens,
                GatewaySecurity.admission(identity, properties),
                !properties.http().cors().allowedOrigins().isEmpty());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    HealthIndicator circuitsHealthIndicator(ServedGraphs graphs) {
        return new CircuitHealth(graphs);
    }
}
