package io.weft.postgres.sql;

import io.weft.postgres.schema.SortOrder;

/**
 * A value by which a service orders entities, by SQL of its own. Those without it come last.
 *
 * @param name      tells it from every other, with its arguments
 * @param arguments what it depends on; its text tells it from every other
 * @param rows      a statement of two columns, the entity's key and a value of type float8, never null; no key twice. Where an entity's place depends on what
 *              else is selected, it holds {@link SqlTemplate#SELECTED} and tells no other key
 * @param compared  whether no index tells it, but only the row of each entity that is in question
 */
public record Ranking(String name, Object arguments, SqlTemplate rows, SortOrder order, boolean compared) {

    public Ranking(String name, Object arguments, SqlTemplate rows, SortOrder order) {
        this(name, arguments, rows, order, false);
    }
}
