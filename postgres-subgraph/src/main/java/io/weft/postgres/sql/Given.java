package io.weft.postgres.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that the variables of a request give, while a statement is compiled that is to serve others like it. Who binds it leaves a
 * {@link Slot} for theirs. Who looks at it, be it by mistake, makes the statement one for requests that give the same value: nothing here
 * says the value without remembering that.
 */
public final class Given {

    private final int leaf;
    private final Object value;
    private final Map<Integer, Look> seen;

    /**
     * @param leaf its number among all values that are given
     * @param seen gets the numbers of those that were looked at, and how
     */
    public Given(int leaf, Object value, Map<Integer, Look> seen) {
        this.leaf = leaf;
        this.value = value;
        this.seen = seen;
    }

    Slot slot(Function<Object, Object> how) {
        return new Slot(leaf, how);
    }

    /** What would be bound, for those who write the statement: its text does not depend on it. */
    <T> T sample(Function<Object, T> how) {
        return how.apply(value);
    }

    /** Arguments with what a request gives in the place of what is given. */
    public static Map<String, @Nullable Object> arguments(Map<String, Object> arguments, List<Object> given) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        arguments.forEach((name, value) -> filled.put(name, value == null ? null : filled(value, given)));
        return filled;
    }

    /** What a request gives in its place, or, of anything else, itself; within maps and lists, too. */
    static Object filled(Object value, List<Object> given) {
        return switch (value) {
            case Given later -> given.get(later.leaf);
            case Map<?, ?> fields -> {
                Map<Object, @Nullable Object> filled = new LinkedHashMap<>();
                fields.forEach((name, field) -> filled.put(name, field == null ? null : filled(field, given)));
                yield filled;
            }
            case List<?> all -> {
                List<@Nullable Object> filled = new ArrayList<>(all.size());
                all.forEach(each -> filled.add(each == null ? null : filled(each, given)));
                yield filled;
            }
            default -> value;
        };
    }

    /** The value itself, looked at, of what may be given; anything else is its own. */
    public static @Nullable Object look(@Nullable Object value) {
        return value instanceof Given given ? given.look() : value;
    }

    /** The same within maps and lists too: a literal of JSON may have variables in it. */
    static Object lookedWithin(Object value) {
        return switch (value) {
            case Given given -> given.look();
            case Map<?, ?> fields -> {
                Map<Object, @Nullable Object> looked = new LinkedHashMap<>();
                fields.forEach((name, field) -> looked.put(name, field == null ? null : lookedWithin(field)));
                yield looked;
            }
            case List<?> all -> {
                List<@Nullable Object> looked = new ArrayList<>(all.size());
                all.forEach(each -> looked.add(each == null ? null : lookedWithin(each)));
                yield looked;
            }
            default -> value;
        };
    }

    private Object look() {
        return look(Look.VALUE);
    }

    private Object look(Look look) {
        seen.merge(leaf, look, Look::and);
        return value;
    }

    /** The same for those to whom no more of it matters than such a look tells. */
    static @Nullable Object look(@Nullable Object value, Look look) {
        return value instanceof Given given ? given.look(look) : value;
    }

    @Override
    public String toString() {
        return look().toString();
    }
}
