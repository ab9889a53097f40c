package io.weft.postgres.registry;

import io.weft.postgres.catalog.ReadCatalog;
import io.weft.postgres.serving.LiveSubgraph;
import io.weft.postgres.serving.SubgraphBlueprint;
import io.weft.postgres.session.DatabaseSettings;
import io.weft.postgres.session.OwnerSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.watch.ListenForChanges;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes or widens the tables of what is registered, in one transaction with the registry, one registration at a time. It commits
 * only what the subgraph can show; when it completes, it is shown.
 */
public final class ChangeTables {

    private final OwnerSession owner;
    private final LiveSubgraph live;
    private final SubgraphBlueprint blueprint;
    private final String schema;

    ChangeTables(OwnerSession owner, LiveSubgraph live, SubgraphBlueprint blueprint, DatabaseSettings settings) {
        this.owner = owner;
        this.live = live;
        this.blueprint = blueprint;
        this.schema = settings.schema();
    }

    /**
     * @param decide reads the registry, which nobody else changes meanwhile, and says what to do: empty for nothing; fails with
     *     what stands against it
     */
    public Mono<Void> change(Function<Transaction, Mono<TableChange>> decide) {
        return owner.write(transaction -> transaction
                        .query(
                                Sql.of("SELECT 1 FROM pg_advisory_xact_lock(hashtext($1))", schema + " registry"),
                                _ -> true)
                        .then(Mono.defer(() -> decide.apply(transaction)))
                        .flatMap(change -> apply(transaction, change)))
                .then(live.rebuild());
    }

    private Mono<Void> apply(Transaction transaction, TableChange change) {
        return Flux.fromIterable(change.statements())
                .concatWithValues(ListenForChanges.notifyStatement(schema))
                .concatMap(transaction::run)
                .then(transaction.update(change.entry()))
                .then(live.tryOut(
                        ReadCatalog.read(transaction, blueprint.schemas()).map(change.shown())));
    }
}
