package io.weft.postgres.watch;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * A number for what the catalog says of some schemas. PostgreSQL writes a new row version for whatever changes in it, so the
 * versions are counted and summed up, which is much less work than reading the catalog.
 */
final class CatalogFingerprint {

    private static final String VERSIONS = """
            WITH tables AS (
              SELECT c.oid, c.xmin FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
            ), versions AS (
              SELECT 1 AS kind, xmin FROM tables
              UNION ALL SELECT 2, a.xmin FROM pg_attribute a JOIN tables t ON t.oid = a.attrelid
              UNION ALL SELECT 3, k.xmin FROM pg_constraint k JOIN tables t ON t.oid = k.conrelid
              UNION ALL SELECT 4, t.xmin FROM pg_type t WHERE t.oid >= 16384 AND t.typtype IN ('d', 'e', 'r', 'm', 'c')
                        AND t.typrelid NOT IN (SELECT oid FROM pg_class WHERE relpersistence = 't')
              UNION ALL SELECT 5, xmin FROM pg_enum
              UNION ALL SELECT 6, xmin FROM pg_description WHERE objoid >= 16384
              UNION ALL SELECT 7, xmin FROM pg_namespace WHERE nspname = ANY ($1)
              UNION ALL SELECT 8, xmin FROM pg_auth_members
            )
            SELECT string_agg(kind || ':' || number || ':' || total, ' ' ORDER BY kind)
            FROM (SELECT kind, count(*) AS number, sum(xmin::text::bigint) AS total FROM versions GROUP BY kind) each""";

    private final Object schemas;

    CatalogFingerprint(Collection<String> schemas) {
        this.schemas = schemas.toArray(String[]::new);
    }

    Mono<String> read(PostgresqlConnection connection) {
        return connection
                .createStatement(VERSIONS)
                .bind(0, schemas)
                .execute()
                .concatMap(result -> result.map(row -> String.valueOf(row.get(0, String.class))))
                .single();
    }
}
