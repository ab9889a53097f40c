package io.weft.postgres.serving;

import io.r2dbc.spi.Readable;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.sql.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Runs a compiled query as the caller, in a transaction that only reads. */
final class RunQuery {

    private final PrincipalSession session;

    RunQuery(PrincipalSession session) {
        this.session = session;
    }

    <T> Mono<T> run(Query<T> query) {
        return CurrentPrincipal.get()
                .flatMap(principal -> session.read(
                        principal,
                        transaction -> transaction
                                .query(query.sql(), row -> cells(row, query.cells()))
                                .collectList()
                                .map(query.read())));
    }

    private static List<@Nullable String> cells(Readable row, int count) {
        List<@Nullable String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(row.get(i, String.class));
        }
        return cells;
    }
}
