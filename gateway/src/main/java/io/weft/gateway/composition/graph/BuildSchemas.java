package io.weft.gateway.composition.graph;

import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.schema.CheckedSchema;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The schema of all there is and the one that clients see, the latter on a thread of its own and with problems of its own. */
final class BuildSchemas {

    private final MergedSchema merged;
    private final KnownGraph known;
    private final boolean isOne;
    private final Problems visibleProblems = new Problems();
    private final CompletableFuture<Optional<CheckedSchema>> visible;

    /**
     * @param whole   with what clients may not see
     * @param visible what clients see
     */
    record Schemas(CheckedSchema whole, CheckedSchema visible) {}

    private BuildSchemas(MergedSchema merged, KnownGraph known) {
        this.merged = merged;
        this.known = known;
        ApiSchema api = new ApiSchema(merged);
        MergedSchema seen = api.visible();
        // Where clients see all, one schema serves both: nobody reads the directives that the other would have.
        this.isOne = api.isWhole() && seen.directives().equals(merged.directives());
        this.visible =
                CompletableFuture.supplyAsync(() -> new BuildSchema(known.visible(), visibleProblems).build(seen));
    }

    static BuildSchemas begin(MergedSchema merged, KnownGraph known) {
        return new BuildSchemas(merged, known);
    }

    /** Waits for both. Empty where one is not valid GraphQL; the errors are among the problems then. */
    Optional<Schemas> end(Problems problems) {
        Optional<CheckedSchema> whole =
                isOne ? Optional.empty() : new BuildSchema(known.whole(), problems).build(merged);
        Optional<CheckedSchema> api = visible.join();
        Optional<CheckedSchema> schema = isOne ? api : whole;
        if (isOne || schema.isPresent()) {
            problems.addAll(visibleProblems);
        }
        return schema.flatMap(all -> api.map(seen -> new Schemas(all, seen)));
    }

    /** What is known of the graph before is free for others when this returns. Unsound as it is, it may have broken what builds it. */
    void abandon() {
        visible.exceptionally(_ -> Optional.empty()).join();
    }
}
