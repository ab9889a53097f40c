package io.weft.postgres.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.testing.TestDatabase;
import io.weft.service.testing.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

class RoundTripsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Sql WHO = Sql.of("SELECT weft.user_id() || $1::text");

    @Test
    @Timeout(30)
    void whoAsksAndTheQuestionTravelTogether() throws Exception {
        try (HoldingProxy proxy =
                new HoldingProxy(DATABASE.host(), DATABASE.port(), "BEGIN ISOLATION", "SELECT weft.user_id()")) {
            String answer = session(proxy.port())
                    .read(Callers.user("ada", Role.DEPOSITOR), RoundTripsTest::who)
                    .block();
            assertThat(answer).isEqualTo("ada!");
        }
    }

    @Test
    @Timeout(30)
    void settingsQuestionsAndTheEndTravelTogether() throws Exception {
        Sql question = new Sql(WHO.text(), List.of("!"));
        try (HoldingProxy proxy =
                new HoldingProxy(DATABASE.host(), DATABASE.port(), "set_config", "SELECT weft.user_id()")) {
            assertThat(session(proxy.port())
                            .ask(Callers.user("ada", Role.DEPOSITOR), Map.of(), List.of(question))
                            .block())
                    .isEqualTo(List.of(List.of(List.of("ada!"))));
        }
        try (HoldingProxy proxy = new HoldingProxy(DATABASE.host(), DATABASE.port(), "BEGIN ISOLATION", "COMMIT")) {
            assertThat(session(proxy.port())
                            .ask(Callers.user("ada", Role.DEPOSITOR), Map.of(), List.of(question, question))
                            .block())
                    .isEqualTo(List.of(List.of(List.of("ada!")), List.of(List.of("ada!"))));
        }
    }

    @Test
    void severalQuestionsAreAnsweredInTheirOrder() {
        List<Sql> questions = List.of(
                new Sql(WHO.text(), List.of("!")),
                Sql.of("SELECT '1', '2' UNION ALL SELECT '3', '4'"),
                new Sql(WHO.text(), List.of("?")));
        PrincipalSession session = session(DATABASE.port());
        for (int time = 0; time < 2; time++) {
            assertThat(session.ask(Callers.user("ada", Role.DEPOSITOR), Map.of(), questions)
                            .block())
                    .isEqualTo(List.of(
                            List.of(List.of("ada!")),
                            List.of(List.of("1", "2"), List.of("3", "4")),
                            List.of(List.of("ada?"))));
        }
    }

    @Test
    @Timeout(30)
    void aWriteWaitsUntilItIsKnownWhoWrites() throws Exception {
        try (HoldingProxy proxy =
                new HoldingProxy(DATABASE.host(), DATABASE.port(), "BEGIN; SELECT", "SELECT weft.user_id()")) {
            assertThatThrownBy(() -> session(proxy.port())
                            .write(Callers.user("ada", Role.DEPOSITOR), RoundTripsTest::who)
                            .block(Duration.ofSeconds(2)))
                    .hasMessageContaining("Timeout");
        }
    }

    @Test
    void aReadThatFailsLeavesTheConnectionClean() {
        PrincipalSession session = session(DATABASE.port());
        assertThatThrownBy(() -> session.read(
                                Callers.user("ada", Role.DEPOSITOR),
                                transaction -> transaction
                                        .query(Sql.of("SELECT 1 / $1::integer", 0), row -> "never")
                                        .next())
                        .block())
                .hasMessageContaining("division by zero");
        assertThat(session.read(
                                Principal.anonymous(),
                                transaction -> transaction
                                        .query(
                                                Sql.of("SELECT coalesce(weft.user_id(), 'nobody')"),
                                                RoundTripsTest::text)
                                        .next())
                        .block())
                .isEqualTo("nobody");
    }

    private static Mono<String> who(Transaction transaction) {
        return transaction
                .query(new Sql(WHO.text(), List.of("!")), RoundTripsTest::text)
                .next();
    }

    private static String text(Readable row) {
        return Objects.requireNonNull(row.get(0, String.class));
    }

    private static PrincipalSession session(int port) {
        return new PrincipalSession(
                Connections.service(ServiceSettings.of(DATABASE, port, 1), "round trips"),
                Duration.ofSeconds(20),
                ObserveStatements.NONE);
    }
}
