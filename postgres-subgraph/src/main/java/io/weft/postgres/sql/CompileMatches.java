package io.weft.postgres.sql;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.schema.SortOrder;
import io.weft.postgres.sql.KeyRelation.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** As {@link CompileSelector}, for a service that finds and orders entities by SQL of its own. */
final class CompileMatches {

    private static final ColumnType VALUE = ColumnType.of(ScalarKind.DOUBLE);

    private final TableName entities;
    private final String keyColumn;

    /** @param entities the table that has a row for each entity, which the caller sees if they may see the entity */
    CompileMatches(TableName entities, String keyColumn) {
        this.entities = entities;
        this.keyColumn = keyColumn;
    }

    /**
     * @param without   keys that are left out besides: none, or {@link Given} ones
     * @param arguments first, within, backward and after
     */
    SelectorQuery compile(
            Match match,
            List<Ranking> rankings,
            Object without,
            Map<String, @Nullable Object> arguments,
            Set<Wanted> wanted,
            String place) {
        SelectionScope scope = new SelectionScope(entities, keyColumn, new Aliases());
        WriteKeys write = new WriteKeys(scope.entities(), scope.aliases());
        Within within = Within.of(arguments);
        Keys keys = keys(scope, match, Match.Found::keys);
        Keys left = without.equals(KeySet.EMPTY)
                ? keys
                : keys.and(new Keys.AllBut(
                        scope.given(DSL.field("select unnest({0}::int8[]) as key", Within.array(without)), "key")));
        Select<?> expected = write.select(keys(scope, match, Match.Found::expected), within);
        return new WriteSelection(
                        scope, write, keys, left, order(scope, rankings, write.select(keys, within)), new Needs())
                .write(arguments, wanted, _ -> Optional.empty(), expected, place);
    }

    private static Keys keys(SelectionScope scope, Match match, Function<Match.Found, SqlTemplate> what) {
        return switch (match) {
            case Match.Every() -> Keys.ALL;
            case Match.Found found -> new Keys.Found(scope.given(what.apply(found), "key"));
            case Match.All(List<Match> parts) ->
                Keys.and(parts.stream().map(part -> keys(scope, part, what)).toList());
            case Match.Any(List<Match> parts) ->
                Keys.or(parts.stream().map(part -> keys(scope, part, what)).toList());
            case Match.Not(Match inner) -> keys(scope, inner, what).not();
        };
    }

    private SelectionOrder order(SelectionScope scope, List<Ranking> rankings, Select<?> selected) {
        List<OrderKeys.Key> keys = new ArrayList<>();
        List<Rows> joined = new ArrayList<>();
        for (Ranking ranking : rankings) {
            Rows rows = scope.given(ranking.rows(), "key, value", selected);
            joined.add(rows);
            keys.add(new OrderKeys.Key(
                    new SortValue(
                            ranking.name(),
                            ranking.arguments(),
                            VALUE,
                            true,
                            _ -> Expressions.column(rows.alias(), "value")),
                    ranking.order()));
        }
        Column number = new Column(keyColumn, ColumnType.of(ScalarKind.BIGINT), false, null);
        keys.add(new OrderKeys.Key(SortValue.of(number), SortOrder.ASC));
        return new SelectionOrder(
                new OrderKeys(entities.toString(), keys),
                joined,
                rankings.isEmpty()
                        ? null
                        : new SelectionOrder.Leading(
                                joined.getFirst(),
                                keys.getFirst().value().of(""),
                                // PostgreSQL knows how many there are without a row, not without a value.
                                WriteKeys.key(joined.getFirst()).isNull(),
                                rankings.getFirst().rows().isOfSelection(),
                                rankings.getFirst().compared()),
                !rankings.isEmpty());
    }
}
