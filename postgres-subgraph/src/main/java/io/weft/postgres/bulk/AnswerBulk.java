package io.weft.postgres.bulk;

import io.micrometer.context.ContextSnapshot.Scope;
import io.micrometer.context.ContextSnapshotFactory;
import io.weft.postgres.problem.ExplainFailure;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** A load in, its HTTP answer out: the summary, or the problem as JSON with its status. */
public final class AnswerBulk {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerBulk.class);
    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();

    private AnswerBulk() {}

    public static Mono<ResponseEntity<Object>> answer(Mono<BulkSummary> load) {
        return load.<ResponseEntity<Object>>map(ResponseEntity::ok)
                .onErrorResume(failure -> Mono.deferContextual(context -> Mono.just(problem(failure, context))));
    }

    private static ResponseEntity<Object> problem(Throwable failure, ContextView context) {
        Problem problem = ExplainFailure.explain(failure).orElseGet(() -> {
            try (Scope _ = SNAPSHOTS.setThreadLocalsFrom(context)) {
                LOG.error("a bulk load failed", failure);
            }
            return Problem.of(ProblemCode.INTERNAL, "an internal fault; the log has it");
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", problem.code().name());
        body.put("message", problem.message());
        body.putAll(problem.details());
        return ResponseEntity.status(problem.code().status()).body(body);
    }
}
