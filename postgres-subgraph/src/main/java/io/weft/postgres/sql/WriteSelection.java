package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** @param expected a statement of which as many rows are expected as of the selection */
    SelectorQuery write(
            Map<String, ? extends @Nullable Object> arguments,
            Set<SelectorQuery.Wanted> wanted,
            Select<?> expected,
            String place) {
        @Nullable Object after = arguments.get("after");
        Cursor cursor = after == null ? null : cursor(after, place + ".after");
        boolean backward = Boolean.TRUE.equals(arguments.get("backward"));
        Within within = Within.of(arguments);
        Object said = Objects.requireNonNull(arguments.get("first"), "the schema demands it");
        Amount first = new Amount(said);
        SelectorQuery.checkedFirst(first.sample(), place);
        boolean entries = wanted.contains(SelectorQuery.Wanted.ENTRIES);
        SelectionOrder reading = backward ? order.reversed() : order;
        boolean sorted = entries || !isEvery((Integer) Objects.requireNonNull(Given.look(said, Look.EVERY)));
        CompilePages pages =
                new CompilePages(scope, write, keys, sorted ? reading : reading.unsorted(), cursor, within);
        List<Sql> parts = new ArrayList<>();
        for (CompilePages.Part part :
                wanted.stream().anyMatch(SelectorQuery.Wanted::isPage) ? pages.parts() : List.<CompilePages.Part>of()) {
            Field<String> count = parts.isEmpty() && wanted.contains(SelectorQuery.Wanted.COUNT)
                    ? count(write.select(all, within))
                    : DSL.inline((String) null, SQLDataType.CLOB);
            parts.add(Expressions.statement(
                    Expressions.JOOQ.select(entries ? rows(part, order) : keys(pages, part), count)));
        }
        if (parts.isEmpty() && wanted.contains(SelectorQuery.Wanted.COUNT)) {
            parts.add(Expressions.statement(
                    Expressions.JOOQ.select(DSL.inline("", SQLDataType.CLOB), count(write.select(all, within)))));
        }
        return new SelectorQuery(
                first,
                within,
                wanted,
                parts,
                wanted.contains(SelectorQuery.Wanted.ESTIMATE)
                        ? Expressions.statement(expected).explained()
                        : null,
                needs,
                order,
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

    private static Field<String> rows(CompilePages.Part part, SelectionOrder order) {
        List<Field<String>> cells = new ArrayList<>();
        order.keys()
                .keys()
                .forEach(key -> cells.add(Expressions.text(
                        key.value().of(SelectionOrder.ENTITY), key.value().type())));
        return DSL.field("array({0})::text", SQLDataType.CLOB, part.select(List.of(Expressions.array(cells))));
    }
}
