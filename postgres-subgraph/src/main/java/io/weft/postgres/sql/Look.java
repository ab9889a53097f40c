package io.weft.postgres.sql;

import java.util.List;

/** How much of a given value a statement depends on, besides binding it. */
public enum Look {

    /** Of a whole number, whether it is less than, equal to or more than zero. */
    SIGN {
        @Override
        public Object of(Object value) {
            return Integer.signum((Integer) value);
        }
    },

    /** Of how many are asked for, whether these may be all that there are. */
    EVERY {
        @Override
        public Object of(Object value) {
            return WriteSelection.isEvery((Integer) value);
        }
    },

    /** Of a cursor, its order but for what the order depends on besides, and where nulls are among its values. */
    CURSOR {
        @Override
        public Object of(Object value) {
            return Cursor.read((String) value)
                    .<Object>map(cursor -> List.of(
                            OrderKeys.withoutDigests(cursor.order()),
                            cursor.values().stream().map(each -> each == null).toList()))
                    .orElse(value);
        }
    },

    /** All of it. */
    VALUE {
        @Override
        public Object of(Object value) {
            return value;
        }
    };

    /** What is seen of a value: statements are alike only for values of which this is equal. */
    public abstract Object of(Object value);

    /** What tells both. */
    public Look and(Look other) {
        return this == other ? this : VALUE;
    }
}
