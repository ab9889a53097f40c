package io.weft.postgres.sql;

import io.weft.postgres.sql.KeyRelation.Both;
import io.weft.postgres.sql.KeyRelation.Counted;
import io.weft.postgres.sql.KeyRelation.Either;
import io.weft.postgres.sql.KeyRelation.Everything;
import io.weft.postgres.sql.KeyRelation.Rows;
import io.weft.postgres.sql.KeyRelation.Without;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

        static final Besides NOTHING = within(Within.ANY);

        static Besides within(Within within) {
            return new Besides(within, _ -> DSL.noCondition());
        }

        Besides and(Function<Field<Object>, Condition> more) {
            return new Besides(within, key -> more.apply(key).and(condition.apply(key)));
        }
    }

    /** Each key once. */
    Select<?> select(Keys keys, Within within) {
        return select(relation(keys), Besides.within(within));
    }

    /** The rows of one table that have each key once, if there are such. */
    Optional<Rows> rows(Keys keys, Within within) {
        return rows(relation(keys), Besides.within(within));
    }

    private KeyRelation relation(Keys keys) {
        return switch (keys) {
            case Keys.Found(KeyRelation relation) -> relation;
            case Keys.AllBut(KeyRelation relation) -> KeyRelation.without(entities, relation);
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
        Optional<Rows> one = rows(relation, besides);
        if (one.isPresent()) {
            return scan(one.get());
        }
        return switch (relation) {
            case Everything() -> scan(held(entities, besides));
            case Rows rows ->
                besides.within().select(besides.and(key -> holds(rows, key)).condition());
            case Counted(Rows rows, Condition having) ->
                scan(held(rows, besides)).groupBy(key(rows)).having(having);
            case Both(List<KeyRelation> parts) -> select(driver(parts), besides.and(others(parts)));
            case Either(List<KeyRelation> parts) ->
                parts.stream()
                        .<Select<?>>map(part -> select(part, besides))
                        .reduce(WriteKeys::union)
                        .orElseThrow();
            case Without(KeyRelation from, KeyRelation what) -> select(from, besides.and(key -> lacks(what, key)));
        };
    }

    /**
     * Where a key may be in many rows, the given keys are looked up in them, or the entities are read: to find those rows' different keys
     * takes longer.
     */
    private Optional<Rows> rows(KeyRelation relation, Besides besides) {
        return switch (relation) {
            case Everything() -> Optional.of(held(entities, besides));
            case Rows rows when rows.unique() -> Optional.of(held(rows, besides));
            case Rows _ when besides.within().isGiven() -> Optional.empty();
            case Rows rows -> Optional.of(held(entities, besides.and(key -> holds(rows, key))));
            case Both(List<KeyRelation> parts) -> rows(driver(parts), besides.and(others(parts)));
            case Without(KeyRelation from, KeyRelation what) -> rows(from, besides.and(key -> lacks(what, key)));
            case Counted _, Either _ -> Optional.empty();
        };
    }

    /** Whether a key is in all parts but the one that drives. */
    private Function<Field<Object>, Condition> others(List<KeyRelation> parts) {
        List<KeyRelation> others = new ArrayList<>(parts);
        others.remove(driver(parts));
        return key -> DSL.and(others.stream().map(part -> holds(part, key)).toList());
    }

    @SuppressWarnings("unchecked") // all have the one column
    private static Select<?> union(Select<?> a, Select<?> b) {
        return ((Select<org.jooq.Record>) a).union((Select<org.jooq.Record>) b);
    }

    private static Rows held(Rows rows, Besides besides) {
        Field<Object> key = key(rows);
        return rows.with(rows.condition()
                .and(besides.condition().apply(key))
                .and(besides.within().condition(key)));
    }

    private static SelectConditionStep<?> scan(Rows rows) {
        return DSL.select(key(rows).as(KEY)).from(rows.table()).where(rows.condition());
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
            case Rows rows -> DSL.condition("{0} in ({1})", key, scan(rows));
            case Counted _, Either _ -> DSL.condition("{0} in ({1})", key, select(relation, Besides.NOTHING));
        };
    }

    /** The relation is a subquery below the one that names its rows: their alias may be that of the rows the key comes from. */
    private Condition lacks(KeyRelation relation, Field<Object> key) {
        return switch (relation) {
            case Everything() -> DSL.falseCondition();
            case Either(List<KeyRelation> parts) ->
                DSL.and(parts.stream().map(part -> lacks(part, key)).toList());
            case Rows rows -> absent(scan(rows), key);
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
