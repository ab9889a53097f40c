package io.weft.records;

import io.weft.contracts.Principal;
import io.weft.contracts.Srn;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Changes who may read a record; foreign keys carry it into every other service's rows in the same transaction. */
@Component
final class ChangeVisibility {

    private static final String UPDATE =
            "UPDATE records.records SET readable_from = $1::timestamptz WHERE srn = $2 RETURNING number";
    private static final String FIND = "SELECT number FROM records.records WHERE srn = $1";

    private final PrincipalSession session;

    ChangeVisibility(PrincipalSession session) {
        this.session = session;
    }

    /** The record's number. */
    Mono<Long> change(Principal principal, Srn srn, Access access) {
        Publishing.publisher(principal);
        return session.write(
                principal,
                transaction -> transaction
                        .query(
                                Sql.of(UPDATE, access.readableFrom(), srn.toString()),
                                row -> Objects.requireNonNull(row.get("number", Long.class)))
                        .next()
                        .switchIfEmpty(Mono.defer(() -> refuse(transaction, srn))));
    }

    private static Mono<Long> refuse(Transaction transaction, Srn srn) {
        return transaction
                .query(Sql.of(FIND, srn.toString()), row -> Objects.requireNonNull(row.get("number", Long.class)))
                .next()
                .switchIfEmpty(Mono.error(() -> PublishVersion.notFound(srn)))
                .flatMap(_ -> Mono.error(Refusal.of(
                        ProblemCode.FORBIDDEN, "only the owner of " + srn + " and curators may change who reads it")));
    }
}
