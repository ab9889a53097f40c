package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import io.weft.service.testing.LoggedLines;
import io.weft.service.testing.RunningService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RequestLogTest {

    private static final Principal ADA = Callers.user("ada", Role.DEPOSITOR);

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = ItemService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyLineOfARequestSaysWhichRequestAndOperationItIsOf() {
        try (LoggedLines statements = LoggedLines.ofStatements();
                LoggedLines access = LoggedLines.of("io.weft.postgres.access")) {
            ask("request-1", "query Things { items { totalCount } }");
            await().untilAsserted(() -> assertThat(access.events()).hasSize(1));

            assertThat(access.events().getFirst().getMDCPropertyMap())
                    .isEqualTo(Map.of("request_id", "request-1", "operation", "Things"));
            assertThat(access.events().getFirst().getKeyValuePairs().toString())
                    .contains("path=\"/graphql\"", "status=\"200\"");
            assertThat(statements.events()).hasSize(1);
            assertThat(statements.events().getFirst().getMDCPropertyMap())
                    .isEqualTo(Map.of("request_id", "request-1", "operation", "Things"));
        }
    }

    @Test
    void requestsThatShareThreadsAndConnectionsAreNotMistakenForEachOther() throws InterruptedException {
        try (LoggedLines statements = LoggedLines.ofStatements()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 60; i++) {
                    String id = "many-" + i;
                    String operation = "Op" + i;
                    int size = i + 1;
                    threads.submit(
                            () -> ask(id, "query " + operation + " { items(first: " + size + ") { nodes { srn } } }"));
                }
            }
            List<ILoggingEvent> events = statements.events();
            assertThat(events).hasSize(60);
            assertThat(events.stream().map(event -> event.getMDCPropertyMap().get("request_id")))
                    .doesNotHaveDuplicates();
            assertThat(events)
                    .allSatisfy(event -> assertThat(event.getMDCPropertyMap().get("operation"))
                            .isEqualTo(String.valueOf(event.getMDCPropertyMap().get("request_id"))
                                    .replace("many-", "Op")));
        }
    }

    private static void ask(String id, String document) {
        Map<String, String> headers = new HashMap<>(service.signed(ADA));
        headers.put("X-Request-Id", id);
        service.post("/graphql", headers, "application/json", "{\"query\":\"" + document + "\"}");
    }
}
