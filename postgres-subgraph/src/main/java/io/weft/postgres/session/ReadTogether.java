package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that only read, to be sent together. One is in a transaction of its own, which needs no BEGIN; several have one that gives them
 * the same snapshot.
 */
record ReadTogether(TransactionSettings settings, List<Sql> asked) {

    private static final Pipeline.Statement BEGIN =
            new Pipeline.Statement("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", List.of());
    private static final Pipeline.Statement COMMIT = new Pipeline.Statement("COMMIT", List.of());

    /** What begins a transaction of its own kind for others that follow. */
    static List<Pipeline.Statement> opening(TransactionSettings settings) {
        return List.of(BEGIN, settings.statement());
    }

    List<Pipeline.Statement> statements() {
        List<Pipeline.Statement> statements = new ArrayList<>();
        if (asked.size() == 1) {
            statements.add(settings.readOnly().statement());
            statements.add(asked.getFirst().pipelined());
        } else {
            statements.addAll(opening(settings));
            asked.forEach(sql -> statements.add(sql.pipelined()));
            statements.add(COMMIT);
        }
        return statements;
    }

    /** What belongs to those that asked, of the answers to all. */
    <T> List<T> answers(List<T> all) {
        int first = asked.size() == 1 ? 1 : 2;
        return all.subList(first, first + asked.size());
    }
}
