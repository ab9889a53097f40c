package io.weft.postgres.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One problem, written for the caller.
 *
 * @param code    its kind
 * @param message what, where, why, and the way out
 * @param details named particulars, such as the column or the line, in a fixed order
 */
public record Problem(ProblemCode code, String message, Map<String, Object> details) {

    public Problem {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, Map.of());
    }

    /** The same problem with one more particular. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Problem(code, message, more);
    }

    /** The problem as something to throw. */
    public Refusal refusal() {
        return new Refusal(this);
    }
}
