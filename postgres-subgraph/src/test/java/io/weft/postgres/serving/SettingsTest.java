package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.Role;
import io.weft.postgres.bulk.BulkSettings;
import io.weft.postgres.schema.PublicationSettings;
import io.weft.postgres.session.DatabaseSettings;
import io.weft.postgres.sql.QueryLimits;
import io.weft.postgres.testing.TestDatabase;
import io.weft.postgres.watch.WatchSettings;
import io.weft.service.testing.RunningService;
import io.weft.service.testing.ServiceClient;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What a service's settings say of its tables, and how much they let one ask for. */
class SettingsTest {

    private static final String TABLES = """
            CREATE SCHEMA shop;
            GRANT USAGE ON SCHEMA shop TO records_service;
            ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO records_service;
            CREATE TABLE shop.author (id integer PRIMARY KEY, name text);
            CREATE TABLE shop.book (id integer PRIMARY KEY, title text, price integer, code text, secret text, author_id integer REFERENCES shop.author);
            CREATE TABLE shop.magazine (id integer PRIMARY KEY, title text);
            COMMENT ON TABLE shop.magazine IS '@writable';
            CREATE TABLE shop.hidden (id integer PRIMARY KEY);
            CREATE TABLE shop.shown (id integer PRIMARY KEY);
            COMMENT ON TABLE shop.shown IS '@omit';
            CREATE TABLE shop.locked (id integer PRIMARY KEY);
            REVOKE INSERT ON shop.locked FROM records_service;
            CREATE VIEW shop.expensive AS SELECT a::integer AS id FROM generate_series(1, 1000000) a, generate_series(1, 1000) b;
            COMMENT ON VIEW shop.expensive IS '@key id';
            CREATE SCHEMA yard;
            CREATE TABLE yard.tree (id integer PRIMARY KEY);
            INSERT INTO shop.author VALUES (1, 'Ada'), (2, 'Bea');
            INSERT INTO shop.book SELECT n, 'book ' || n, n, 'c' || n, 'hush', 1 + n % 2 FROM generate_series(1, 9) n""";

    private static RunningService service;
    private static ServiceClient curator;

