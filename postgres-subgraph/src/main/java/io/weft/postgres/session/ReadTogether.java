package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements that only read, to be sent together. One is in a transaction of its own, which needs no BEGIN; several have one that gives them
 * the same snapshot.
 *
 * @param version takes what the database is like, where somebody wants to know
 */
record ReadTogether(TransactionSettings settings, List<Sql> asked, Optional<VersionAlong> version) {

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
            statements.add(set(settings.readOnly()));
            statements.add(asked.getFirst().pipelined());
        } else {
            statements.add(BEGIN);
            statements.add(set(settings));
            asked.forEach(sql -> statements.add(sql.pipelined()));
            statements.add(COMMIT);
        }
        return statements;
    }

    private Pipeline.Statement set(TransactionSettings values) {
        return version.isPresent() ? values.statementWithVersion() : values.statement();
    }

    /** The rows that belong to those that asked, of the answers to all. */
    List<List<List<@Nullable String>>> answers(List<List<List<@Nullable String>>> all) {
        int first = asked.size() == 1 ? 1 : 2;
        version.ifPresent(along -> along.take(all.get(first - 1).getFirst()));
        return all.subList(first, first + asked.size());
    }
}
