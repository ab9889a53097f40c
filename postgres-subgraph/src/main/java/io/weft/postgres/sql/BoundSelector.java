package io.weft.postgres.sql;

import java.util.List;

/**
 * What answers a selector's root field, with the values of one request.
 *
 * @param given what fills the slots of the query's statements; checked
 */
public record BoundSelector(SelectorQuery query, List<Object> given) {

    /** Without the entities that lack the first key of the order. */
    public BoundSelector onlyRanked() {
        return new BoundSelector(query.onlyRanked(), given);
    }
}
