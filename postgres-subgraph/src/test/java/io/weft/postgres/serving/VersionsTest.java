package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.DataVersion;
import io.weft.contracts.HeaderNames;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.VersionWish;
import io.weft.contracts.VersionedAnswer;
import io.weft.postgres.session.DatabaseState;
import io.weft.service.testing.Callers;
import io.weft.service.testing.RunningService;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a service tells the gateway of the version of its data, over HTTP, while others write past it. */
class VersionsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Principal BOB = Callers.user("bob", Role.DEPOSITOR);

    private static RunningService service;

    /** Of which each is another question. */
    private static int questions;

    @BeforeAll
    static void start() throws SQLException {
        service = start("weft.remember.for-at-most=10s");
    }

    private static RunningService start(String setting) throws SQLException {
        RunningService started =
                RunningService.start("records", ItemService.class, "weft.database.schema=records", setting);
        started.database()
                .execute(
                        started.database().superuser(),
                        "INSERT INTO records.item (srn, owner, readable_from, title) VALUES ('b', 'ada', '-infinity', '0')");
        return started;
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> ask(
            RunningService of, Map<String, String> caller, VersionWish wish, String question) {
        Map<String, String> headers = new HashMap<>(caller);
        headers.put(HeaderNames.DATA_VERSION, wish.text());
        return of.post("/graphql", headers, "application/json", "{\"query\":\"" + question + "\"}");
    }

    private static HttpResponse<String> ask(VersionWish wish, String question) {
        return ask(service, service.signed(BOB), wish, question);
    }

    private static Optional<VersionedAnswer> told(HttpResponse<String> answer) {
        return answer.headers().firstValue(HeaderNames.DATA_VERSION).flatMap(VersionedAnswer::parse);
    }

    private static String newQuestion() {
        return "query q" + ++questions + " { items { nodes { title } } }";
    }

    private static void assertSays(HttpResponse<String> answer, String title) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"data\":{\"items\":{\"nodes\":[{\"title\":\"" + title + "\"}]}}}");
    }

    @Test
    void of_a_question_that_is_new_the_version_is_told_where_it_is_asked_for() {
        HttpResponse<String> answer = ask(new VersionWish.IfKnown(), newQuestion());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(told(answer)).isEmpty();
        assertThat(told(ask(new VersionWish.Always(), newQuestion())))
                .hasValueSatisfying(told -> assertThat(told.holds()).isZero());
    }

    /** Somebody else may write to another database of the server meanwhile, but not all the time. */
    @Test
    @Timeout(60)
    void an_answer_that_is_remembered_is_told_to_hold() {
        String question = newQuestion();
        for (int told = 0; told < 3; ) {
            Optional<VersionedAnswer> version = told(ask(new VersionWish.IfKnown(), question));
            version.ifPresent(of -> assertThat(of.holds()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(10)));
            told += version.isPresent() ? 1 : 0;
        }
    }

    /** Somebody else may write to another database of the server meanwhile, but not all the time. */
    @Test
    @Timeout(60)
    void however_it_is_told_it_is_the_same_version() {
        DatabaseState state = service.bean(DatabaseState.class);
        String question = newQuestion();
        DataVersion before;
        do {
            before = Objects.requireNonNull(state.now().block(TIMEOUT)).orElseThrow();
            ask(new VersionWish.IfKnown(), question);
        } while (!told(ask(new VersionWish.IfKnown(), question))
                        .map(VersionedAnswer::version)
                        .equals(Optional.of(before))
                || !told(ask(new VersionWish.Always(), newQuestion()))
                        .map(VersionedAnswer::version)
                        .equals(Optional.of(before))
                || ask(new VersionWish.Unless(before), question).statusCode() != 204);
    }

    @Test
    @Timeout(120)
    void after_a_commit_it_is_not_said_that_nothing_has_changed() throws SQLException {
        String question = newQuestion();
        try (Connection writer = service.database().connect(service.database().superuser());
                Statement statement = writer.createStatement()) {
            for (int time = 1; time <= 200; time++) {
                ask(new VersionWish.IfKnown(), question);
                DataVersion before = told(ask(new VersionWish.Always(), time % 2 == 0 ? newQuestion() : question))
                        .orElseThrow()
                        .version();
                statement.execute("UPDATE records.item SET title = '" + time + "' WHERE srn = 'b'");
                HttpResponse<String> changed = ask(new VersionWish.Unless(before), question);
                assertSays(changed, "" + time);
                assertThat(told(changed))
                        .hasValueSatisfying(now -> assertThat(now.version()).isNotEqualTo(before))
                        .hasValueSatisfying(
                                now -> assertThat(now.version().source()).isEqualTo(before.source()));
            }
            statement.execute("UPDATE records.item SET title = '0' WHERE srn = 'b'");
        }
    }

    /** Somebody else may write to another database of the server meanwhile, but not all the time. */
    @Test
    @Timeout(60)
    void where_nothing_has_changed_no_answer_comes() {
        String question = newQuestion();
        HttpResponse<String> answer;
        DataVersion before;
        do {
            before = told(ask(new VersionWish.Always(), newQuestion()))
                    .orElseThrow()
                    .version();
            answer = ask(new VersionWish.Unless(before), question);
        } while (answer.statusCode() != 204);
        assertThat(answer.body()).isEmpty();
        assertThat(told(answer)).contains(new VersionedAnswer(before, Duration.ZERO));
    }

    /** How often others write is nobody's business who asks for himself. */
    @Test
    void nobody_but_the_gateway_is_told() throws SQLException {
        try (RunningService open = start("weft.identity.anonymous=true")) {
            String question = newQuestion();
            DataVersion version = told(ask(open, open.signed(BOB), new VersionWish.Always(), question))
                    .orElseThrow()
                    .version();
            for (int time = 0; time < 5; time++) {
                for (VersionWish wish : new VersionWish[] {
                    new VersionWish.IfKnown(), new VersionWish.Always(), new VersionWish.Unless(version)
                }) {
                    HttpResponse<String> answer = ask(open, Map.of(), wish, question);
                    assertSays(answer, "0");
                    assertThat(answer.headers().firstValue(HeaderNames.DATA_VERSION))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void who_remembers_nothing_tells_nothing() throws SQLException {
        try (RunningService forgetful = start("weft.remember.for-at-most=0s")) {
            String question = newQuestion();
            for (int time = 0; time < 5; time++) {
                for (VersionWish wish : new VersionWish[] {
                    new VersionWish.IfKnown(),
                    new VersionWish.Always(),
                    new VersionWish.Unless(new DataVersion("a", "b"))
                }) {
                    HttpResponse<String> answer = ask(forgetful, forgetful.signed(BOB), wish, question);
                    assertSays(answer, "0");
                    assertThat(told(answer)).isEmpty();
                }
            }
        }
    }

    @Test
    void what_is_no_wish_is_none() {
        String question = newQuestion();
        Map<String, String> headers = new HashMap<>(service.signed(BOB));
        headers.put(HeaderNames.DATA_VERSION, "please");
        HttpResponse<String> answer =
                service.post("/graphql", headers, "application/json", "{\"query\":\"" + question + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(told(answer)).isEmpty();
    }
}
