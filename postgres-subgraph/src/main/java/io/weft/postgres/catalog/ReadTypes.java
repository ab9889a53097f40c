package io.weft.postgres.catalog;

import io.r2dbc.spi.Readable;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The types of all columns of some schemas, and whatever those types are made of, in one statement. It looks up the few types that are
 * used ({@code OFFSET 0}): there is one more for each table, and another for its rows' array, which a join would go through.
 */
final class ReadTypes {

    /** Of what writes its elements as {@link io.weft.postgres.sql.ArrayText} reads them: neither a domain over one, nor int2vector, nor box[]. */
    private static final String IS_ARRAY =
            "t.typtype = 'b' AND t.typoutput = 'array_out'::regproc AND t.typdelim = ','";

    private static final String TYPES = """
            WITH RECURSIVE used(oid) AS (
              SELECT a.atttypid
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
              UNION
              SELECT part.oid
              FROM used u
              CROSS JOIN LATERAL (SELECT * FROM pg_type WHERE oid = u.oid OFFSET 0) t
              LEFT JOIN pg_range r ON r.rngtypid = t.oid OR r.rngmultitypid = t.oid
              CROSS JOIN LATERAL (
                SELECT unnest(ARRAY[CASE WHEN %1$s THEN t.typelem END, nullif(t.typbasetype, 0), r.rngtypid, r.rngsubtype])
                UNION ALL
                SELECT a.atttypid FROM pg_attribute a
                WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
              ) part(oid)
              WHERE part.oid IS NOT NULL
            )
            SELECT t.oid::bigint, n.nspname, t.typname, t.typtype::text, obj_description(t.oid, 'pg_type'), format_type(t.oid, NULL),
                   CASE WHEN %1$s THEN t.typelem::bigint END, nullif(t.typbasetype, 0)::bigint, t.typtypmod, t.typndims,
                   r.rngtypid::bigint, r.rngsubtype::bigint,
                   ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
            FROM used u
            CROSS JOIN LATERAL (SELECT * FROM pg_type WHERE oid = u.oid OFFSET 0) t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_range r ON r.rngtypid = t.oid OR r.rngmultitypid = t.oid""".formatted(IS_ARRAY);

    private static final String ATTRIBUTES = """
            SELECT t.oid::bigint, a.attname, a.atttypid::bigint, a.atttypmod, a.attndims, col_description(a.attrelid, a.attnum)
            FROM pg_type t
            JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE t.oid = ANY ($1::oid[]) AND t.typtype = 'c'
            ORDER BY t.oid, a.attnum""";

    private final Map<Long, TypeRow> types = new HashMap<>();
    private final Map<Long, List<AttributeRow>> attributes = new HashMap<>();

    private ReadTypes() {}

    static Mono<ReadTypes> of(Transaction transaction, Collection<String> schemas) {
        ReadTypes read = new ReadTypes();
        return transaction
                .query(Sql.of(TYPES, (Object) schemas.toArray(String[]::new)), TypeRow::of)
                .doOnNext(row -> read.types.put(row.oid, row))
                .then(Mono.defer(() -> transaction
                        .query(Sql.of(ATTRIBUTES, (Object) read.composites()), AttributeRow::of)
                        .doOnNext(row -> read.attributes
                                .computeIfAbsent(row.owner, _ -> new ArrayList<>())
                                .add(row))
                        .then()))
                .thenReturn(read);
    }

    private Long[] composites() {
        return types.values().stream()
                .filter(row -> row.kind.equals("c"))
                .map(TypeRow::oid)
                .toArray(Long[]::new);
    }

    /** The type a column is declared with. */
    ColumnType declared(long oid, int modifier, int dimensions) {
        ColumnType type = type(row(oid), modifier, new ArrayList<>());
        for (int depth = 1; depth < dimensions && type instanceof ColumnType.Array; depth++) {
            type = new ColumnType.Array(type);
        }
        return type;
    }

    /** What COMMENT ON TYPE or DOMAIN says of a domain to people. */
    @Nullable String commentOf(long oid) {
        TypeRow row = row(oid);
        return row.kind.equals("d") ? Tags.description(row.comment) : null;
    }

