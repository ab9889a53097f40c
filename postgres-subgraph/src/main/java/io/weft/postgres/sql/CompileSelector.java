package io.weft.postgres.sql;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The arguments of a selector's root field and what is selected of it in, its statements out. */
public final class CompileSelector {

    /** Above so many keys, a set is joined instead of looked up: for each row of a scan it would be. */
    private static final int LOOKED_UP = 1000;

    private final Publication publication;
    private final QueryLimits limits;

    public CompileSelector(Publication publication, QueryLimits limits) {
        this.publication = publication;
        this.limits = limits;
    }

    /** @param wanted what is selected */
    public SelectorQuery compile(
            Selector selector, Map<String, Object> arguments, Set<SelectorQuery.Wanted> wanted, String place) {
        Aliases aliases = new Aliases();
        Needs needs = new Needs();
        SelectionScope scope = new SelectionScope(publication, selector, aliases);
        WriteKeys write = new WriteKeys(scope.entities(), aliases);
        Keys keys = new CompileKeys(scope, new CompileFilter(publication, limits, aliases))
                .compile(selector.fields(), arguments.get("filter"), place + ".filter");
        SelectionOrder order = new ReadSelectionOrder(scope, new ReadOrder(publication, aliases, needs))
                .read(selector, arguments.get("orderBy"), place);
        @Nullable Object after = arguments.get("after");
        Cursor cursor = after == null ? null : Cursor.decoded(after.toString(), order.keys(), place + ".after");
        boolean backward = Boolean.TRUE.equals(arguments.get("backward"));
        Function<Field<Object>, Condition> within = within((KeySet) arguments.get("within"));
        CompilePages pages = new CompilePages(scope, write, keys, backward ? order.reversed() : order, cursor, within);
        List<IntFunction<Sql>> parts = new ArrayList<>();
        for (CompilePages.Part part :
                wanted.stream().anyMatch(SelectorQuery.Wanted::isPage) ? pages.parts() : List.<CompilePages.Part>of()) {
            Field<String> count = parts.isEmpty() && wanted.contains(SelectorQuery.Wanted.COUNT)
                    ? count(write.select(keys, within))
                    : DSL.inline((String) null, SQLDataType.CLOB);
            boolean entries = wanted.contains(SelectorQuery.Wanted.ENTRIES);
            parts.add(limit -> Expressions.statement(Expressions.JOOQ.select(
                    entries ? rows(pages, part, order, limit) : keys(pages, part, limit), count)));
        }
        if (parts.isEmpty() && wanted.contains(SelectorQuery.Wanted.COUNT)) {
            parts.add(_ -> Expressions.statement(
                    Expressions.JOOQ.select(DSL.inline("", SQLDataType.CLOB), count(write.select(keys, within)))));
        }
        return new SelectorQuery(
                first(arguments, place),
                wanted,
                parts,
                wanted.contains(SelectorQuery.Wanted.ESTIMATE)
                        ? Expressions.statement(write.select(keys, within)).explained()
                        : null,
                needs.settings(),
                order);
    }

    private static int first(Map<String, Object> arguments, String place) {
        int first = (Integer) Objects.requireNonNull(arguments.get("first"), "the schema demands it");
        if (first < 0 || first == Integer.MAX_VALUE) {
            throw Refusal.input(place + ".first: is 0 or more, and less than " + Integer.MAX_VALUE);
        }
        return first;
    }

    private static Function<Field<Object>, Condition> within(@Nullable KeySet set) {
        if (set == null) {
            return _ -> DSL.noCondition();
        }
        Field<String> array = DSL.val(text(set));
        return key -> set.size() <= LOOKED_UP
                ? DSL.condition("{0} = any({1}::int8[])", key, array)
                : DSL.condition("{0} in (select unnest({1}::int8[]))", key, array);
    }

    private static String text(KeySet set) {
        StringBuilder text = new StringBuilder(set.size() * 8 + 2).append('{');
        set.stream().forEach(key -> text.append(key).append(','));
        text.setLength(Math.max(1, text.length() - 1));
        return text.append('}').toString();
    }

    private static Field<String> count(Select<?> keys) {
        return DSL.field("(select count(*)::text from ({0}) as counted)", SQLDataType.CLOB, keys);
    }

    private static Field<String> keys(CompilePages pages, CompilePages.Part part, int limit) {
        Select<?> page = part.select(List.of(pages.key().as(WriteKeys.KEY)), limit);
        return DSL.field(
                "(select string_agg({0}::text, ',') from ({1}) as page)",
                SQLDataType.CLOB, DSL.field(DSL.name("page", WriteKeys.KEY)), page);
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
