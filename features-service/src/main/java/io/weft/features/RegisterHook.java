package io.weft.features;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.catalog.ReadCatalog;
import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.ddl.WriteTable;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.serving.LiveSubgraph;
import io.weft.postgres.session.DatabaseSettings;
import io.weft.postgres.session.OwnerSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.watch.ListenForChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the table of a hook, in one transaction with the registry, one registration at a time. It commits only what the subgraph
 * can show; when it completes, it is shown.
 */
@Component
class RegisterHook {

    private final OwnerSession owner;
    private final LiveSubgraph live;
    private final FeaturesBlueprint blueprint;
    private final String serviceRole;

    RegisterHook(OwnerSession owner, LiveSubgraph live, FeaturesBlueprint blueprint, DatabaseSettings settings) {
        this.owner = owner;
        this.live = live;
        this.blueprint = blueprint;
        this.serviceRole = settings.service().username();
    }

    Mono<HookDefinition> register(Principal principal, HookDefinition hook) {
        if (!principal.role().includes(Role.CURATOR)) {
            return Mono.error(Refusal.of(ProblemCode.FORBIDDEN, "registering a hook needs the role CURATOR"));
        }
        CheckHook.check(hook);
        return owner.write(transaction -> transaction
                        .query(Sql.of("SELECT 1 FROM pg_advisory_xact_lock(hashtext('features.hooks'))"), _ -> true)
                        .then(HookRegistry.read(transaction))
                        .flatMap(registry -> apply(transaction, registry, hook, principal)))
                .then(live.rebuild())
                .thenReturn(hook);
    }

    private Mono<Boolean> apply(
            Transaction transaction, HookRegistry registry, HookDefinition hook, Principal principal) {
        Optional<HookDefinition> same = registry.find(hook.name());
        if (same.isPresent()) {
            if (same.get().withoutWords().equals(hook.withoutWords())) {
                return Mono.just(false);
            }
            throw Refusal.of(
                    ProblemCode.CONFLICT,
                    "the hook \"" + hook.name() + "\" is registered with another cardinality or other columns:"
                            + " choose another name");
        }
        List<String> statements = new ArrayList<>(create(hook));
        statements.add(ListenForChanges.notifyStatement("features"));
        return Flux.fromIterable(statements)
                .concatMap(transaction::run)
                .then(transaction.update(
                        HookRegistry.insert(hook, principal.userId().orElse(""))))
                .then(live.tryOut(ReadCatalog.read(transaction, blueprint.schemas())
                        .map(catalog -> FeaturesBlueprint.publication(registry.with(hook), catalog))))
                .thenReturn(true);
    }

    private List<String> create(HookDefinition hook) {
        ParentRow parent = FeaturesBlueprint.PARENT;
        List<String> first = new ArrayList<>(List.of(
                "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                "run_id uuid NOT NULL REFERENCES features.runs (id)"));
        if (hook.cardinality() == HookDefinition.Cardinality.ONE) {
            first.add("UNIQUE (" + parent.number() + ")");
        }
        List<String> statements = new ArrayList<>(new WriteTable(hook.table(), parent, serviceRole)
                .create(
                        first,
                        hook.columns().stream().map(HookColumn::column).toList(),
                        "What the hook " + hook.name() + " computed"));
        if (hook.cardinality() == HookDefinition.Cardinality.MANY) {
            statements.add("CREATE INDEX ON " + hook.table().sql() + " (" + parent.number() + ", id)");
        }
        return statements;
    }
}
