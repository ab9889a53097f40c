package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a statement needs besides its text, gathered while it is compiled. */
final class Needs {

    /**
     * Rows in the order of a vector's distance: an index over approximate neighbours has to go on until the page is full, and a plan
     * made without the vector and the filter would be the wrong one. In a strict order, what the index finds too late is left out: looking at 200
     * at a time instead of 40, it found all of the 20 nearest that match a fifth of 20,000 rows (0.991 before), in about the same time.
     */
    private static final Map<String, String> NEAREST = Map.of(
            "hnsw.iterative_scan",
            "strict_order",
            "hnsw.ef_search",
            "200",
            "ivfflat.iterative_scan",
            "relaxed_order",
            "plan_cache_mode",
            "force_custom_plan");

    private final Map<Integer, Sql> estimates = new LinkedHashMap<>();
    private final List<Consumer<List<Object>>> checks = new ArrayList<>();
    private boolean nearest;

    /** The cell is to hold how many rows the planner expects of a statement. */
    void estimate(int cell, Sql statement) {
        estimates.put(cell, statement);
    }

    /** What is to be checked of each request's values, which throws a {@link io.weft.postgres.problem.Refusal} of wrong ones. */
    void check(Consumer<List<Object>> check) {
        checks.add(check);
    }

    List<Consumer<List<Object>>> checks() {
        return checks;
    }

    void nearest() {
        nearest = true;
    }

    Map<Integer, Sql> estimates() {
        return estimates;
    }

    Map<String, String> settings() {
        return nearest ? NEAREST : Map.of();
    }
}
