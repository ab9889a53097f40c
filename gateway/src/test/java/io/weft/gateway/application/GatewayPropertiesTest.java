package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class GatewayPropertiesTest {

    private static final Map<String, String> VALID = Map.of(
            "weft.gateway.subgraphs[0].name", "users",
            "weft.gateway.subgraphs[0].url", "http://localhost:4001/graphql",
            "weft.gateway.subgraphs[1].name", "reviews",
            "weft.gateway.subgraphs[1].url", "http://localhost:4002/graphql");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GatewayProperties.class)
    static class Properties {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    weft.gateway.subgraph[0].name      | x          | weft.gateway.subgraph[0].name
                    weft.gateway.http.max-bodi         | 1MB        | weft.gateway.http.max-bodi
                    weft.gateway.subgraphs[1].url      | reviews    | it must be absolute
                    weft.gateway.subgraphs[1].name     | users      | two subgraphs are called 'users'
                    weft.gateway.subgraphs[1].name     | re views   | it must begin with a letter
                    weft.gateway.propagate-headers[0]  | X-OSA-Role | never taken from a client
                    weft.gateway.resilience.timeout    | 0s         | more than zero
                    weft.gateway.reload.interval       | 1ms        | at least 10 milliseconds
                    weft.gateway.http.path             | graphql    | it must begin with a slash
                    weft.gateway.selection.max-page    | 0          | selection.max-page is 0: it must be more than zero
                    weft.gateway.selection.default-page | 1001      | selection.default-page is 1001: it must be 1 to max-page, which is 1000
                    """)
    void aMistakeStopsTheStartAndTheMessageSaysWhich(String key, String value, String message) {
        runner(Map.of(key, value)).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).hasStackTraceContaining(message);
        });
    }

    @Test
    void aSubgraphMayDifferFromTheOthers() {
        runner(Map.of(
                        "weft.gateway.resilience.timeout", "3s",
                        "weft.gateway.resilience.retries", "2",
                        "weft.gateway.subgraphs[1].timeout", "1s",
                        "weft.gateway.subgraphs[1].max-connections", "7"))
                .run(context -> {
                    GatewayProperties properties = context.getBean(GatewayProperties.class);
                    SubgraphName users = new SubgraphName("users");
                    SubgraphName reviews = new SubgraphName("reviews");
                    assertThat(properties.resilience(users).timeout()).isEqualTo(Duration.ofSeconds(3));
                    assertThat(properties.resilience(reviews).timeout()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(properties.resilience(reviews).retries()).isEqualTo(2);
                    assertThat(properties.connection(reviews).max()).isEqualTo(7);
                    assertThat(properties.connection(users).max()).isEqualTo(100);
                });
    }

    @Test
    void whoNamesNoPageGetsNoMoreThanThereMayBe() {
        assertThat(defaultPage(Map.of())).isEqualTo(20);
        assertThat(defaultPage(Map.of("weft.gateway.selection.max-page", "5"))).isEqualTo(5);
        assertThat(defaultPage(Map.of("weft.gateway.selection.default-page", "30")))
                .isEqualTo(30);
    }

    private static int defaultPage(Map<String, String> settings) {
        AtomicInteger page = new AtomicInteger();
        runner(settings)
                .run(context -> page.set(context.getBean(GatewayProperties.class)
                        .selection()
                        .settings()
                        .defaultPage()));
        return page.get();
    }

    private static ApplicationContextRunner runner(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(VALID);
        all.putAll(more);
        return new ApplicationContextRunner()
                .withUserConfiguration(Properties.class)
                .withPropertyValues(all.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + Objects.requireNonNull(entry.getValue()))
                        .toArray(String[]::new));
    }
}
