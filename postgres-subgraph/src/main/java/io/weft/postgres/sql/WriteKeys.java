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

    /** Each key once, if it meets a condition besides. */
    Select<?> select(Keys keys, Function<Field<Object>, Condition> besides) {
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

    private Select<?> select(KeyRelation relation, Function<Field<Object>, Condition> besides) {
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
                        key -> DSL.and(rest.stream()
                                        .map(part -> holds(part, key))
                                        .toList())
                                .and(besides.apply(key)));
            }
            case Either(List<KeyRelation> parts) ->
                parts.stream()
                        .<Select<?>>map(part -> select(part, besides))
                        .reduce(WriteKeys::union)
                        .orElseThrow();
            case Without(KeyRelation from, KeyRelation what) ->
                select(from, key -> lacks(what, key).and(besides.apply(key)));
        };
    }

    @SuppressWarnings("unchecked") // all have the one column
    private static Select<?> union(Select<?> a, Select<?> b) {
        return ((Select<org.jooq.Record>) a).union((Select<org.jooq.Record>) b);
    }

    /** Where a key may be in many rows, the entities are read: to find those rows' different keys takes longer. */
    private Select<?> scan(Rows rows, Condition condition, Function<Field<Object>, Condition> besides) {
        return rows.unique()
                ? scan(rows.with(condition), besides)
                : scan(entities, key -> holds(rows.with(condition), key).and(besides.apply(key)));
    }

    private static SelectConditionStep<?> scan(Rows rows, Function<Field<Object>, Condition> besides) {
        return DSL.select(key(rows).as(KEY))
                .from(rows.table())
                .where(rows.condition())
                .and(besides.apply(key(rows)));
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
            case Rows rows -> DSL.condition("{0} in ({1})", key, scan(rows, _ -> DSL.noCondition()));
            case Counted _, Either _ -> DSL.condition("{0} in ({1})", key, select(relation, _ -> DSL.noCondition()));
        };
    }

    /** The relation is a subquery below the one that names its rows: their alias may be that of the rows the key comes from. */
    private Condition lacks(KeyRelation relation, Field<Object> key) {
        return switch (relation) {
            case Everything() -> DSL.falseCondition();
            case Either(List<KeyRelation> parts) ->
                DSL.and(parts.stream().map(part -> lacks(part, key)).toList());
            case Rows rows -> absent(scan(rows, _ -> DSL.noCondition()), key);
            case Both _, Counted _, Without _ -> absent(select(relation, _ -> DSL.noCondition()), key);
        };
    }

    private Condition absent(Select<?> keys, Field<Object> key) {
        String alias = aliases.next();
        return DSL.notExists(DSL.selectOne()
                .from(keys.asTable(DSL.name(alias)))
                .where(DSL.condition("{0} = {1}", Expressions.column(alias, KEY), key)));
    }
}
