package io.weft.search;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.bulk.BulkSummary;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.bulk.LoadLines;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Replaces what search knows of records, a few or very many, in one transaction. */
@Component
final class IndexRecords {

    private static final String LANGUAGES = "SELECT cfgname::text FROM pg_ts_config";

    private final PrincipalSession session;
    private final LoadLines load;

    IndexRecords(PrincipalSession session, LoadLines load) {
        this.session = session;
        this.load = load;
    }

    Mono<BulkSummary> index(Principal principal, Lines lines) {
        if (!principal.role().includes(Role.DEPOSITOR)) {
            return Mono.error(Refusal.of(
                    ProblemCode.FORBIDDEN, "indexing needs the role DEPOSITOR, yours is " + principal.role()));
        }
        return session.read(
                        principal,
                        transaction -> Registry.all(transaction)
                                .flatMap(vectors ->
                                        languages(transaction).map(languages -> new IndexPlan(vectors, languages))))
                .flatMap(plan -> load.load(principal, plan, lines));
    }

    /** The text search configurations of the database. */
    static Mono<Set<String>> languages(Transaction transaction) {
        return transaction
                .query(Sql.of(LANGUAGES), row -> Objects.requireNonNull(row.get(0, String.class)))
                .collectList()
                .map(HashSet::new);
    }
}
