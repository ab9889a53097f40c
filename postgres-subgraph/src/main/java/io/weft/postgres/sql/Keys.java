package io.weft.postgres.sql;

import java.util.List;

/**
 * What a filter leaves of all entities: some keys, or all but some. So {@code not} costs nothing until it must be said in SQL, and what
 * only concerns rows of a child table needs no look at the entities' own table.
 */
sealed interface Keys {

    Keys ALL = new Found(new KeyRelation.Everything());

    record Found(KeyRelation relation) implements Keys {}

    record AllBut(KeyRelation relation) implements Keys {}

    default Keys not() {
        return switch (this) {
            case Found(KeyRelation relation) -> new AllBut(relation);
            case AllBut(KeyRelation relation) -> new Found(relation);
        };
    }

    default Keys and(Keys other) {
        return switch (this) {
            case Found(KeyRelation mine) ->
                switch (other) {
                    case Found(KeyRelation yours) -> new Found(KeyRelation.both(mine, yours));
                    case AllBut(KeyRelation yours) -> new Found(KeyRelation.without(mine, yours));
                };
            case AllBut(KeyRelation mine) ->
                switch (other) {
                    case Found(KeyRelation yours) -> new Found(KeyRelation.without(yours, mine));
                    case AllBut(KeyRelation yours) -> new AllBut(KeyRelation.either(mine, yours));
                };
        };
    }

    default Keys or(Keys other) {
        return not().and(other.not()).not();
    }

    static Keys and(List<Keys> parts) {
        return parts.stream().reduce(ALL, Keys::and);
    }

    /** Of no parts none. */
    static Keys or(List<Keys> parts) {
        return parts.stream().reduce(ALL.not(), Keys::or);
    }
}
