package io.weft.metadata;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.ddl.TypedColumn;
import io.weft.postgres.ddl.WriteTable;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.registry.ChangeTables;
import io.weft.postgres.registry.TableChange;
import io.weft.postgres.session.DatabaseSettings;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes or widens the table of a schema. What is registered never changes. */
@Component
class RegisterSchema {

    private final ChangeTables tables;
    private final String serviceRole;

    RegisterSchema(ChangeTables tables, DatabaseSettings settings) {
        this.tables = tables;
        this.serviceRole = settings.service().username();
    }

    Mono<SchemaDefinition> register(Principal principal, SchemaDefinition schema) {
        if (!principal.role().includes(Role.CURATOR)) {
            return Mono.error(Refusal.of(ProblemCode.FORBIDDEN, "registering a schema needs the role CURATOR"));
        }
        CheckDefinition.check(schema);
        String by = principal.userId().orElse("");
        return tables.change(transaction -> SchemaRegistry.read(transaction)
                        .flatMap(registry -> checkPatterns(transaction, schema)
                                .then(Mono.defer(() -> Mono.justOrEmpty(change(registry, schema, by))))))
                .thenReturn(schema);
    }

    private Optional<TableChange> change(SchemaRegistry registry, SchemaDefinition schema, String by) {
        List<SchemaDefinition> versions =
                registry.versions(schema.id(), schema.version().major());
        Optional<SchemaDefinition> same = versions.stream()
                .filter(other -> other.version().equals(schema.version()))
                .findFirst();
        if (same.isPresent()) {
            if (same.get().fields().equals(schema.fields())) {
                return Optional.empty();
            }
            throw Refusal.of(
                    ProblemCode.CONFLICT,
                    schema.id() + "@" + schema.version()
                            + " is registered with other fields, and what is registered never changes:"
                            + " choose a new version");
        }
        return Optional.of(new TableChange(
                versions.isEmpty() ? create(schema) : WidenTable.statements(versions.getLast(), schema, table(schema)),
                SchemaRegistry.insert(schema, by),
                catalog -> MetadataBlueprint.publication(registry.with(schema), catalog)));
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
                        List.of("schema_version text NOT NULL", "PRIMARY KEY (" + ParentRow.RECORD.number() + ")"),
                        columns,
                        "Metadata by the schema " + schema.id() + ", version "
                                + schema.version().major());
    }

    private WriteTable table(SchemaDefinition schema) {
        return new WriteTable(schema.table(), ParentRow.RECORD, serviceRole);
    }
}
