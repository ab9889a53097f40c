package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.subgraph.LiveSubgraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One subgraph's mistake does not hold up what others have changed, nor, in the end, the first graph. */
@Timeout(120)
class HeldBackTest {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])\n";
    private static final String CELLS = LINK + "type Query { cells: Int }";
    private static final String GENES = LINK + "type Query { genes: Int }";
    private static final String CELLS_TOO = LINK + "type Query { genes: Int cells: Int }";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final LiveSubgraph cells = subgraph(CELLS);
    private final LiveSubgraph genes = subgraph(GENES);

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void whatOthersChangeIsServedWhileOneIsHeldBack() {
        RunningGateway gateway = gateway("30s");
        gateway.until(() -> answers(gateway, "cells") && answers(gateway, "genes"));

        genes.claim(CELLS_TOO);
        gateway.until(() -> health(gateway).contains("\"heldBack\":\"the schema it told before is served\""));
        cells.claim(CELLS.replace("cells: Int", "cells: Int tissues: Int"));
        gateway.until(() -> answers(gateway, "tissues"));

        assertThat(answers(gateway, "genes")).isTrue();
        assertThat(health(gateway))
                .contains("INVALID_FIELD_SHARING", "\"heldBack\"", "\"served\":[\"cells\",\"genes\"]");
        assertThat(gateway.get("/actuator/prometheus", admin()).body())
                .contains("weft_graph_refused{graph=\"default\"} 1.0", "weft_graph_swaps{graph=\"default\"} 2.0");

        genes.claim(GENES.replace("genes: Int", "genes: Int proteins: Int"));
        gateway.until(() -> answers(gateway, "proteins"));
        assertThat(health(gateway)).doesNotContain("heldBack", "refused");
    }

    @Test
    void theFirstGraphIsServedWithoutWhoDoesNotCompose() {
        genes.claim(CELLS_TOO);
        RunningGateway gateway = gateway("200ms");
        gateway.until(() -> answers(gateway, "cells"));

        assertThat(health(gateway))
                .contains("\"status\":\"UP\"", "\"heldBack\":\"it is left out of the graph\"", "INVALID_FIELD_SHARING");
        assertThat(answers(gateway, "genes")).isFalse();

        genes.claim(GENES);
        gateway.until(() -> answers(gateway, "genes"));
        assertThat(health(gateway)).doesNotContain("heldBack", "refused");
    }

    @Test
    void whoIsRequiredIsNotLeftOut() {
        genes.claim(CELLS_TOO);
        RunningGateway gateway =
                gateway("0s", "--weft.gateway.subgraphs[0].required=true", "--weft.gateway.subgraphs[1].required=true");
        gateway.until(() -> health(gateway).contains("INVALID_FIELD_SHARING"));

        assertThat(health(gateway)).contains("OUT_OF_SERVICE").doesNotContain("heldBack");
        assertThat(gateway.get("/actuator/health/readiness", Map.of()).statusCode())
                .isEqualTo(503);
        assertThat(gateway.post("{ cells }").statusCode()).isEqualTo(503);

        genes.claim(GENES);
        gateway.until(() -> answers(gateway, "genes"));
    }

    private static boolean answers(RunningGateway gateway, String field) {
        return gateway.post("{ " + field + " }").body().contains("\"" + field + "\":");
    }

    private static String health(RunningGateway gateway) {
        return gateway.get("/actuator/health/graph", admin()).body();
    }

    private static Map<String, String> admin() {
        return Map.of(
                "Authorization", "Bearer " + RunningGateway.token(Map.of("sub", "root", "roles", List.of("ADMIN"))));
    }

    private RunningGateway gateway(String firstWait, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--weft.gateway.reload.interval=50ms",
                "--weft.gateway.reload.first-wait=" + firstWait,
                "--weft.gateway.subgraphs[0].name=cells",
                "--weft.gateway.subgraphs[0].url=" + cells.url(),
                "--weft.gateway.subgraphs[1].name=genes",
                "--weft.gateway.subgraphs[1].url=" + genes.url()));
        settings.addAll(Arrays.asList(more));
        return kept(RunningGateway.start(settings.toArray(String[]::new)));
    }

    private LiveSubgraph subgraph(String sdl) {
        return kept(new LiveSubgraph(sdl, wiring -> wiring));
    }

    private <C extends AutoCloseable> C kept(C closeable) {
        open.add(closeable);
        return closeable;
    }
}
