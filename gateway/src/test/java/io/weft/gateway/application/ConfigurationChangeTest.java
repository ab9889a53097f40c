package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.subgraph.LiveSubgraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A change of the configuration takes nothing from the graph but what it says. */
@Timeout(120)
class ConfigurationChangeTest {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])\n";
    private static final String CELLS = LINK + "type Query { cells: Int }";
    private static final String GENES = LINK + "type Query { genes: Int }";
    private static final String CELLS_TOO = LINK + "type Query { genes: Int cells: Int }";
    private static final String ASKED_FOR_SCHEMA = "{ __schema { queryType { name } } }";

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final LiveSubgraph cells = kept(new LiveSubgraph(CELLS, wiring -> wiring));
    private final LiveSubgraph genes = kept(new LiveSubgraph(GENES, wiring -> wiring));

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void whoIsAwayStaysInTheGraph() throws IOException {
        RunningGateway gateway = gateway();
        genes.close();
        gateway.until(() -> health(gateway).contains("\"away\""));
        write(false, genes.url());
        gateway.until(() -> gateway.post(ASKED_FOR_SCHEMA).body().contains("INTROSPECTION_DISABLED"));

        assertThat(gateway.post("{ genes }").body()).contains("\"code\":\"SUBGRAPH_UNREACHABLE\"");
        assertThat(answers(gateway, "cells")).isTrue();
        assertThat(health(gateway)).contains("\"away\"");
    }

    @Test
    void whoIsHeldBackKeepsTheSchemaThatIsServed() throws IOException {
        RunningGateway gateway = gateway();
        genes.claim(CELLS_TOO);
        gateway.until(() -> health(gateway).contains("\"heldBack\""));
        write(false, genes.url());
        gateway.until(() -> gateway.post(ASKED_FOR_SCHEMA).body().contains("INTROSPECTION_DISABLED"));

        assertThat(answers(gateway, "genes")).isTrue();
        assertThat(health(gateway)).contains("\"heldBack\":\"the schema it told before is served\"");
    }

    @Test
    void anotherServiceOfTheSameNameTellsItsOwnSchema() throws IOException {
        RunningGateway gateway = gateway();
        genes.close();
        write(false, "http://localhost:1/graphql");
        gateway.until(() -> gateway.post(ASKED_FOR_SCHEMA).body().contains("INTROSPECTION_DISABLED"));

        assertThat(gateway.post("{ genes }").body()).contains("GRAPHQL_VALIDATION_FAILED");
        assertThat(answers(gateway, "cells")).isTrue();
    }

    private RunningGateway gateway() throws IOException {
        RunningGateway gateway = kept(RunningGateway.start("--weft.serve.config=" + write(true, genes.url())));
        gateway.until(() -> answers(gateway, "cells") && answers(gateway, "genes"));
        return gateway;
    }

    private Path write(boolean introspection, String genesUrl) throws IOException {
        return Files.writeString(folder.resolve("gateway.yaml"), """
                reload: { interval: 50ms, first-wait: 0s }
                introspection: %s
                subgraphs:
                  - { name: cells, url: "%s" }
                  - { name: genes, url: "%s" }
                """.formatted(introspection, cells.url(), genesUrl));
    }

    private static boolean answers(RunningGateway gateway, String field) {
        return gateway.post("{ " + field + " }").body().contains("\"" + field + "\":");
    }

    private static String health(RunningGateway gateway) {
        return gateway.get(
                        "/actuator/health/graph",
                        Map.of(
                                "Authorization",
                                "Bearer " + RunningGateway.token(Map.of("sub", "root", "roles", List.of("ADMIN")))))
                .body();
    }

    private <C extends AutoCloseable> C kept(C closeable) {
        open.add(closeable);
        return closeable;
    }
}
