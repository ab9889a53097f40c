package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.sql.KeyRelation.Rows;
import io.weft.postgres.sql.Reader.Named;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The facets of a selection become cells of one row: each reads the rows of its own table that carry a key of the selection, which is
 * found once for all of them.
 */
final class CompileFacets {

    private static final ColumnType COUNT = ColumnType.of(ScalarKind.INTEGER);
    private static final ColumnType NUMBER = ColumnType.of(ScalarKind.DOUBLE);
    private static final int MOST = 1000;
    private static final String KEYS = "selected";
    private static final Name ELEMENT = DSL.name("element", "element");

    private final SelectionScope scope;
    private final Needs needs;
    private final List<Field<String>> cells = new ArrayList<>();

    /** @param needs gets the check of how many are asked for, where each request says that */
    CompileFacets(SelectionScope scope, Needs needs) {
        this.needs = needs;
        this.scope = scope;
    }

    /** @param selection the keys; null for all that the caller may see, which need not be looked up */
    Query<Row> compile(
            String typeName,
            List<PublishedField> fields,
            List<SelectedField> selected,
            Optional<Select<?>> selection,
            String place) {
        ObjectReader reader =
                object(typeName + "Facets", fields, scope.entities(), selected, selection.isPresent(), place);
        Field<?>[] all = cells.isEmpty() ? new Field<?>[] {DSL.inline("")} : cells.toArray(Field<?>[]::new);
        var select = selection
                .<Select<?>>map(
                        keys -> DSL.with(DSL.name(KEYS).asMaterialized(keys)).select(all))
                .orElseGet(() -> DSL.select(all));
        return new Query<>(
                Expressions.statement(select),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(reader),
                rows -> reader.read(rows.getFirst()));
    }

    private ObjectReader object(
            String typeName,
            List<PublishedField> known,
            Rows rows,
            List<SelectedField> selected,
            boolean some,
            String place) {
        List<Named> readers = new ArrayList<>();
        for (SelectedField field : selected) {
            String here = place + "." + field.getResultKey();
            List<SelectedField> below = field.getSelectionSet().getImmediateFields();
            known.stream()
                    .filter(candidate -> candidate.name().equals(field.getName()))
                    .findFirst()
                    .ifPresent(found -> readers.add(new Named(
                            field.getResultKey(),
                            switch (found) {
                                case ColumnField column -> ofColumn(column, rows, field, below, some, here);
                                case GroupField group ->
                                    object(group.typeName() + "Facets", group.fields(), rows, below, some, here);
                                case ToOneField one ->
                                    ofRows(
                                            one.typeName(),
                                            scope.byKey(one.typeName(), one.joins())
                                                    .orElseThrow(),
                                            below,
                                            some,
                                            here);
                                case ToManyField many ->
                                    ofRows(
                                            many.typeName(),
                                            scope.byKey(many.typeName(), many.joins())
                                                    .orElseThrow(),
                                            below,
                                            some,
                                            here);
                                case MeasureField _ -> throw new IllegalArgumentException(here + " has no facet");
                            })));
        }
        return new ObjectReader(typeName, readers);
    }

    private Reader ofRows(String typeName, Rows rows, List<SelectedField> below, boolean some, String place) {
        return object(typeName + "Facets", scope.publication().type(typeName).fields(), rows, below, some, place);
    }

    private Reader ofColumn(
            ColumnField column, Rows rows, SelectedField field, List<SelectedField> below, boolean some, String place) {
        Field<Object> value = Expressions.column(rows.alias(), column.column().name());
        Condition selected = some
                ? DSL.condition(
                        "{0} in (select {1} from {2})", WriteKeys.key(rows), DSL.name(WriteKeys.KEY), DSL.name(KEYS))
                : DSL.noCondition();
        return field.getArguments().containsKey("top")
                ? values(column, rows, value(column, value, field, place), selected, limit(field, "top", place), below)
                : numbers(rows, value, selected, below, place);
    }

    private static Field<Object> value(ColumnField column, Field<Object> value, SelectedField field, String place) {
        Object truncation = field.getArguments().get("truncate");
        return truncation == null ? value : CompileGroups.truncated(value, column, truncation, place);
    }

    private Reader values(
            ColumnField column,
            Rows rows,
            Field<Object> value,
            Condition selected,
            Amount top,
            List<SelectedField> below) {
        Field<?> count = count(rows);
        ColumnType type = column.column().type().plain();
        boolean isList = type instanceof ColumnType.Array;
        Field<Object> each = isList ? DSL.field(ELEMENT) : value;
        ColumnType eachType = isList ? type.innermost() : column.column().type();
        Field<String> text = Expressions.text(each, eachType);
        Select<?> frequent = DSL.select(
                        Expressions.array(List.of(text, DSL.field("{0}::text", SQLDataType.CLOB, count))))
                .from(isList ? withElements(rows, value) : rows.table())
                .where(selected)
                .groupBy(each)
                .orderBy(count.desc(), each.asc())
                .limit(top.bound(0));
        List<Named> readers = new ArrayList<>();
        below.forEach(field -> readers.add(new Named(
                field.getResultKey(),
                field.getName().equals("count")
                        ? new Reader.Cell(1, COUNT, "Int")
                        : new Reader.Cell(0, eachType, column.type()))));
        return new Reader.Rows(cell("array({0})::text", frequent), new ObjectReader(column.type() + "Facet", readers));
    }

