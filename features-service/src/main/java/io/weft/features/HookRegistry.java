package io.weft.features;

import io.r2dbc.spi.Readable;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** All hooks that are registered, by name. */
record HookRegistry(List<HookDefinition> hooks) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Mono<HookRegistry> read(Transaction transaction) {
        return transaction
                .query(
                        Sql.of("SELECT name, cardinality, columns::text FROM features.hooks ORDER BY name"),
                        HookRegistry::hook)
                .collectList()
                .map(HookRegistry::new);
    }

    private static HookDefinition hook(Readable row) {
        return new HookDefinition(
                Objects.requireNonNull(row.get(0, String.class)),
                "one".equals(row.get(1, String.class))
                        ? HookDefinition.Cardinality.ONE
                        : HookDefinition.Cardinality.MANY,
                Arrays.asList(JSON.readValue(Objects.requireNonNull(row.get(2, String.class)), HookColumn[].class)));
    }

    static Sql insert(HookDefinition hook, String registeredBy) {
        return Sql.of(
                "INSERT INTO features.hooks (name, cardinality, columns, registered_by) VALUES ($1, $2, $3::jsonb, $4)",
                hook.name(),
                hook.cardinality().text(),
                JSON.writeValueAsString(hook.columns()),
                registeredBy);
    }

    Optional<HookDefinition> find(String name) {
        return hooks.stream().filter(hook -> hook.name().equals(name)).findFirst();
    }

    HookRegistry with(HookDefinition hook) {
        List<HookDefinition> more = new ArrayList<>(hooks);
        more.add(hook);
        more.sort(Comparator.comparing(HookDefinition::name));
        return new HookRegistry(more);
    }
}
