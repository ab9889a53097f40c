package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.execution.SubgraphTransport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A page takes several calls, between which others write. */
final class ChangesBetweenCallsTest extends OverLists {

    private static final List<Map<String, Object>> BY_SURE = List.of(Map.of("sure", "DESC"));
    private static final Map<String, Object> FEW = Map.of("kind", Map.of("lt", 2));

    /** Those that the ordering service knows come first, and it is asked later which it does not know. */
    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            names = {"GATHER", "STREAM", "FULL"})
    void what_loses_its_place_in_the_order_is_on_the_page_once(Strategy strategy) {
        List<Integer> expected = expected(FEW, BY_SURE);
        Gateway gateway = gateway(
                settings(strategy, 30, 100, 1_000),
                request -> isAboutStrangers(request)
                        ? Mono.fromSupplier(() -> {
                            features.forget(expected.getFirst());
                            return answer(request);
                        })
                        : null);
        JsonNode answer = ask(
                gateway,
                "{ records(filter: {kind: {lt: 2}}, orderBy: [{sure: DESC}], first: 100) { nodes { number } } }",
                Map.of());
        assertThat(features.knows(expected.getFirst())).as("was asked").isFalse();
        assertThat(onPage(answer)).isEqualTo(expected);
    }

    private static boolean isAboutStrangers(SubgraphTransport.Request request) {
        return describe(request).equals("features selection")
                && new String(request.body(), StandardCharsets.UTF_8).contains("orderBy");
    }

    /** Backward it is the other way round. */
    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            names = {"GATHER", "FULL"})
    void what_gets_a_place_in_the_order_is_on_the_page_once(Strategy strategy) {
        List<Integer> expected = expected(FEW, BY_SURE);
        int stranger = expected.getLast();
        assertThat(features.knows(stranger)).isFalse();
        Gateway gateway = gateway(
                settings(strategy, 30, 100, 1_000),
                request -> describe(request).equals("features entries")
                        ? Mono.fromSupplier(() -> {
                            features.learn(stranger);
                            return answer(request);
                        })
                        : null);
        JsonNode answer = ask(
                gateway,
                "{ records(filter: {kind: {lt: 2}}, orderBy: [{sure: DESC}], last: 100) { nodes { number } } }",
                Map.of());
        assertThat(features.knows(stranger)).as("was asked").isTrue();
        assertThat(onPage(answer)).isEqualTo(expected);
    }
}
