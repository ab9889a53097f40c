package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A place among a statement's values that each request fills with one of its own.
 *
 * @param leaf which of the values that its variables give
 * @param how  makes of it what is bound; throws a {@link io.weft.postgres.problem.Refusal} if it cannot
 */
public record Slot(int leaf, Function<Object, Object> how) {

    public Object of(List<Object> given) {
        return how.apply(given.get(leaf));
    }

    /** The statement with a request's values in the place of its slots. */
    public static Sql filled(Sql statement, List<Object> given) {
        return given.isEmpty()
                ? statement
                : filled(statement, bind -> bind instanceof Slot slot ? slot.of(given) : bind);
    }

    static Sql filled(Sql statement, UnaryOperator<@Nullable Object> filling) {
        List<@Nullable Object> binds = new ArrayList<>(statement.binds().size());
        for (Object bind : statement.binds()) {
            binds.add(filling.apply(bind));
        }
        return new Sql(statement.text(), binds);
    }
}
