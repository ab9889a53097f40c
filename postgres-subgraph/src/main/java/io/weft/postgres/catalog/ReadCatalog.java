package io.weft.postgres.catalog;

import io.r2dbc.spi.Readable;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * pg_catalog in, {@link Catalog} out: four statements, however many tables there are. Views and foreign tables are tables too; they have
 * the keys their comments name ({@code @key id}, {@code @foreignKey (author) references shop.people (id)}).
 */
public final class ReadCatalog {

    /** What is said of a table is found out once for it, not once for each of its columns: with many tables this is most of the work. */
    private static final String COLUMNS = """
            WITH published AS MATERIALIZED (
              SELECT c.oid, n.nspname, c.relname, c.relkind, c.relrowsecurity, e.description AS comment,
                     concat_ws(' ', CASE WHEN r.bits & 8 > 0 AND has_any_column_privilege(c.oid, 'INSERT') THEN 'INSERT' END,
                               CASE WHEN r.bits & 4 > 0 AND has_any_column_privilege(c.oid, 'UPDATE') THEN 'UPDATE' END,
                               CASE WHEN r.bits & 16 > 0 AND has_table_privilege(c.oid, 'DELETE') THEN 'DELETE' END) AS rights,
                     c.relkind IN ('r', 'm') AND NOT c.relhassubclass
                     OR c.relkind = 'p' AND NOT EXISTS (SELECT FROM pg_partition_tree(c.oid) t JOIN pg_class part ON part.oid = t.relid WHERE part.relkind = 'f') AS own_rows
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_description e ON e.objoid = c.oid AND e.classoid = 'pg_class'::regclass AND e.objsubid = 0
              CROSS JOIN LATERAL (SELECT pg_relation_is_updatable(c.oid, false) OFFSET 0) r(bits)
              WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
            )
            SELECT c.nspname, c.relname, c.comment, a.attname,
                   a.atttypid::bigint, a.atttypmod, a.attndims::integer, a.attnotnull OR t.typnotnull, e.description,
                   has_column_privilege(c.oid, a.attnum, 'SELECT'),
                   w.own AND has_column_privilege(c.oid, a.attnum, 'INSERT'), w.own AND has_column_privilege(c.oid, a.attnum, 'UPDATE'),
                   a.atthasdef OR a.attidentity <> '' OR t.typdefault IS NOT NULL OR c.relkind = 'v',
                   CASE WHEN a.attgenerated = '' THEN coalesce(pg_get_expr(d.adbin, d.adrelid), t.typdefault) END,
                   CASE WHEN a.atttypmod < 0 THEN t.typtypmod ELSE a.atttypmod END, format_type(a.atttypid, a.atttypmod),
                   c.rights, c.relrowsecurity, c.own_rows
            FROM published c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            LEFT JOIN pg_description e ON e.objoid = c.oid AND e.classoid = 'pg_class'::regclass AND e.objsubid = a.attnum
            CROSS JOIN LATERAL (
              SELECT a.attgenerated = '' AND a.attidentity <> 'a'
                     AND (c.relkind NOT IN ('v', 'f') OR pg_column_is_updatable(c.oid, a.attnum, false))
            ) w(own)
            ORDER BY c.nspname, c.relname, a.attnum""";

    private static final String KEYS = """
            SELECT n.nspname, c.relname, k.contype::text, k.conname,
                   ARRAY(SELECT (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = u.num)
                         FROM unnest(k.conkey) WITH ORDINALITY u(num, pos) ORDER BY u.pos),
                   tn.nspname, tc.relname,
                   ARRAY(SELECT (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attnum = u.num)
                         FROM unnest(k.confkey) WITH ORDINALITY u(num, pos) ORDER BY u.pos),
                   pg_get_constraintdef(k.oid), e.description, NOT k.condeferrable,
                   CASE WHEN c.relkind = 'p' OR tc.relkind = 'p' THEN ARRAY(
                     WITH RECURSIVE parts(oid) AS (
                       SELECT k.oid UNION ALL SELECT part.oid FROM parts JOIN pg_constraint part ON part.conparentid = parts.oid
                     )
                     SELECT unnest(ARRAY[pn.nspname, pc.relname, part.conname]::text[])
                     FROM parts
                     JOIN pg_constraint part USING (oid)
                     JOIN pg_class pc ON pc.oid = part.conrelid
                     JOIN pg_namespace pn ON pn.oid = pc.relnamespace
                     WHERE part.conparentid <> 0
                   ) ELSE '{}' END
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class tc ON tc.oid = k.confrelid
            LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
            LEFT JOIN pg_description e ON e.objoid = k.oid AND e.classoid = 'pg_constraint'::regclass AND e.objsubid = 0
            WHERE n.nspname = ANY ($1) AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
            ORDER BY n.nspname, c.relname, k.conname""";

    private ReadCatalog() {}

    /** Reads the tables of these schemas in the transaction's snapshot. */
    public static Mono<Catalog> read(Transaction transaction, Collection<String> schemas) {
        Object names = schemas.toArray(String[]::new);
        return ReadTypes.of(transaction, schemas)
                .flatMap(types -> transaction
                        .query(Sql.of(COLUMNS, names), row -> ColumnRow.of(row, types))
                        .collectList())
                .zipWith(transaction.query(Sql.of(KEYS, names), KeyRow::of).collectList())
                .map(rows -> assemble(rows.getT1(), rows.getT2()));
    }

