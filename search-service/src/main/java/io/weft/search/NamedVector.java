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

    /** pgvector adds squares up in 32 bits: of longer vectors the sum is infinite, and so is what is far from them. */
    private static final double LONGEST = 1e18;

    /** Of shorter ones the sum is nothing, and a cosine not defined. */
    private static final double SHORTEST = 1e-18;

    /** pgvector's text of a vector that others are to be near to. @throws Refusal where there is nothing near to it, too */
    String target(List<? extends Number> numbers, String place) {
        String text = text(numbers, place);
        double length = Math.sqrt(numbers.stream()
                .mapToDouble(number -> Math.pow(number.floatValue(), 2))
                .sum());
        if (distance == Distance.COSINE && length < SHORTEST) {
            throw Refusal.input(place + " is a vector of the length " + length
                    + ", which has no direction: nothing is like it by cosine, which is the distance of \"" + name
                    + "\"; give one of at least " + SHORTEST);
        }
        return text;
    }

    /** pgvector's text of the numbers. @throws Refusal if they are not as many as declared, or too long to be compared */
    String text(List<? extends Number> numbers, String place) {
        if (numbers.size() != dimension) {
            throw Refusal.input(
                    place + " has " + numbers.size() + " numbers, the vector \"" + name + "\" has " + dimension);
        }
        double squares = 0;
        StringBuilder text = new StringBuilder("[");
        for (Number number : numbers) {
            float value = number.floatValue();
            if (!Float.isFinite(value)) {
                throw Refusal.input(place + " holds " + number + ", which is no finite number of 32 bits");
            }
            squares += (double) value * value;
            text.append(text.length() == 1 ? "" : ",").append(value);
        }
        double length = Math.sqrt(squares);
        if (length > LONGEST) {
            throw Refusal.input(
                    place + " is a vector of the length " + length + "; distances are known up to " + LONGEST);
        }
        return text.append(']').toString();
    }
}
