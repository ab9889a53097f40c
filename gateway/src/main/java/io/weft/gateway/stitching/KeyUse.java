package io.weft.gateway.stitching;

import io.weft.gateway.supergraph.KeyTemplate;
import java.util.Collection;

/** Whether something that is sent is made of a key, and of how many. */
public enum KeyUse {
    /** No key in it. */
    NONE,
    /** Of the one key of a call. */
    OF_ONE,
    /** Of all keys of a call. */
    OF_EACH,
    /** Of both, which says nothing. */
    MIXED;

    public static KeyUse of(KeyTemplate template) {
        return switch (template) {
            case KeyTemplate.Constant constant -> NONE;
            case KeyTemplate.FromKey fromKey -> OF_ONE;
            case KeyTemplate.ForEachKey(KeyTemplate element) -> of(element) == OF_EACH ? MIXED : OF_EACH;
            case KeyTemplate.ObjectOf(var fields) -> of(fields.values());
            case KeyTemplate.ListOf(var elements) -> of(elements);
        };
    }

    public static KeyUse of(Collection<KeyTemplate> templates) {
        return templates.stream().map(KeyUse::of).reduce(NONE, KeyUse::and);
    }

    private KeyUse and(KeyUse other) {
        if (this == NONE || this == other) {
            return other;
        }
        return other == NONE ? this : MIXED;
    }
}
