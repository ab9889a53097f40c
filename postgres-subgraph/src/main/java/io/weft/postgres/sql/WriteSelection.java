package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Select;
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
     * @param nodes    the page's entities, where they are wanted
     * @param expected a statement of which as many rows are expected as of the selection
     */
    SelectorQuery write(
            Map<String, ? extends @Nullable Object> arguments,
            Set<Wanted> wanted,
            Optional<CompileNodes.Nodes> nodes,
            Select<?> expected,
            String place) {
        @Nullable Object after = arguments.get("after");
        Cursor cursor = after == null ? null : cursor(after, place + ".after");
        boolean backward = Boolean.TRUE.equals(arguments.get("backward"));
        Within within = Within.of(arguments);
        Amount first = first(arguments);
        SelectorQuery.checkedFirst(first.sample(), place);
        List<Field<String>> row = row(wanted, nodes);
        SelectionOrder reading = backward ? order.reversed() : order;
        boolean sorted =
                !row.isEmpty() || !isEvery((Integer) Objects.requireNonNull(Given.look(first.said(), Look.EVERY)));
        CompilePages pages =
                new CompilePages(scope, write, keys, sorted ? reading : reading.unsorted(), cursor, within);
        List<Sql> parts = new ArrayList<>();
        for (CompilePages.Part part :
                wanted.stream().anyMatch(Wanted::isPage) ? pages.parts() : List.<CompilePages.Part>of()) {
            Field<String> count = parts.isEmpty() && wanted.contains(Wanted.COUNT)
                    ? count(write.select(all, within))
                    : DSL.inline((String) null, SQLDataType.CLOB);
            parts.add(Expressions.statement(
                    Expressions.JOOQ.select(row.isEmpty() ? keys(pages, part) : rows(part, row), count)));
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
                nodes.map(CompileNodes.Nodes::readers).orElse(Map.of()),
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

    /** What is told of each entity of the page, the node last; nothing where its keys are all that is wanted. */
    private List<Field<String>> row(Set<Wanted> wanted, Optional<CompileNodes.Nodes> nodes) {
        List<OrderKeys.Key> told = order.keys().keys();
        if (!wanted.contains(Wanted.ENTRIES)) {
            told = nodes.isPresent() ? List.of(told.getLast()) : List.of();
        }
        List<Field<String>> cells = new ArrayList<>();
        told.forEach(key -> cells.add(Expressions.text(
                key.value().of(SelectionOrder.ENTITY), key.value().type())));
        nodes.ifPresent(found -> cells.add(found.cell()));
        return cells;
    }

    private static Field<String> rows(CompilePages.Part part, List<Field<String>> row) {
        return DSL.field("array({0})::text", SQLDataType.CLOB, part.select(List.of(Expressions.array(row))));
    }
}
