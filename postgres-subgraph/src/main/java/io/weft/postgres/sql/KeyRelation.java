package io.weft.postgres.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Table;

/**
 * Keys of entities, as SQL can look them up. The operations below join what concerns one table into one scan of it.
 */
sealed interface KeyRelation {

    /** The keys of all entities that the caller may see. */
    record Everything() implements KeyRelation {}

    /**
     * The keys in the rows that meet a condition.
     *
     * @param name   tells the table from every other
     * @param table  with its alias
     * @param alias  the same for all scans of the table in a statement: so their conditions can be joined
     * @param unique whether no two rows have the same key
     */
    record Rows(String name, Table<?> table, String alias, String keyColumn, boolean unique, Condition condition)
            implements KeyRelation {

        Rows with(Condition other) {
            return new Rows(name, table, alias, keyColumn, unique, other);
        }

        boolean sameRows(Rows other) {
            return name.equals(other.name) && keyColumn.equals(other.keyColumn);
        }
    }

    /** The keys that are in so many rows that the number of them meets a condition; never of those in none. */
    record Counted(Rows rows, Condition having) implements KeyRelation {}

    record Both(List<KeyRelation> parts) implements KeyRelation {
        public Both {
            parts = List.copyOf(parts);
        }
    }

    record Either(List<KeyRelation> parts) implements KeyRelation {
        public Either {
            parts = List.copyOf(parts);
        }
    }

    record Without(KeyRelation from, KeyRelation what) implements KeyRelation {}

    static KeyRelation both(KeyRelation a, KeyRelation b) {
        if (a instanceof Everything) {
            return b;
        }
        if (b instanceof Everything) {
            return a;
        }
        List<KeyRelation> parts = new ArrayList<>(a instanceof Both both ? both.parts() : List.of(a));
        for (KeyRelation part : b instanceof Both both ? both.parts() : List.of(b)) {
            Optional<KeyRelation> same = parts.stream()
                    .filter(other -> other instanceof Rows rows
                            && part instanceof Rows more
                            && rows.unique()
                            && rows.sameRows(more))
                    .findFirst();
            if (same.isPresent() && same.get() instanceof Rows rows && part instanceof Rows more) {
                parts.set(parts.indexOf(rows), rows.with(rows.condition().and(more.condition())));
            } else {
                parts.add(part);
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Both(parts);
    }

    static KeyRelation either(KeyRelation a, KeyRelation b) {
        if (a instanceof Everything || b instanceof Everything) {
            return new Everything();
        }
        List<KeyRelation> parts = new ArrayList<>(a instanceof Either either ? either.parts() : List.of(a));
        for (KeyRelation part : b instanceof Either either ? either.parts() : List.of(b)) {
            Optional<KeyRelation> same = parts.stream()
                    .filter(other -> other instanceof Rows rows && part instanceof Rows more && rows.sameRows(more))
                    .findFirst();
            if (same.isPresent() && same.get() instanceof Rows rows && part instanceof Rows more) {
                parts.set(parts.indexOf(rows), rows.with(rows.condition().or(more.condition())));
            } else {
                parts.add(part);
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Either(parts);
    }

    static KeyRelation without(KeyRelation from, KeyRelation what) {
        return from instanceof Rows rows && what instanceof Rows less && rows.unique() && rows.sameRows(less)
                ? rows.with(rows.condition().and(CompilePredicate.isNotTrue(less.condition())))
                : new Without(from, what);
    }
}
