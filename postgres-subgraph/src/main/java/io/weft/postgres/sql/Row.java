package io.weft.postgres.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of the answer: its values by the client's response names, ready for GraphQL's scalars.
 *
 * @param typeName its GraphQL type
 * @param values   by response name; only what was asked
 */
public record Row(String typeName, Map<String, @Nullable Object> values) {

    /** The value under a response name, null where it is null or was not asked. */
    public @Nullable Object value(String responseName) {
        return values.get(responseName);
    }
}
