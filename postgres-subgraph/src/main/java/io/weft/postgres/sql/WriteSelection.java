package io.weft.postgres.sql;

import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
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
    private final Map<String, String> settings;

    /**
     * @param all  the selection
     * @param keys those of it that pages are of
     */
    WriteSelection(
            SelectionScope scope,
            WriteKeys write,
            Keys all,
            Keys keys,
            SelectionOrder order,
            Map<String, String> settings) {
        this.all = all;
        this.scope = scope;
        this.write = write;
        this.keys = keys;
        this.order = order;
        this.settings = settings;
    }

    /** @param expected a statement of which as many rows are expected as of the selection */
    SelectorQuery write(
            Map<String, Object> arguments, Set<SelectorQuery.Wanted> wanted, Select<?> expected, String place) {
        @Nullable Object after = arguments.get("after");
        Cursor cursor = after == null ? null : cursor(after.toString(), place + ".after");
        boolean backward = Boolean.TRUE.equals(arguments.get("backward"));
        Within within = Within.of(arguments);
        int first = first(arguments, place);
        boolean entries = wanted.contains(SelectorQuery.Wanted.ENTRIES);
        SelectionOrder reading = backward ? order.reversed() : order;
        CompilePages pages = new CompilePages(
                scope, write, keys, entries || first < EVERY ? reading : reading.unsorted(), cursor, within);
        List<IntFunction<Sql>> parts = new ArrayList<>();
        for (CompilePages.Part part :
                wanted.stream().anyMatch(SelectorQuery.Wanted::isPage) ? pages.parts() : List.<CompilePages.Part>of()) {
            Field<String> count = parts.isEmpty() && wanted.contains(SelectorQuery.Wanted.COUNT)
                    ? count(write.select(all, within))
                    : DSL.inline((String) null, SQLDataType.CLOB);
            parts.add(limit -> Expressions.statement(Expressions.JOOQ.select(
                    entries ? rows(pages, part, order, limit) : keys(pages, part, limit), count)));
        }
        if (parts.isEmpty() && wanted.contains(SelectorQuery.Wanted.COUNT)) {
            parts.add(_ -> Expressions.statement(
                    Expressions.JOOQ.select(DSL.inline("", SQLDataType.CLOB), count(write.select(all, within)))));
        }
        return new SelectorQuery(
                first,
                wanted,
                parts,
                wanted.contains(SelectorQuery.Wanted.ESTIMATE)
                        ? Expressions.statement(expected).explained()
                        : null,
                settings,
                order);
    }

    /** In the order of the keys, a cursor is a key: so one can go on with another subgraph's. */
    private Cursor cursor(String text, String place) {
        if (!order.isByKey()) {
            return Cursor.decoded(text, order.keys(), place);
        }
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.input(place + ": without orderBy a cursor is a key, a whole number, not \"" + text + "\"");
        }
        return new Cursor(order.keys().fingerprint(), List.of(text));
    }

    private static int first(Map<String, Object> arguments, String place) {
        int first = (Integer) Objects.requireNonNull(arguments.get("first"), "the schema demands it");
        if (first < 0 || first == Integer.MAX_VALUE) {
            throw Refusal.input(place + ".first: is 0 or more, and less than " + Integer.MAX_VALUE);
        }
        return first;
    }

    private static Field<String> count(Select<?> keys) {
        return DSL.field("(select count(*)::text from ({0}) as counted)", SQLDataType.CLOB, keys);
    }

    private Field<String> keys(CompilePages pages, CompilePages.Part part, int limit) {
        Select<?> page = part.select(List.of(pages.key().as(WriteKeys.KEY)), limit);
        return KeyText.of(page, scope.aliases().next());
    }

    private static Field<String> rows(CompilePages pages, CompilePages.Part part, SelectionOrder order, int limit) {
        List<Field<String>> cells = new ArrayList<>();
        order.keys()
                .keys()
                .forEach(key -> cells.add(Expressions.text(
                        key.value().of(SelectionOrder.ENTITY), key.value().type())));
        return DSL.field("array({0})::text", SQLDataType.CLOB, part.select(List.of(Expressions.array(cells)), limit));
    }
}
