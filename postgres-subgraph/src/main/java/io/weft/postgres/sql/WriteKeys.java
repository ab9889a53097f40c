package io.weft.postgres.sql;

import io.weft.postgres.sql.KeyRelation.Both;
import io.weft.postgres.sql.KeyRelation.Counted;
import io.weft.postgres.sql.KeyRelation.Either;
import io.weft.postgres.sql.KeyRelation.Everything;
import io.weft.postgres.sql.KeyRelation.Rows;
import io.weft.postgres.sql.KeyRelation.Without;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** {@link Keys} in, a statement of one column out, or a condition for a key at hand. */
final class WriteKeys {

    static final String KEY = "key";

    private final Rows entities;
    private final Aliases aliases;

    /** @param entities all rows of the entities' own table */
    WriteKeys(Rows entities, Aliases aliases) {
        this.entities = entities;
        this.aliases = aliases;
    }

    /** What must hold besides for a key at hand, and the set it must be in. */
    private record Besides(Within within, Function<Field<Object>, Condition> condition) {

        static final Besides NOTHING = new Besides(Within.ANY, _ -> DSL.noCondition());

        Besides and(Function<Field<Object>, Condition> more) {
            return new Besides(within, key -> more.apply(key).and(condition.apply(key)));
        }
    }

    /** Each key once. */
    Select<?> select(Keys keys, Within within) {
        Besides besides = new Besides(within, _ -> DSL.noCondition());
        return switch (keys) {
            case Keys.Found(KeyRelation relation) -> select(relation, besides);
            case Keys.AllBut(KeyRelation relation) -> select(KeyRelation.without(entities, relation), besides);
        };
    }

    /** Whether a key is one of them. */
    Condition holds(Keys keys, Field<Object> key) {
        return switch (keys) {
            case Keys.Found(KeyRelation relation) -> holds(relation, key);
            case Keys.AllBut(KeyRelation relation) -> lacks(relation, key);
        };
    }

    private Select<?> select(KeyRelation relation, Besides besides) {
        return switch (relation) {
            case Everything() -> scan(entities, entities.condition(), besides);
            case Rows rows -> scan(rows, rows.condition(), besides);
            case Counted(Rows rows, Condition having) ->
                scan(rows.with(rows.condition()), besides).groupBy(key(rows)).having(having);
            case Both(List<KeyRelation> parts) -> {
                KeyRelation driver = driver(parts);
                List<KeyRelation> rest = new ArrayList<>(parts);
                rest.remove(driver);
                yield select(
                        driver,
                        besides.and(key -> DSL.and(
                                rest.stream().map(part -> holds(part, key)).toList())));
            }
            case Either(List<KeyRelation> parts) ->
                parts.stream()
                        .<Select<?>>map(part -> select(part, besides))
                        .reduce(WriteKeys::union)
                        .orElseThrow();
            case Without(KeyRelation from, KeyRelation what) -> select(from, besides.and(key -> lacks(what, key)));
        };
    }

    @SuppressWarnings("unchecked") // all have the one column
    private static Select<?> union(Select<?> a, Select<?> b) {
        return ((Select<org.jooq.Record>) a).union((Select<org.jooq.Record>) b);
    }

    /**
     * Where a key may be in many rows, the given keys are looked up in them, or the entities are read: to find those rows' different keys
     * takes longer.
     */
    private Select<?> scan(Rows rows, Condition condition, Besides besides) {
        Rows meeting = rows.with(condition);
        if (rows.unique()) {
            return scan(meeting, besides);
        }
        Besides with = besides.and(key -> holds(meeting, key));
        return besides.within().isGiven() ? besides.within().select(with.condition()) : scan(entities, with);
    }

    private static SelectConditionStep<?> scan(Rows rows, Besides besides) {
        Field<Object> key = key(rows);
        return DSL.select(key.as(KEY))
                .from(rows.table())
                .where(rows.condition())
                .and(besides.condition().apply(key))
                .and(besides.within().condition(key));
    }

    static Field<Object> key(Rows rows) {
        return Expressions.column(rows.alias(), rows.keyColumn());
    }

    /** Rows that have each key once can be read as they are. */
    private static KeyRelation driver(List<KeyRelation> parts) {
        return parts.stream()
                .filter(part -> part instanceof Rows rows && rows.unique())
                .findFirst()
                .orElse(parts.getFirst());
    }

    Condition holds(KeyRelation relation, Field<Object> key) {
        return switch (relation) {
            case Everything() -> DSL.noCondition();
            case Both(List<KeyRelation> parts) ->
                DSL.and(parts.stream().map(part -> holds(part, key)).toList());
            case Without(KeyRelation from, KeyRelation what) -> holds(from, key).and(lacks(what, key));
            case Rows rows -> DSL.condition("{0} in ({1})", key, scan(rows, Besides.NOTHING));
            case Counted _, Either _ -> DSL.condition("{0} in ({1})", key, select(relation, Besides.NOTHING));
        };
    }

    /** The relation is a subquery below the one that names its rows: their alias may be that of the rows the key comes from. */
    private Condition lacks(KeyRelation relation, Field<Object> key) {
        return switch (relation) {
            case Everything() -> DSL.falseCondition();
            case Either(List<KeyRelation> parts) ->
                DSL.and(parts.stream().map(part -> lacks(part, key)).toList());
            case Rows rows -> absent(scan(rows, Besides.NOTHING), key);
            case Both _, Counted _, Without _ -> absent(select(relation, Besides.NOTHING), key);
        };
    }

    private Condition absent(Select<?> keys, Field<Object> key) {
        String alias = aliases.next();
        return DSL.notExists(DSL.selectOne()
                .from(keys.asTable(DSL.name(alias)))
                .where(DSL.condition("{0} = {1}", Expressions.column(alias, KEY), key)));
    }
}
