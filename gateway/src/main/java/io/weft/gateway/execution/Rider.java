package io.weft.gateway.execution;

import io.weft.gateway.execution.data.JsonMembers;
import io.weft.gateway.execution.data.JsonMembers.Members;
import io.weft.gateway.execution.data.Leaf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A root field that goes along in somebody else's operation.
 *
 * @param types       of its variables, as written in an operation, by their names
 * @param field       the field as written there
 * @param responseKey where its answer stands
 * @param variables   the values for JSON; what has neither value nor default is absent
 * @param found       takes its answer, if it came without errors
 */
public record Rider(
        Map<String, String> types,
        String field,
        String responseKey,
        Map<String, @Nullable Object> variables,
        Consumer<Leaf> found) {
    public Rider {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** Takes its answer out of that of the whole operation; false where that has errors, of whatever, or no answer for it. */
    public boolean isAnsweredIn(byte[] body) {
        Optional<Leaf> answer = list(body, responseKey);
        answer.ifPresent(found);
        return answer.isPresent();
    }

    /** A list under a key of an answer's data; empty where it is none, and where there are errors. */
    static Optional<Leaf> list(byte[] body, String responseKey) {
        return JsonMembers.read(body) instanceof Members(Map<String, Leaf> members)
                        && !members.containsKey("errors")
                        && members.get("data") instanceof Leaf data
                        && JsonMembers.read(data.bytes(), data.offset(), data.length())
                                instanceof Members(Map<String, Leaf> fields)
                ? Optional.ofNullable(fields.get(responseKey)).filter(list -> list.first() == '[')
                : Optional.empty();
    }
}
