package io.weft.metadata;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.catalog.ReadCatalog;
import io.weft.postgres.ddl.TypedColumn;
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
 * Makes or widens the table of a schema, in one transaction with the registry, one registration at a time. It commits only what
 * the subgraph can show; when it completes, it is shown.
 */
@Component
class RegisterSchema {

    private final OwnerSession owner;
    private final LiveSubgraph live;
    private final MetadataBlueprint blueprint;
    private final String serviceRole;

    RegisterSchema(OwnerSession owner, LiveSubgraph live, MetadataBlueprint blueprint, DatabaseSettings settings) {
        this.owner = owner;
        this.live = live;
        this.blueprint = blueprint;
        this.serviceRole = settings.service().username();
    }

    Mono<SchemaDefinition> register(Principal principal, SchemaDefinition schema) {
        if (!principal.role().includes(Role.CURATOR)) {
            return Mono.error(Refusal.of(ProblemCode.FORBIDDEN, "registering a schema needs the role CURATOR"));
        }
        CheckDefinition.check(schema);
        return owner.write(transaction -> transaction
                        .query(Sql.of("SELECT 1 FROM pg_advisory_xact_lock(hashtext('metadata.schemas'))"), _ -> true)
                        .then(SchemaRegistry.read(transaction))
                        .flatMap(registry -> apply(transaction, registry, schema, principal)))
                .then(live.rebuild())
                .thenReturn(schema);
    }

    private Mono<Boolean> apply(
            Transaction transaction, SchemaRegistry registry, SchemaDefinition schema, Principal principal) {
        List<SchemaDefinition> versions =
                registry.versions(schema.id(), schema.version().major());
        Optional<SchemaDefinition> same = versions.stream()
                .filter(other -> other.version().equals(schema.version()))
                .findFirst();
        if (same.isPresent()) {
            if (same.get().fields().equals(schema.fields())) {
                return Mono.just(false);
            }
            throw Refusal.of(
                    ProblemCode.CONFLICT,
                    schema.id() + "@" + schema.version()
                            + " is registered with other fields, and what is registered never changes:"
                            + " choose a new version");
        }
        List<String> statements = new ArrayList<>(
                versions.isEmpty() ? create(schema) : WidenTable.statements(versions.getLast(), schema, table(schema)));
        statements.add(ListenForChanges.notifyStatement("metadata"));
        return checkPatterns(transaction, schema)
                .thenMany(Flux.fromIterable(statements).concatMap(transaction::run))
                .then(transaction.update(
                        SchemaRegistry.insert(schema, principal.userId().orElse(""))))
                .then(live.tryOut(ReadCatalog.read(transaction, blueprint.schemas())
                        .map(catalog -> MetadataBlueprint.publication(registry.with(schema), catalog))))
                .thenReturn(true);
    }

    /** A pattern that PostgreSQL cannot read would make a CHECK that fails on every row. */
    private static Mono<Void> checkPatterns(Transaction transaction, SchemaDefinition schema) {
        return Flux.fromIterable(schema.fields())
                .filter(field -> field.pattern() != null)
                .concatMap(field -> transaction
                        .query(Sql.of("SELECT '' ~ $1", field.pattern()), _ -> true)
                        .onErrorMap(failure -> Refusal.input("fields." + field.name()
                                + ".pattern: PostgreSQL cannot read this regular expression: " + failure.getMessage())))
                .then();
    }

    private List<String> create(SchemaDefinition schema) {
        List<TypedColumn> columns =
                schema.fields().stream().map(FieldColumn::of).toList();
        return table(schema)
                .create(
                        List.of(
                                "schema_version text NOT NULL",
                                "PRIMARY KEY (" + MetadataBlueprint.PARENT.number() + ")"),
                        columns,
                        "Metadata by the schema " + schema.id() + ", version "
                                + schema.version().major());
    }

    private WriteTable table(SchemaDefinition schema) {
        return new WriteTable(schema.table(), MetadataBlueprint.PARENT, serviceRole);
    }
}