    /** Each row once for each of its elements, and once with null where it has none. */
    private static Table<?> withElements(Rows rows, Field<Object> list) {
        return rows.table()
                .leftJoin(DSL.lateral(
                        DSL.selectDistinct(DSL.field("unnest({0})", list).as("element"))
                                .asTable("element")))
                .on(DSL.trueCondition());
    }

    /** Of rows that have each key once, rows are entities. */
    private static Field<?> count(Rows rows) {
        return rows.unique() ? DSL.field("count(*)") : DSL.field("count(distinct {0})", WriteKeys.key(rows));
    }

    private Reader numbers(
            Rows rows, Field<Object> value, Condition selected, List<SelectedField> below, String place) {
        List<Named> readers = new ArrayList<>();
        Field<Object> number = DSL.field("nullif({0}::float8, 'NaN')", value);
        for (SelectedField field : below) {
            String key = field.getResultKey();
            switch (field.getName()) {
                case "min", "max" ->
                    readers.add(new Named(
                            key,
                            new Reader.Cell(
                                    cell(
                                            "({0})::text",
                                            DSL.select(DSL.field(field.getName() + "({0})", number))
                                                    .from(rows.table())
                                                    .where(selected)),
                                    NUMBER,
                                    "Float")));
                case "histogram" ->
                    readers.add(new Named(key, histogram(rows, number, selected, field, place + "." + key)));
                default -> {}
            }
        }
        return new ObjectReader("NumberFacet", readers);
    }

    private Reader histogram(Rows rows, Field<Object> number, Condition selected, SelectedField field, String place) {
        Amount buckets = limit(field, "buckets", place);
        Condition finite = DSL.condition("abs({0}) < 'infinity'::float8", number);
        // Who counts asks the bounds themselves, as they are told: what is computed otherwise falls on the other side
        // of some.
        Field<Object> histogram = DSL.field(
                "(with v as materialized ({0}),"
                        + " r as (select min(x) as low, max(x) as high from v),"
                        + " w as (select low, high, unit, " + scaled("low") + " as l, " + scaled("high") + " as h"
                        + " from r, lateral (select case when greatest(high, -low) > 1e300 then 2::float8 ^ -40 else 1 end as unit) u),"
                        + " t as (select low, high, array(select least((l + (h - l) * g / {1}) / unit, high)"
                        + " from generate_series(1, {1} - 1) as g order by g) as bounds from w),"
                        + " b as (select case when high > low then width_bucket(x, bounds) else 0 end as n, key from v, t),"
                        + " c as (select n, {2} as many from b group by 1)"
                        + " select array(select array[(case g when 0 then low else bounds[g] end)::text,"
                        + " (case g when {1} - 1 then high else bounds[g + 1] end)::text,"
                        + " coalesce(many, 0)::text] from t cross join generate_series(0, {1} - 1) as g left join c on c.n = g"
                        + " where low is not null and (high > low or g = 0) order by g)::text)",
                DSL.select(number.as("x"), WriteKeys.key(rows).as(WriteKeys.KEY))
                        .from(rows.table())
                        .where(selected.and(finite)),
                buckets.bound(0),
                rows.unique() ? DSL.field("count(*)") : DSL.field("count(distinct key)"));
        List<Named> readers = new ArrayList<>();
        field.getSelectionSet()
                .getImmediateFields()
                .forEach(each -> readers.add(new Named(
                        each.getResultKey(),
                        switch (each.getName()) {
                            case "from" -> new Reader.Cell(0, NUMBER, "Float");
                            case "to" -> new Reader.Cell(1, NUMBER, "Float");
                            default -> new Reader.Cell(2, COUNT, "Int");
                        })));
        cells.add(histogram.coerce(SQLDataType.CLOB));
        return new Reader.Rows(cells.size() - 1, new ObjectReader("FacetBucket", readers));
    }

    /** Differences of numbers near the greatest there are would be none: they are taken in a larger unit, where small ones are 0. */
    private static String scaled(String number) {
        return "case when unit = 1 then " + number + " when abs(" + number + ") < 1 then 0 else " + number
                + " * unit end";
    }

    private int cell(String template, Select<?> select) {
        cells.add(DSL.field(template, SQLDataType.CLOB, select));
        return cells.size() - 1;
    }

    private Amount limit(SelectedField field, String name, String place) {
        Amount limit = new Amount(Objects.requireNonNull(field.getArguments().get(name), "the schema demands it"));
        String here = place + "." + name;
        check(limit.sample(), here);
        if (limit.isGiven()) {
            needs.check(given -> check(limit.of(given), here));
        }
        return limit;
    }

    private static void check(int limit, String place) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.input(place + " is 1 to " + MOST + ", not " + limit);
        }
    }
}
