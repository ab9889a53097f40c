package io.weft.postgres.catalog;

import io.r2dbc.spi.Readable;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * pg_catalog in, {@link Catalog} out: four statements, however many tables there are. Views and foreign tables are tables too; they have
 * the keys their comments name ({@code @key id}, {@code @foreignKey (author) references shop.people (id)}).
 */
public final class ReadCatalog {

    private static final String COLUMNS = """
            SELECT n.nspname, c.relname, obj_description(c.oid, 'pg_class'), a.attname,
                   a.atttypid::bigint, a.atttypmod, a.attndims::integer, a.attnotnull OR t.typnotnull, col_description(c.oid, a.attnum),
                   has_column_privilege(c.oid, a.attnum, 'SELECT')
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
            ORDER BY n.nspname, c.relname, a.attnum""";

    private static final String KEYS = """
            SELECT n.nspname, c.relname, k.contype::text, k.conname,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(num, pos)
                         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY u.pos),
                   tn.nspname, tc.relname,
                   ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(num, pos)
                         JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY u.pos)
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class tc ON tc.oid = k.confrelid
            LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
            WHERE n.nspname = ANY ($1) AND k.contype IN ('p', 'u', 'f')
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
        List<Table> tables = new ArrayList<>();
        byTable.forEach((name, rows) -> tables.add(table(
                name, rows, keys.stream().filter(key -> key.table.equals(name)).toList())));
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
                tags);
    }

    private static String text(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, String.class));
    }

    private record ColumnRow(TableName table, @Nullable String tableComment, Column column) {
        static ColumnRow of(Readable row, ReadTypes types) {
            long type = Objects.requireNonNull(row.get(4, Long.class));
            String comment = row.get(8, String.class);
            String description = Tags.description(comment);
            return new ColumnRow(
                    new TableName(text(row, 0), text(row, 1)),
                    row.get(2, String.class),
                    new Column(
                            text(row, 3),
                            types.declared(
                                    type,
                                    Objects.requireNonNull(row.get(5, Integer.class)),
                                    Objects.requireNonNull(row.get(6, Integer.class))),
                            !Boolean.TRUE.equals(row.get(7, Boolean.class)),
                            description == null ? types.commentOf(type) : description,
                            Tags.of(comment),
                            Boolean.TRUE.equals(row.get(9, Boolean.class))));
        }
    }

    private record KeyRow(
            TableName table,
            String kind,
            String constraint,
            List<String> columns,
            @Nullable TableName target,
            List<String> targetColumns) {
        static KeyRow of(Readable row) {
            String schema = row.get(5, String.class);
            return new KeyRow(
                    new TableName(text(row, 0), text(row, 1)),
                    text(row, 2),
                    text(row, 3),
                    list(row, 4),
                    schema == null ? null : new TableName(schema, text(row, 6)),
                    list(row, 7));
        }

        private static List<String> list(Readable row, int index) {
            return Arrays.asList(Objects.requireNonNull(row.get(index, String[].class)));
        }
    }
}
