package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two databases: in one there are rows that the caller may not see, in the other there are none such. Whatever is asked, by whomever of
 * those who may not see them, both answer the same, with data or with errors. One thing is PostgreSQL's own and stays: who proposes a key
 * that is taken hears so.
 */
class NothingLeaksTest {

    private static final String TABLES = """
            CREATE TABLE note (
              id integer PRIMARY KEY, owner text NOT NULL, readable_from timestamptz NOT NULL DEFAULT '-infinity',
              words text, stars integer, share numeric, taken date, extra jsonb, tags text[], span int4range, place vector(2), home inet,
              found tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(words, ''))) STORED
            );
            COMMENT ON TABLE note IS '@writable';
            COMMENT ON COLUMN note.words IS '@searchable';
            CREATE TABLE remark (id integer PRIMARY KEY, note_id integer REFERENCES note ON DELETE CASCADE, words text);
            COMMENT ON TABLE remark IS '@writable';
            CREATE INDEX ON note (stars, id);
            CREATE INDEX ON note USING gin (found);
            CREATE INDEX ON note USING gin (extra);
            CREATE INDEX ON note USING hnsw (place vector_cosine_ops);
            ALTER TABLE note ENABLE ROW LEVEL SECURITY;
            CREATE POLICY seen ON note FOR SELECT USING (readable_from <= now() OR owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20);
            CREATE POLICY written ON note USING ((SELECT weft.role_rank()) >= 10 AND (owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20));
            ALTER TABLE remark ENABLE ROW LEVEL SECURITY;
            CREATE POLICY seen ON remark USING (EXISTS (SELECT FROM note WHERE note.id = note_id));
            INSERT INTO note (id, owner, words, stars, share, taken, extra, tags, span, place, home)
            SELECT i, CASE WHEN i % 3 = 0 THEN 'ada' ELSE 'bob' END, 'open words ' || i, i % 7, i * 1.5, date '2026-01-01' + i, '{"a": 1}', '{x}', int4range(i, i + 5),
                   ARRAY[i, 1]::vector, '10.0.0.1'
            FROM generate_series(1, 40) i;
            INSERT INTO remark SELECT i, i, 'on ' || i FROM generate_series(1, 20) i;
            """;

    /** What must not be told: other values everywhere, and some that break what touches them. */
    private static final String HIDDEN = """
            INSERT INTO note (id, owner, readable_from, words, stars, share, taken, extra, tags, span, place, home)
            SELECT 1000 + i, 'eve', 'infinity', 'secret hidden words ' || i, 100 + i, 1e300, date '1900-01-01' + i, '{"secret": "x"}', '{hidden}', 'empty',
                   ARRAY[0, 0]::vector, '192.168.0.1'
            FROM generate_series(1, 400) i;
            INSERT INTO remark SELECT 1000 + i, 1000 + i, 'on hidden ' || i FROM generate_series(1, 50) i;
            """;

    private static ScenarioSubgraph without;
    private static ScenarioSubgraph with;

    @BeforeAll
    static void start() throws SQLException {
        without = new ScenarioSubgraph(TABLES + "ANALYZE;");
        with = new ScenarioSubgraph(TABLES + HIDDEN + "ANALYZE;");
    }