    private static Catalog assemble(List<ColumnRow> columns, List<KeyRow> keys) {
        Map<TableName, List<ColumnRow>> byTable = new LinkedHashMap<>();
        columns.forEach(row ->
                byTable.computeIfAbsent(row.table, _ -> new ArrayList<>()).add(row));
        Map<TableName, List<KeyRow>> keysOf = new HashMap<>();
        keys.forEach(
                key -> keysOf.computeIfAbsent(key.table, _ -> new ArrayList<>()).add(key));
        List<Table> tables = new ArrayList<>();
        byTable.forEach((name, rows) -> tables.add(table(name, rows, keysOf.getOrDefault(name, List.of()))));
        return new Catalog(tables);
    }

    private static Table table(TableName name, List<ColumnRow> rows, List<KeyRow> keys) {
        List<String> primary = List.of();
        List<List<String>> unique = new ArrayList<>();
        List<ForeignKey> foreign = new ArrayList<>();
        for (KeyRow key : keys) {
            switch (key.kind) {
                case "p" -> primary = key.columns;
                case "u" -> unique.add(key.columns);
                case "c", "x" -> {}
                default ->
                    foreign.add(new ForeignKey(
                            key.constraint, key.columns, Objects.requireNonNull(key.target), key.targetColumns));
            }
        }
        Tags tags = Tags.of(rows.getFirst().tableComment);
        foreign.addAll(KeysByComment.foreignKeys(name, tags));
        List<String> key = primary.isEmpty() ? KeysByComment.primaryKey(tags) : primary;
        return new Table(
                name,
                Tags.description(rows.getFirst().tableComment),
                rows.stream()
                        .map(row -> key.contains(row.column.name()) ? row.column.required() : row.column)
                        .toList(),
                key,
                unique,
                foreign,
                tags,
                keys.stream().map(KeyRow::rule).toList(),
                rows.getFirst().rights,
                rows.getFirst().rowSecurity,
                rows.getFirst().ownRows);
    }

    private static String text(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, String.class));
    }

    private record ColumnRow(
            TableName table,
            @Nullable String tableComment,
            Set<TableRight> rights,
            boolean rowSecurity,
            boolean ownRows,
            Column column) {
        static ColumnRow of(Readable row, ReadTypes types) {
            long type = Objects.requireNonNull(row.get(4, Long.class));
            String comment = row.get(8, String.class);
            String description = Tags.description(comment);
            return new ColumnRow(
                    new TableName(text(row, 0), text(row, 1)),
                    row.get(2, String.class),
                    Arrays.stream(text(row, 16).split(" "))
                            .filter(right -> !right.isEmpty())
                            .map(TableRight::valueOf)
                            .collect(Collectors.toSet()),
                    is(row, 17),
                    is(row, 18),
                    new Column(
                            text(row, 3),
                            types.declared(
                                    type,
                                    Objects.requireNonNull(row.get(5, Integer.class)),
                                    Objects.requireNonNull(row.get(6, Integer.class))),
                            !Boolean.TRUE.equals(row.get(7, Boolean.class)),
                            description == null ? types.commentOf(type) : description,
                            Tags.of(comment),
                            is(row, 9),
                            new Writing(
                                    is(row, 10),
                                    is(row, 11),
                                    is(row, 12),
                                    row.get(13, String.class),
                                    Objects.requireNonNull(row.get(14, Integer.class)),
                                    text(row, 15))));
        }

        private static boolean is(Readable row, int index) {
            return Boolean.TRUE.equals(row.get(index, Boolean.class));
        }
    }

    private record KeyRow(
            TableName table,
            String kind,
            String constraint,
            List<String> columns,
            @Nullable TableName target,
            List<String> targetColumns,
            TableRule rule) {
        static KeyRow of(Readable row) {
            String schema = row.get(5, String.class);
            return new KeyRow(
                    new TableName(text(row, 0), text(row, 1)),
                    text(row, 2),
                    text(row, 3),
                    list(row, 4),
                    schema == null ? null : new TableName(schema, text(row, 6)),
                    list(row, 7),
                    new TableRule(
                            text(row, 3),
                            TableRule.Kind.of(text(row, 2)),
                            list(row, 4),
                            text(row, 8),
                            row.get(9, String.class),
                            Boolean.TRUE.equals(row.get(10, Boolean.class)),
                            partitions(list(row, 11))));
        }

        /** @param names schema, table and constraint of each, one after the other */
        private static Set<TableRule.OfPartition> partitions(List<String> names) {
            Set<TableRule.OfPartition> partitions = new HashSet<>();
            for (int i = 0; i < names.size(); i += 3) {
                partitions.add(
                        new TableRule.OfPartition(new TableName(names.get(i), names.get(i + 1)), names.get(i + 2)));
            }
            return partitions;
        }

        private static List<String> list(Readable row, int index) {
            return Arrays.asList(Objects.requireNonNull(row.get(index, String[].class)));
        }
    }
}
