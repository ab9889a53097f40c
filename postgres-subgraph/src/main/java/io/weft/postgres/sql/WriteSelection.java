package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Keys and their order in, the statements out that tell what is wanted of them. */
final class WriteSelection {

    /** Nothing is left out of so many: as a set, it needs no order. */
    private static final int EVERY = 1 << 30;

    private final SelectionScope scope;
    private final WriteKeys write;
    private final Keys all;
    private final Keys keys;
    private final SelectionOrder order;
    private final Needs needs;

    /**
     * @param all  the selection
     * @param keys those of it that pages are of
     */
    WriteSelection(SelectionScope scope, WriteKeys write, Keys all, Keys keys, SelectionOrder order, Needs needs) {
        this.all = all;
        this.scope = scope;
        this.write = write;
        this.keys = keys;
        this.order = order;
        this.needs = needs;
    }

    static boolean isEvery(int first) {
        return first >= EVERY;
    }

    /** How many entities a page has at most. */
    static Amount first(Map<String, ? extends @Nullable Object> arguments) {
        return new Amount(Objects.requireNonNull(arguments.get("first"), "the schema demands it"));
    }

    /**
     * @param nodes    the page's entities, where they are wanted, by what is at hand of them
     * @param expected a statement of which as many rows are expected as of the selection
     */
    SelectorQuery write(
            Map<String, ? extends @Nullable Object> arguments,
            Set<Wanted> wanted,
            Function<AtHand, Optional<CompileNodes.Nodes>> nodes,
            Select<?> expected,
            String place) {
        @Nullable Object after = arguments.get("after");
        Cursor cursor = after == null ? null : cursor(after, place + ".after");
        boolean backward = Boolean.TRUE.equals(arguments.get("backward"));
        Within within = Within.of(arguments);
        Amount first = first(arguments);
        SelectorQuery.checkedFirst(first.sample(), place);
        boolean each = wanted.contains(Wanted.ENTRIES) || wanted.contains(Wanted.NODES);
        SelectionOrder reading = backward ? order.reversed() : order;
        boolean sorted = each || !isEvery((Integer) Objects.requireNonNull(Given.look(first.said(), Look.EVERY)));
        CompilePages pages =
                new CompilePages(scope, write, keys, sorted ? reading : reading.unsorted(), cursor, within);
        AtHand atHand = AtHand.of(scope, pages);
        Optional<CompileNodes.Nodes> told = nodes.apply(atHand);
        List<Sql> parts = new ArrayList<>();
        for (CompilePages.Part part :
                wanted.stream().anyMatch(Wanted::isPage) ? pages.parts() : List.<CompilePages.Part>of()) {
            Field<String> count = parts.isEmpty() && wanted.contains(Wanted.COUNT)
                    ? count(write.select(all, within))
                    : DSL.inline((String) null, SQLDataType.CLOB);
            parts.add(Expressions.statement(Expressions.JOOQ.select(
                    each ? rows(pages, part, wanted, told, atHand) : keys(pages, part), count)));
        }
        if (parts.isEmpty() && wanted.contains(Wanted.COUNT)) {
            parts.add(Expressions.statement(
                    Expressions.JOOQ.select(DSL.inline("", SQLDataType.CLOB), count(write.select(all, within)))));
        }
        return new SelectorQuery(
                first,
                within,
                wanted,
                parts,
                wanted.contains(Wanted.ESTIMATE)
                        ? Expressions.statement(expected).explained()
                        : null,
                needs,
                order,
                told.map(CompileNodes.Nodes::readers).orElse(Map.of()),
                place);
    }

    /** In the order of the keys, a cursor is a key: so one can go on with another subgraph's. */
    private Cursor cursor(Object after, String place) {
        return order.isByKey()
                ? Cursor.ofKey(after, order.keys(), place)
                : Cursor.decoded(after, order.keys(), needs, place);
    }

    private static Field<String> count(Select<?> keys) {
        return DSL.field("(select count(*)::text from ({0}) as counted)", SQLDataType.CLOB, keys);
    }

    private Field<String> keys(CompilePages pages, CompilePages.Part part) {
        Select<?> page = part.select(List.of(pages.key().as(WriteKeys.KEY)));
        return KeyText.of(page, scope.aliases().next());
    }

    /**
     * What is told of each entity of the page, the node last: written as text when the page is known, not for every row that is sorted on the way there.
     */
    private Field<String> rows(
            CompilePages pages,
            CompilePages.Part part,
            Set<Wanted> wanted,
            Optional<CompileNodes.Nodes> nodes,
            AtHand atHand) {
        List<OrderKeys.Key> keys = order.keys().keys();
        List<SelectField<?>> page = new ArrayList<>();
        List<Field<String>> told = new ArrayList<>();
        for (OrderKeys.Key key :
                wanted.contains(Wanted.ENTRIES) ? keys.subList(0, keys.size() - 1) : List.<OrderKeys.Key>of()) {
            String name = "by " + page.size();
            page.add(key.value().of(SelectionOrder.ENTITY).as(name));
            told.add(Expressions.text(
                    Expressions.column(SelectionOrder.ENTITY, name), key.value().type()));
        }
        page.add(pages.key());
        page.addAll(atHand.columns());
        told.add(Expressions.text(pages.key(), keys.getLast().value().type()));
        nodes.ifPresent(found -> told.add(found.cell()));
        Select<?> rows = DSL.select(Expressions.array(told))
                .from(atHand.beside(part.select(page).asTable(DSL.name(SelectionOrder.ENTITY))));
        return DSL.field("array({0})::text", SQLDataType.CLOB, rows);
    }
}
