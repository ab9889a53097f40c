package io.weft.gateway.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.contracts.TrustedHeaders;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.observability.ObservedSubgraphTransport;
import io.weft.gateway.observability.OperationTimers;
import io.weft.gateway.observability.TraceFilter;
import io.weft.gateway.reload.SupergraphWatch;
import io.weft.gateway.resilience.ResilientSubgraphTransport;
import io.weft.gateway.security.SubgraphTrust;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.transport.http.GraphQlEndpoint;
import io.weft.gateway.transport.subgraph.HttpSubgraphTransport;
import io.weft.identity.TrustSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/** How the parts of the gateway are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import(GatewaySecurity.class)
public class GatewayConfiguration {

    private static final Logger log = LoggerFactory.getLogger(GatewayConfiguration.class);

    @Bean
    HttpSubgraphTransport httpSubgraphTransport(GatewayProperties properties) {
        return new HttpSubgraphTransport(properties::connection);
    }

    @Bean
    ResilientSubgraphTransport resilientSubgraphTransport(
            HttpSubgraphTransport transport, GatewayProperties properties) {
        return new ResilientSubgraphTransport(transport, properties::resilience);
    }

    @Bean
    SubgraphTrust subgraphTrust(TrustSettings settings, GatewayProperties properties) {
        Optional<TrustedHeaders> signing = settings.trustedHeaders();
        if (signing.isEmpty()) {
            log.warn("No trust keys are configured (weft.trust.keys): subgraphs are not told who asks");
        }
        return new SubgraphTrust(
                signing,
                settings.maxAge(),
                name -> properties
                        .subgraph(name)
                        .map(SubgraphProperties::trustedHeaders)
                        .orElse(false),
                Clock.systemUTC());
    }

    @Bean
    ServedGateway servedGateway(
            ResilientSubgraphTransport transport, MeterRegistry meters, GatewayProperties properties) {
        return new ServedGateway(new Executor(new ObservedSubgraphTransport(transport, meters)), properties);
    }

    /** Schemas are asked for past the circuit breakers: it does no harm, and finds out when a subgraph is back. */
    @Bean(initMethod = "start", destroyMethod = "close")
    SupergraphWatch supergraphWatch(
            GatewayProperties properties, HttpSubgraphTransport transport, SubgraphTrust trust, ServedGateway gateway) {
        return new SupergraphWatch(
                properties.subgraphs().stream().map(SubgraphProperties::source).toList(),
                properties.reload(),
                transport,
                name -> schemaHeaders(trust, name),
                new Composer()::compose,
                gateway::serve,
                Clock.systemUTC());
    }

    private static Map<String, String> schemaHeaders(SubgraphTrust trust, SubgraphName name) {
        Map<String, String> headers = new HashMap<>(trust.headers(Principal.anonymous(), name));
        headers.put(HeaderNames.REQUEST_ID, "schema-watch");
        return headers;
    }

    @Bean
    RouterFunction<ServerResponse> graphQlRoute(
            GatewayProperties properties, ServedGateway gateway, SubgraphTrust trust, MeterRegistry meters) {
        return new GraphQlEndpoint(
                        properties.http(),
                        new AnswerByGateway(
                                gateway::get,
                                trust,
                                properties.propagateHeaders(),
                                properties.explainRole(),
                                new OperationTimers(meters)))
                .route();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    HealthIndicator graphHealthIndicator(SupergraphWatch watch) {
        return new GraphHealth(watch::status);
    }

    @Bean
    HealthIndicator circuitsHealthIndicator(ResilientSubgraphTransport transport) {
        return new CircuitHealth(transport);
    }

    @Bean
    MeterBinder graphMeters(SupergraphWatch watch) {
        return meters -> List.of(
                Gauge.builder(
                                "weft.graph.refused",
                                watch,
                                of -> of.status().refusals().isEmpty() ? 0 : 1)
                        .description("1 while the newest schemas do not compose and an older graph, or none, is served")
                        .register(meters),
                Gauge.builder("weft.graph.swaps", watch, of -> of.status().swaps())
                        .description("Graphs that have been served since the start")
                        .register(meters),
                Gauge.builder(
                                "weft.graph.subgraphs",
                                watch,
                                of -> of.status()
                                        .served()
                                        .map(served -> served.subgraphs().size())
                                        .orElse(0))
                        .description("Subgraphs whose schemas are in the graph that is served")
                        .register(meters));
    }
}
