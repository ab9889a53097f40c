package io.weft.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.session.PrincipalSession;
import io.weft.service.testing.RunningService;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndexRecallTest {

    private static final int RECORDS = 1_500;
    private static final Principal ADMIN = Principal.user("root", List.of(Role.ADMIN), List.of());
    private static final Principal ADA = Principal.user("ada", List.of(Role.DEPOSITOR), List.of());

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "search", SearchServiceApplication.class, "weft.search.exact-up-to=50", "weft.search.recall-samples=4");
        for (String vector : List.of("easy", "hard")) {
            service.as(ADMIN)
                    .ask(
                            "mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name } }",
                            Map.of("input", Map.of("name", vector, "dimension", 16, "distance", "L2")));
        }
        Random random = new Random(3);
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= RECORDS; number++) {
            service.records().publish("r-" + number, "ada", number % 9 == 0 ? "infinity" : "-infinity");
            List<Double> vector = random.doubles(16).boxed().toList();
            lines.append("{\"record\":\"urn:osa:localhost:rec:r-" + number + "@1\",\"vectors\":{\"easy\":" + vector
                    + ",\"hard\":" + vector + "}}\n");
        }
        assertThat(service.post("/bulk/search", service.signed(ADA), "application/x-ndjson", lines.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_an_index_finds_is_measured_once_it_is_asked_and_then_told() {
        assertThat(told("easy")).isIn(IndexRecall.USUAL.page(), 0.999);

        IndexRecall measured = measured("easy");

        assertThat(measured.page()).isBetween(0.95, 0.999);
        assertThat(measured.walk()).isBetween(0.9, 0.999);
        assertThat(told("easy")).isEqualTo(measured.page());
    }

    @Test
    void an_index_that_passes_over_many_is_told_apart() throws SQLException {
        // With two neighbours each and hardly any search for them, much cannot be reached.
        service.database().execute(service.database().owner("search"), "DROP INDEX search.vector_hard_embedding_idx");
        service.database()
                .execute(
                        service.database().owner("search"),
                        "CREATE INDEX ON search.vector_hard USING hnsw (embedding vector_l2_ops) WITH (m = 2, ef_construction = 4)");

        IndexRecall hard = measured("hard");

        assertThat(hard.walk()).isLessThan(measured("easy").walk());
        assertThat(hard.walk()).isGreaterThan(0);
    }

    @Test
    void a_vector_that_nobody_has_is_not_measured() {
        service.as(ADMIN)
                .ask(
                        "mutation($input: RegisterVectorInput!) { registerVector(input: $input) { name } }",
                        Map.of("input", Map.of("name", "empty", "dimension", 2, "distance", "L2")));

        assertThat(measured("empty")).isEqualTo(IndexRecall.USUAL);
    }

    private static IndexRecall measured(String vector) {
        Map<String, NamedVector> vectors = Objects.requireNonNull(
                service.bean(PrincipalSession.class).read(ADMIN, Registry::all).block());
        return service.bean(KnownRecall.class)
                .measured(Registry.find(vectors, vector, "vector"))
                .join();
    }

    private static double told(String vector) {
        return service.query(
                        ADA,
                        "{ searchRecordSelection(orderBy: [{ search: { similarTo: { vector: \"" + vector
                                + "\", record: \"urn:osa:localhost:rec:r-1@1\" } } }], first: 5) { recall entries { key } } }")
                .at("/data/searchRecordSelection/recall")
                .asDouble();
    }
}