    /** @param within the composite types around it: a type that holds itself is text in itself */
    private ColumnType type(TypeRow row, int modifier, List<Long> within) {
        if (row.element != null) {
            ColumnType element = type(row(row.element), modifier, within);
            return element.plain() instanceof ColumnType.Array
                    ? new ColumnType.Other(row.formatted)
                    : new ColumnType.Array(element);
        }
        return switch (row.kind) {
            case "e" ->
                row.labels.isEmpty()
                        ? new ColumnType.Other(row.formatted)
                        : new ColumnType.Enumeration(row.name, row.labels, Tags.description(row.comment));
            case "d" -> domain(row, within);
            case "r" -> range(row, within);
            case "m" -> new ColumnType.Multirange(row.name, range(row(Objects.requireNonNull(row.range)), within));
            case "c" ->
                within.contains(row.oid) || !attributes.containsKey(row.oid)
                        ? new ColumnType.Other(row.formatted)
                        : composite(row, within);
            default -> base(row, modifier);
        };
    }

    private ColumnType domain(TypeRow row, List<Long> within) {
        ColumnType base = type(row(Objects.requireNonNull(row.base)), row.modifier, within);
        for (int depth = 1; depth < row.dimensions; depth++) {
            base = new ColumnType.Array(base);
        }
        return new ColumnType.Domain(row.name, base);
    }

    private ColumnType.Range range(TypeRow row, List<Long> within) {
        return new ColumnType.Range(row.name, type(row(Objects.requireNonNull(row.subtype)), -1, within));
    }

    private ColumnType composite(TypeRow row, List<Long> within) {
        List<Long> inside = new ArrayList<>(within);
        inside.add(row.oid);
        List<ColumnType.Attribute> parts = new ArrayList<>();
        for (AttributeRow attribute : attributes.getOrDefault(row.oid, List.of())) {
            ColumnType type = type(row(attribute.type), attribute.modifier, inside);
            for (int depth = 1; depth < attribute.dimensions && type instanceof ColumnType.Array; depth++) {
                type = new ColumnType.Array(type);
            }
            parts.add(new ColumnType.Attribute(attribute.name, type, Tags.description(attribute.comment)));
        }
        return new ColumnType.Composite(row.name, parts, Tags.description(row.comment));
    }

    private static ColumnType base(TypeRow row, int modifier) {
        String name = row.name.name();
        for (VectorKind kind : VectorKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new ColumnType.Vector(kind, Math.max(0, modifier));
            }
        }
        boolean known = row.name.schema().equals("pg_catalog") || name.equals("citext");
        return ScalarKind.named(name)
                .filter(_ -> known)
                .map(ColumnType::of)
                .orElse(new ColumnType.Other(row.formatted));
    }

    private TypeRow row(long oid) {
        return Objects.requireNonNull(types.get(oid), () -> "type " + oid + " was not read");
    }

    private static String text(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, String.class));
    }

    private static int number(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, Integer.class));
    }

    private record TypeRow(
            long oid,
            TypeName name,
            String kind,
            @Nullable String comment,
            String formatted,
            @Nullable Long element,
            @Nullable Long base,
            int modifier,
            int dimensions,
            @Nullable Long range,
            @Nullable Long subtype,
            List<String> labels) {
        static TypeRow of(Readable row) {
            return new TypeRow(
                    Objects.requireNonNull(row.get(0, Long.class)),
                    new TypeName(text(row, 1), text(row, 2)),
                    text(row, 3),
                    row.get(4, String.class),
                    text(row, 5),
                    row.get(6, Long.class),
                    row.get(7, Long.class),
                    number(row, 8),
                    number(row, 9),
                    row.get(10, Long.class),
                    row.get(11, Long.class),
                    Arrays.asList(Objects.requireNonNull(row.get(12, String[].class))));
        }
    }

    private record AttributeRow(
            long owner,
            String name,
            long type,
            int modifier,
            int dimensions,
            @Nullable String comment) {
        static AttributeRow of(Readable row) {
            return new AttributeRow(
                    Objects.requireNonNull(row.get(0, Long.class)),
                    text(row, 1),
                    Objects.requireNonNull(row.get(2, Long.class)),
                    number(row, 3),
                    number(row, 4),
                    row.get(5, String.class));
        }
    }
}
