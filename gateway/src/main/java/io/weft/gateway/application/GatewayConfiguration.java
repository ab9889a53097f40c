package io.weft.gateway.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.weft.gateway.application.GatewayProperties.UnverifiableTokens;
import io.weft.gateway.observability.TraceFilter;
import io.weft.gateway.transport.http.GraphQlEndpoint;
import io.weft.identity.TrustSettings;
import java.time.Clock;
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
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How the parts of the gateway are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import(GatewaySecurity.class)
public class GatewayConfiguration {

    private static final Logger log = LoggerFactory.getLogger(GatewayConfiguration.class);

    /** Destroyed after the web server has answered what was under way. */
    @Bean(initMethod = "start", destroyMethod = "close")
    ServedGraph servedGraph(
            GatewayProperties properties, TrustSettings trust, MeterRegistry meters, Scheduler reloadThread) {
        if (trust.trustedHeaders().isEmpty() && properties.unverifiableTokens() == UnverifiableTokens.REFUSE) {
            log.warn("No trust keys are configured (weft.trust.keys): subgraphs are not told who asks");
        }
        return new ServedGraph("default", properties, trust, meters, reloadThread, Clock.systemUTC());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler reloadThread() {
        return Schedulers.newSingle("weft-reload");
    }

    @Bean
    RouterFunction<ServerResponse> graphQlRoute(GatewayProperties properties, ServedGraph graph) {
        return new GraphQlEndpoint(properties.http(), new AnswerByGateway(graph, properties.explainRole())).route();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    HealthIndicator graphHealthIndicator(ServedGraph graph) {
        return new GraphHealth(graph::status);
    }

    @Bean
    HealthIndicator circuitsHealthIndicator(ServedGraph graph) {
        return new CircuitHealth(graph.resilience());
    }
}
