package io.weft.features;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.ddl.WriteTable;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.registry.ChangeTables;
import io.weft.postgres.registry.TableChange;
import io.weft.postgres.session.DatabaseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the table of a hook. What is registered never changes. */
@Component
class RegisterHook {

    private final ChangeTables tables;
    private final String serviceRole;

    RegisterHook(ChangeTables tables, DatabaseSettings settings) {
        this.tables = tables;
        this.serviceRole = settings.service().username();
    }

    Mono<HookDefinition> register(Principal principal, HookDefinition hook) {
        if (!principal.role().includes(Role.CURATOR)) {
            return Mono.error(Refusal.of(ProblemCode.FORBIDDEN, "registering a hook needs the role CURATOR"));
        }
        CheckHook.check(hook);
        String by = principal.userId().orElse("");
        return tables.change(transaction -> HookRegistry.read(transaction)
                        .flatMap(registry -> Mono.justOrEmpty(change(registry, hook, by))))
                .thenReturn(hook);
    }

    private Optional<TableChange> change(HookRegistry registry, HookDefinition hook, String by) {
        Optional<HookDefinition> same = registry.find(hook.name());
        if (same.isPresent()) {
            if (same.get().withoutWords().equals(hook.withoutWords())) {
                return Optional.empty();
            }
            throw Refusal.of(
                    ProblemCode.CONFLICT,
                    "the hook \"" + hook.name() + "\" is registered with another cardinality or other columns:"
                            + " choose another name");
        }
        return Optional.of(new TableChange(
                create(hook),
                HookRegistry.insert(hook, by),
                catalog -> FeaturesBlueprint.publication(registry.with(hook), catalog)));
    }

    private List<String> create(HookDefinition hook) {
        ParentRow parent = ParentRow.RECORD;
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
