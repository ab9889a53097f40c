package io.weft.postgres.sql;

import io.weft.postgres.schema.SortOrder;
import io.weft.postgres.sql.KeyRelation.Both;
import io.weft.postgres.sql.KeyRelation.Rows;
import io.weft.postgres.sql.KeyRelation.Without;
import io.weft.postgres.sql.OrderKeys.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a selection in their order, in one part or two. Where the first key of the order is a column of a row that an entity may
 * not have, those that have it are one part, read from there: so an index can give the order, and reading stops where the page is full. The
 * others are the second part, or the first, as the order says where nulls are.
 */
final class CompilePages {

    private final SelectionScope scope;
    private final WriteKeys write;
    private final Keys keys;
    private final SelectionOrder order;
    private final @Nullable Cursor after;
    private final Within within;

    CompilePages(
            SelectionScope scope,
            WriteKeys write,
            Keys keys,
            SelectionOrder order,
            @Nullable Cursor after,
            Within within) {
        this.scope = scope;
        this.write = write;
        this.keys = keys;
        this.order = order;
        this.after = after;
        this.within = within;
    }

    /** Reads the first entities of a part, as many as are missing. */
    interface Part {
        Select<?> select(List<? extends SelectField<?>> what);
    }

    /** The entity's key in all of them. */
    Field<Object> key() {
        return Expressions.column(SelectionOrder.ENTITY, scope.keyColumn());
    }

    /** The parts in their order. */
    List<Part> parts() {
        SelectionOrder.Leading leading = order.leading();
        if (leading == null) {
            return List.of(what -> rest(DSL.noCondition(), order.keys(), what));
        }
        Key first = order.keys().keys().getFirst();
        boolean beyondNulls = after != null && after.values().getFirst() == null;
        List<Part> parts = new ArrayList<>();
        if (!beyondNulls || first.order().nullsFirst()) {
            parts.add(what -> present(leading, what));
        }
        if (first.value().nullable()
                && (after == null || beyondNulls || !first.order().nullsFirst())) {
            Part absent = what -> rest(leading.absent(), order.keys(), what);
            parts.add(first.order().nullsFirst() ? 0 : parts.size(), absent);
        }
        return parts;
    }

    /**
     * The rows of the one table that the page is read from, where there is one. Of pages by a column that is only said where each row that is
     * read for it is likely on the page.
     */
    Optional<Rows> readFrom() {
        SelectionOrder.Leading leading = order.leading();
        if (leading == null) {
            return entities();
        }
        boolean alone = keys.equals(Keys.ALL) || keys instanceof Keys.Found(Rows rows) && rows.sameRows(leading.rows());
        return alone && !leading.selected() && !within.isGiven() ? Optional.of(leading.rows()) : Optional.empty();
    }

    /** Those that have each entity's key once, where they are one table's, and nothing else has their alias. */
    private Optional<Rows> entities() {
        return write.rows(keys, within)
                .filter(rows -> order.joined().stream()
                        .allMatch(
                                other -> other.sameRows(rows) || !other.alias().equals(rows.alias())));
    }

    private Select<?> rest(Condition condition, OrderKeys sorted, List<? extends SelectField<?>> what) {
        Optional<Rows> entities = entities();
        if (entities.isPresent()) {
            Rows rows = entities.get();
            return select(from(rows), rows.condition().and(condition), sorted, what);
        }
        Table<?> keyed =
                write.select(keys, within).asTable(DSL.name(SelectionOrder.ENTITY), DSL.name(scope.keyColumn()));
        return select(join(keyed, order.joined()), condition, sorted, what);
    }

    /** Rows, their keys as those of entities, and what else the order reads. */
    private Table<?> from(Rows rows) {
        Table<?> entity = DSL.lateral(DSL.select(WriteKeys.key(rows)))
                .as(DSL.name(SelectionOrder.ENTITY), DSL.name(scope.keyColumn()));
        List<Rows> others =
                order.joined().stream().filter(other -> !other.sameRows(rows)).toList();
        return join(rows.table().crossJoin(entity), others);
    }

    private Select<?> present(SelectionOrder.Leading leading, List<? extends SelectField<?>> what) {
        Key first = order.keys().keys().getFirst();
        Rows having =
                first.value().nullable() ? leading.rows().with(leading.value().isNotNull()) : leading.rows();
        Field<Object> of = WriteKeys.key(having);
        Rows driver;
        Condition rest;
        Within held = leading.selected() ? Within.ANY : within;
        switch (leading.selected() ? Keys.ALL : keys) {
            case Keys.Found(KeyRelation relation) -> {
                KeyRelation both = KeyRelation.both(having, relation);
                List<KeyRelation> parts = both instanceof Both(List<KeyRelation> all) ? all : List.of(both);
                driver = (Rows) parts.getFirst();
                rest = DSL.and(parts.stream()
                        .skip(1)
                        .map(part -> write.holds(part, of))
                        .toList());
            }
            case Keys.AllBut(KeyRelation relation) -> {
                KeyRelation left = KeyRelation.without(having, relation);
                driver = (Rows) (left instanceof Without(KeyRelation from, KeyRelation _) ? from : left);
                rest = left instanceof Without ? write.holds(keys, of) : DSL.noCondition();
            }
        }
        Condition among = leading.compared() && keys.equals(Keys.ALL) ? held.lookedUp(of) : held.condition(of);
        return select(from(driver), driver.condition().and(rest).and(among), withFirstPresent(), what);
    }

    private OrderKeys withFirstPresent() {
        List<Key> all = new ArrayList<>(order.keys().keys());
        SortValue value = all.getFirst().value();
        SortOrder direction = all.getFirst().order();
        all.set(
                0,
                new Key(
                        new SortValue(value.name(), value.arguments(), value.type(), false, value.expression()),
                        direction));
        return new OrderKeys(order.keys().typeName(), all);
    }

    private Table<?> join(Table<?> entities, List<Rows> joined) {
        Table<?> table = entities;
        for (Rows rows : joined) {
            table = table.leftJoin(rows.table()).on(DSL.condition("{0} = {1}", WriteKeys.key(rows), key()));
        }
        return table;
    }

    private Select<?> select(
            Table<?> from, Condition condition, OrderKeys sorted, List<? extends SelectField<?>> what) {
        Condition beyond = after == null || isBeforePresent(sorted)
                ? DSL.noCondition()
                : sorted.after(SelectionOrder.ENTITY, after);
        SelectConditionStep<?> rows = DSL.select(what).from(from).where(condition.and(beyond));
        return order.anyhow()
                ? rows
                : rows.orderBy(sorted.sortFields(SelectionOrder.ENTITY)).limit(SelectorQuery.missing());
    }

    /** A cursor among the nulls, where these come first: all that is present comes after it. */
    private boolean isBeforePresent(OrderKeys sorted) {
        return after != null
                && after.values().getFirst() == null
                && !sorted.keys().getFirst().value().nullable();
    }
}
