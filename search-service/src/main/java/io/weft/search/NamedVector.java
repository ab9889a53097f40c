package io.weft.search;

import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vector that records may have. */
record NamedVector(
        String name,
        int dimension,
        Distance distance,
        @Nullable String description) {

    /** Its table, quoted. The name keeps the registry's rule. */
    String table() {
        return "search." + Sql.quote("vector_" + name);
    }

    /** pgvector's text of the numbers. @throws Refusal if they are not as many as declared */
    String text(List<? extends Number> numbers, String place) {
        if (numbers.size() != dimension) {
            throw Refusal.input(
                    place + " has " + numbers.size() + " numbers, the vector \"" + name + "\" has " + dimension);
        }
        StringBuilder text = new StringBuilder("[");
        for (Number number : numbers) {
            float value = number.floatValue();
            if (!Float.isFinite(value)) {
                throw Refusal.input(place + " holds " + number + ", which is no finite number of 32 bits");
            }
            text.append(text.length() == 1 ? "" : ",").append(value);
        }
        return text.append(']').toString();
    }
}
