package io.weft.postgres.sql;

import io.weft.postgres.sql.KeyRelation.Rows;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * In what order a selector's entities come.
 *
 * @param keys    what is asked for, then the entity's key, as a column of {@link #ENTITY}
 * @param joined  the tables that the keys read, at most one row of each for an entity
 * @param leading where the first key is a column of such a table; null otherwise: an index over it may give the order
 * @param score   whether the first key is how well an entity matches
 * @param anyhow  whether it does not matter after all, as everything is told, of which nobody wants to know it
 */
record SelectionOrder(
        OrderKeys keys, List<Rows> joined, @Nullable Leading leading, boolean score, boolean anyhow) {

    SelectionOrder(OrderKeys keys, List<Rows> joined, @Nullable Leading leading, boolean score) {
        this(keys, joined, leading, score, false);
    }

    /** The alias of what has the entities' keys, in a column named as theirs. */
    static final String ENTITY = "k";

    /**
     * The rows where the first key is, and its value.
     *
     * @param absent   whether an entity that is left joined to them has none, or not that value
     * @param selected whether they are of selected entities only
     * @param compared whether the row of each entity is read, as no index gives the order
     */
    record Leading(Rows rows, Field<Object> value, Condition absent, boolean selected, boolean compared) {
        Leading(Rows rows, Field<Object> value) {
            this(rows, value, value.isNull(), false, false);
        }
    }

    SelectionOrder {
        joined = List.copyOf(joined);
    }

    /** Whether entities come in the order of their keys. */
    boolean isByKey() {
        return keys.keys().size() == 1;
    }

    /** In no order, if it is that of the keys. */
    SelectionOrder unsorted() {
        return isByKey() ? new SelectionOrder(keys, joined, leading, score, true) : this;
    }

    SelectionOrder reversed() {
        return new SelectionOrder(keys.reversed(), joined, leading, score, anyhow);
    }
}
