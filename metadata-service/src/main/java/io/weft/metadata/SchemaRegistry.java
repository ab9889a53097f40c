package io.weft.metadata;

import io.r2dbc.spi.Readable;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** All schemas that are registered, oldest version first. */
record SchemaRegistry(List<SchemaDefinition> schemas) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Mono<SchemaRegistry> read(Transaction transaction) {
        return transaction
                .query(
                        Sql.of(
                                "SELECT id, version, fields::text FROM metadata.schemas ORDER BY id, major, minor, patch"),
                        SchemaRegistry::schema)
                .collectList()
                .map(SchemaRegistry::new);
    }

    private static SchemaDefinition schema(Readable row) {
        String version = Objects.requireNonNull(row.get(1, String.class));
        return new SchemaDefinition(
                Objects.requireNonNull(row.get(0, String.class)),
                SchemaVersion.parse(version, "version"),
                Arrays.asList(
                        JSON.readValue(Objects.requireNonNull(row.get(2, String.class)), FieldDefinition[].class)));
    }

    static Sql insert(SchemaDefinition schema, String registeredBy) {
        SchemaVersion version = schema.version();
        return Sql.of(
                "INSERT INTO metadata.schemas (id, version, major, minor, patch, fields, registered_by)"
                        + " VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)",
                schema.id(),
                version.toString(),
                version.major(),
                version.minor(),
                version.patch(),
                JSON.writeValueAsString(schema.fields()),
                registeredBy);
    }

    /** All versions that share a table, oldest first. */
    List<SchemaDefinition> versions(String id, int major) {
        return schemas.stream()
                .filter(schema -> schema.id().equals(id) && schema.version().major() == major)
                .toList();
    }

    /** The newest version of each table. */
    List<SchemaDefinition> newest() {
        Map<String, SchemaDefinition> byTable = new LinkedHashMap<>();
        schemas.forEach(schema -> byTable.put(schema.table().name(), schema));
        return new ArrayList<>(byTable.values());
    }

    SchemaRegistry with(SchemaDefinition schema) {
        List<SchemaDefinition> more = new ArrayList<>(schemas);
        more.add(schema);
        return new SchemaRegistry(more);
    }
}