    @BeforeAll
    static void start() throws SQLException {
        TestDatabase database = TestDatabase.create();
        database.execute(database.superuser(), TABLES);
        service = RunningService.start(
                "records",
                ConfiguredService.class,
                database,
                "weft.database.schema=records",
                "weft.database.pool-size=2",
                "weft.publication.schemas=shop",
                "weft.publication.rules[0].tables=shop.*",
                "weft.publication.rules[0].operations=list,lookup",
                "weft.publication.rules[1].tables=shop.book",
                "weft.publication.rules[1].operations=list,lookup,aggregate,insert,update,update-many",
                "weft.publication.rules[1].omit=secret",
                "weft.publication.rules[1].read-only=code",
                "weft.publication.rules[1].unfiltered=price",
                "weft.publication.rules[2].tables=shop.hidden",
                "weft.publication.rules[2].published=false",
                "weft.publication.rules[3].tables=shop.shown",
                "weft.publication.rules[3].published=true",
                "weft.publication.rules[4].tables=shop.locked",
                "weft.publication.rules[4].operations=insert",
                "weft.limits.filter-depth=3",
                "weft.limits.filter-predicates=4",
                "weft.limits.filter-relations=1",
                "weft.limits.page=5",
                "weft.limits.default-page=3",
                "weft.limits.nested-rows=8",
                "weft.limits.written-rows=2",
                "weft.limits.cost=100000");
        curator = service.as("cora", Role.CURATOR);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> names(String type, String what) {
        JsonNode found = curator.data("{ __type(name: \"" + type + "\") { " + what + " { name } } }")
                .at("/__type/" + what);
        return found.valueStream().map(each -> each.get("name").asString()).toList();
    }

    @Test
    void onlyTheSchemasThatAreNamedArePublishedAndOfThemWhatTheLastRuleSays() {
        assertThat(names("Query", "fields"))
                .contains("book", "bookById", "magazine", "shown")
                .doesNotContain("hidden", "tree", "locked");
        assertThat(names("Mutation", "fields"))
                .containsExactlyInAnyOrder("insertBook", "insertManyBook", "updateBookById", "updateManyBook");
        assertThat(names("BookConnection", "fields")).contains("aggregate", "groups");
        assertThat(names("MagazineConnection", "fields")).doesNotContain("aggregate", "groups");
    }

    @Test
    void columnsAreLeftOutOrReadOnlyOrNotFilteredAsARuleSays() {
        assertThat(names("Book", "fields")).contains("title", "price", "code").doesNotContain("secret");
        assertThat(names("BookInsert", "inputFields"))
                .contains("title", "price")
                .doesNotContain("code", "secret");
        assertThat(names("BookFilter", "inputFields")).contains("title", "code").doesNotContain("price", "secret");
        assertThat(names("BookOrder", "inputFields")).contains("title", "code").doesNotContain("price", "secret");
    }

    @Test
    void whatARuleAllowsAndTheRoleMayNotDoIsReported() {
        assertThat(service.get("/actuator/health").body()).contains("UP");
        assertThat(service.bean(SubgraphBlueprint.class).notes())
                .anySatisfy(note -> assertThat(note).contains("shop.locked", "insert", "may not"));
    }

    @Test
    void aPageHasItsUsualSizeWhereNoneIsNamed() {
        assertThat(curator.data("{ book { nodes { id } } }").at("/book/nodes")).hasSize(3);
        assertThat(curator.data("{ book(first: 5) { nodes { id } } }").at("/book/nodes"))
                .hasSize(5);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { book(first: 6) { nodes { id } } } | at most 5 rows
            { book(filter: {not: {not: {not: {not: {id: {eq: 1}}}}}}) { nodes { id } } } | at most 3 deep
            { book(filter: {id: {gt: 1, lt: 9, ne: 4}, title: {ne: "", startsWith: "b"}}) { nodes { id } } } | at most 4 conditions
            { book(filter: {author: {book: {some: {id: {eq: 1}}}}}) { nodes { id } } } | at most 1 relations
            { author(first: 3) { nodes { book(first: 3) { nodes { id } } } } } | the limit is 8
            mutation { insertManyBook(values: [{id: 20}, {id: 21}, {id: 22}]) { id } } | at most 2 rows
            mutation { updateManyBook(filter: {}, set: {title: "x"}, atMost: 3) { count } } | 2
            { expensive(first: 1) { totalCount } } | cost more than the limit, which is 100000
            """)
    void whoAsksForMoreThanALimitIsToldWhichOne(String document, String words) {
        JsonNode error = curator.firstError(document);
        assertThat(error.at("/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(error.get("message").asString()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ book(filter: {not: {not: {id: {eq: 1}}}}) { totalCount } }",
                "{ book(filter: {id: {gt: 1, lt: 9}, title: {ne: \"\", startsWith: \"b\"}}) { totalCount } }",
                "{ book(filter: {author: {id: {eq: 1}}}) { totalCount } }",
                "{ author(first: 2) { nodes { book(first: 4) { nodes { id } } } } }",
                "mutation { insertManyBook(values: [{id: 30}, {id: 31}]) { id } }",
                "{ expensive(filter: {id: {isNull: true}}, first: 0) { __typename } }"
            })
    void whoStaysWithinTheLimitsIsAnswered(String document) {
        assertThat(curator.ask(document, Map.of()).get("errors")).as(document).isNull();
    }

    @Test
    void noMoreConnectionsAreOpenedThanAPoolHas() throws SQLException {
        List<Thread> asking = IntStream.range(0, 12)
                .mapToObj(_ -> Thread.startVirtualThread(() -> curator.data("{ book { totalCount } }")))
                .toList();
        asking.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try (var connection = service.database().connect(service.database().superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND usename = 'records_service' AND application_name NOT SIMILAR TO '%\\((listen|state)\\)'")) {
            rows.next();
            assertThat(rows.getInt(1)).isBetween(1, 2);
        }
    }

    @Test
    void aServiceGivesUpWhenATableItNeedsDoesNotCome() {
        assertThatThrownBy(() -> RunningService.start(
                        "records",
                        ConfiguredService.class,
                        "weft.database.schema=records",
                        "weft.database.prerequisites=shop.nothing",
                        "weft.database.prerequisite-timeout=PT0.1S"))
                .rootCause()
                .hasMessageContaining("shop.nothing")
                .hasMessageContaining("weft.database.prerequisite-timeout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weft.publication.rules[0].tables=book",
                "weft.publication.rules[0].operations=dance",
                "weft.publication.rule=shop.book",
                "weft.limits.pages=3",
                "weft.limits.keys=19999",
                "weft.limits.max-body=0B",
                "weft.watch.interval=1ms",
                "weft.watch.heartbeat=0s",
                "weft.watch.rehearsal=-1s",
                "weft.bulk.max-lines=1MB",
                "weft.database.pool-size=0",
                "weft.database.url=mysql://localhost/weft"
            })
    void aSettingThatMeansNothingEndsTheStart(String setting) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(OnlySettings.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--weft.database.schema=records",
                                "--weft.database.owner.username=o",
                                "--weft.database.service.username=s",
                                "--" + setting))
                .hasStackTraceContaining(
                        setting.substring(0, setting.indexOf('=')).replaceAll("\\[0].*", ""));
    }

    @Configuration
    @EnableConfigurationProperties({
        DatabaseSettings.class,
        QueryLimits.class,
        BulkSettings.class,
        PublicationSettings.class,
        WatchSettings.class
    })
    static class OnlySettings {}
}
