package io.weft.gateway.planning;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.weft.gateway.operation.OperationCompiler;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.supergraph.Supergraph;
import java.util.Optional;

/**
 * Prepared operations of one supergraph by document text and operation name: a known operation is neither parsed nor
 * validated nor planned again, and of many requests that miss at once one does the work. A new supergraph gets a new
 * cache. Safe for use by many threads.
 *
 * <p>Refusals are kept too, so that a client which repeats a bad document costs no more than one with a good one.
 */
public final class PlanCache {
    /** What is kept at most, in characters of documents: plans grow with them, some 50 bytes for each. */
    private static final long MAX_CHARACTERS = 4_000_000;

    private final OperationCompiler compiler;
    private final Planner planner;
    private final LoadingCache<Key, PreparedOperation> prepared;

    public PlanCache(Supergraph supergraph, OperationLimits limits) {
        this.compiler = new OperationCompiler(supergraph.apiSchema(), limits);
        this.planner = new Planner(supergraph);
        this.prepared = Caffeine.newBuilder()
                .maximumWeight(MAX_CHARACTERS)
                .weigher((Key key, PreparedOperation operation) ->
                        200 + key.document().length())
                .build(this::compile);
    }

    private record Key(String document, Optional<String> operationName) {}

    /** @param operationName which operation of the document; needed only where it has several */
    public PreparedOperation prepare(String document, Optional<String> operationName) {
        return prepared.get(new Key(document, operationName));
    }

    private PreparedOperation compile(Key key) {
        return switch (compiler.compile(key.document(), key.operationName())) {
            case OperationCompiler.Result.Compiled(var operation) ->
                new PreparedOperation.Prepared(operation, planner.plan(operation));
            case OperationCompiler.Result.Rejected(var errors) -> new PreparedOperation.Rejected(errors);
        };
    }
}
