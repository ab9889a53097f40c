package io.weft.postgres.bulk;

import io.weft.postgres.problem.Problem;
import io.weft.postgres.session.Sql;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How lines become rows. The staging table is called {@code staged} and has a column {@code line} besides the plan's. */
public interface BulkPlan {

    /** The staging table's columns, as CREATE TABLE has them. */
    List<String> columns();

    /**
     * The staged rows of one line, each as PostgreSQL's texts in the order of {@link #columns}.
     *
     * @throws io.weft.postgres.problem.Refusal if the line is wrong; the number is added by the caller
     */
    List<List<@Nullable String>> rows(JsonNode line);

    /** What must hold of the staged lines; of the first check that finds some, the first line is told. */
    List<Check> checks();

    /** Statements to run once before the writes. */
    default List<Sql> preparation() {
        return List.of();
    }

    /** Statements that write the staged rows with {@code line BETWEEN $1 AND $2}; the counts of the last one are told. */
    List<String> writes();

    /** What a rule of the written table asks for, by the name of its constraint; empty if the plan does not know. */
    default Optional<Problem> broken(String constraint) {
        return Optional.empty();
    }
}