    @AfterAll
    static void stop() {
        without.close();
        with.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ note(orderBy: [{ stars: DESC }], first: 7) { totalCount totalCountAtMost(limit: 100) estimatedCount edges { cursor node { id stars } } pageInfo { hasNextPage endCursor } } }",
                "{ note(last: 3) { nodes { id } pageInfo { hasPreviousPage startCursor } } }",
                "{ note(offset: 38, first: 10) { nodes { id } pageInfo { hasNextPage } } }",
                "{ note { aggregate { count distinctCount { owner words stars } min { id taken share } max { id taken share } sum { stars share } avg { stars share } stddev { stars share } percentile(fraction: 0.9) { stars } } } }",
                "{ note { groups(by: [{ column: owner }, { column: taken, truncate: YEAR }]) { key { owner taken } aggregate { count max { stars } } } } }",
                "{ note { groups(by: [{ column: owner }], having: { count: { gt: 30 } }) { key { owner } aggregate { count } } } }",
                "{ note(filter: { words: { contains: \"secret\" } }) { totalCount nodes { id } } }",
                "{ note(filter: { words: { matches: \"hid+en\" } }) { totalCount } }",
                "{ note(filter: { words: { similarTo: \"secret hidden words 1\" } }) { totalCount } }",
                "{ note(filter: { words: { matchesText: { query: \"secret or hidden\" } } }) { totalCount } }",
                "{ note(filter: { found: { matchesText: { query: \"secret\" } } }, orderBy: [{ foundRank: { search: { query: \"secret\" } } }]) { totalCount nodes { id } } }",
                "{ note(filter: { extra: { contains: { secret: \"x\" } } }) { totalCount } }",
                "{ note(filter: { extra: { hasKey: \"secret\" } }) { totalCount } }",
                "{ note(filter: { extra: { path: \"$.secret\" } }) { totalCount } }",
                "{ note(filter: { extra: { pathMatches: \"strict $.a == 1\" } }) { totalCount } }",
                "{ note(filter: { tags: { has: \"hidden\" } }) { totalCount } }",
                "{ note(filter: { span: { isEmpty: true } }) { totalCount } }",
                "{ note(filter: { home: { within: \"192.168.0.0/16\" } }) { totalCount } }",
                "{ note(filter: { share: { gt: \"1e200\" } }) { totalCount } }",
                "{ note(filter: { stars: { gt: 50 } }) { totalCount nodes { id } } }",
                "{ note(filter: { not: { stars: { lt: 50 } } }) { totalCount } }",
                "{ note(filter: { id: { in: [1001, 1002, 1] } }) { nodes { id } } }",
                "{ note(filter: { place: { distance: { to: [0, 1], metric: L2, lt: 0.9 } } }) { totalCount } }",
                "{ note(orderBy: [{ placeDistance: { to: [0, 0.1], metric: L2 } }], first: 5) { nodes { id placeDistance(to: [0, 0.1], metric: L2) } } }",
                "{ note(orderBy: [{ placeDistance: { to: [1, 0] } }], first: 5) { nodes { id } } }",
                "{ note(orderBy: [{ remark: { count: DESC } }], first: 3) { nodes { id remark { totalCount } } } }",
                "{ note(filter: { remark: { some: { words: { startsWith: \"on hidden\" } } } }) { totalCount } }",
                "{ note(filter: { remark: { count: { gte: 1 } } }) { totalCount } }",
                "{ remark(filter: { note: { words: { contains: \"secret\" } } }) { totalCount } }",
                "{ remark(filter: { not: { note: {} } }) { totalCount nodes { id noteId } } }",
                "{ remark(orderBy: [{ note: { stars: DESC } }], first: 3) { totalCount nodes { id note { stars } } } }",
                "{ noteById(id: 1001) { words } missing: noteById(id: 5000) { words } remarkById(id: 1001) { id } }",
                "{ _entities(representations: [{ __typename: \"Note\", id: 1001 }, { __typename: \"Note\", id: 5000 }, { __typename: \"Note\", id: 1 }]) { ... on Note { id words } } }",
                "mutation { updateNoteById(id: 1001, set: { words: \"x\" }) { id } }",
                "mutation { deleteNoteById(id: 1001) { id } }",
                "mutation { updateManyNote(filter: { stars: { gt: 50 } }, set: { words: \"x\" }, atMost: 10) { count nodes { id } } }",
                "mutation { deleteManyNote(filter: { words: { contains: \"secret\" } }, atMost: 10) { count } }",
                "mutation { updateManyNote(filter: {}, set: { stars: 1 }, atMost: 39) { count } }",
                "mutation { insertRemark(values: { id: 9000, noteId: 1001, words: \"on a secret\" }) { id } }",
                "mutation { updateRemarkById(id: 1, set: { noteId: 1001 }) { id } }",
                "mutation { deleteRemarkById(id: 1001) { id } }",
                "mutation { upsertManyRemark(by: id, values: [{ id: 9001, noteId: 1001 }]) { id } }"
            })
    void hiddenRowsChangeNoAnswer(String question) {
        for (Principal caller : List.of(Principal.anonymous(), Callers.user("ada", Role.DEPOSITOR))) {
            assertThat(with.ask(question, Map.of(), caller))
                    .as("asked by %s", caller)
                    .isEqualTo(without.ask(question, Map.of(), caller));
        }
    }
}
