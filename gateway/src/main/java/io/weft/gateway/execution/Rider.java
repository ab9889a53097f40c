package io.weft.gateway.execution;

import io.weft.gateway.execution.data.JsonMembers;
import io.weft.gateway.execution.data.JsonMembers.Members;
import io.weft.gateway.execution.data.Leaf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes along in somebody else's operation. */
public sealed interface Rider {

    /** As they are written in an operation, by the names of its variables. */
    Map<String, String> types();

    /** The values for JSON; what has neither value nor default is absent. */
    Map<String, @Nullable Object> variables();

    /**
     * A root field.
     *
     * @param field       as written in an operation
     * @param responseKey where its answer stands
     * @param found       takes its answer, if it came without errors
     */
    record RootField(
            Map<String, String> types,
            Map<String, @Nullable Object> variables,
            String field,
            String responseKey,
            Consumer<Leaf> found)
            implements Rider {
        public RootField {
            types = inOrder(types);
            variables = inOrder(variables);
        }

        /** Takes its answer out of that of the whole operation; false where that has errors, of whatever, or no answer for it. */
        public boolean isAnsweredIn(byte[] body) {
            Optional<Leaf> answer = list(body, responseKey);
            answer.ifPresent(found);
            return answer.isPresent();
        }
    }

    /**
     * What is selected of each entity that the other question finds.
     *
     * @param selections as written in an operation, without braces
     * @param found      takes the entities' keys and, as many, the list of what was selected of them
     */
    record OfNodes(
            Map<String, String> types,
            Map<String, @Nullable Object> variables,
            String selections,
            BiConsumer<int[], Leaf> found)
            implements Rider {
        public OfNodes {
            types = inOrder(types);
            variables = inOrder(variables);
        }

        /**
         * What takes the entities' keys once somebody has read them; empty where the answer has errors, of whatever, or no nodes.
         *
         * @param path from the answer's data to the nodes
         */
        public Optional<Consumer<int[]>> answerIn(byte[] body, String... path) {
            return list(body, path).map(list -> keys -> found.accept(keys, list));
        }

        /** The same, with somebody else told first which entities these are. */
        public OfNodes telling(Consumer<int[]> other) {
            return new OfNodes(types, variables, selections, (keys, list) -> {
                other.accept(keys);
                found.accept(keys, list);
            });
        }
    }

    /** A list below an answer's data; empty where it is none, and where there are errors. */
    static Optional<Leaf> list(byte[] body, String... path) {
        if (!(JsonMembers.read(body) instanceof Members(Map<String, Leaf> members)) || members.containsKey("errors")) {
            return Optional.empty();
        }
        Leaf at = members.get("data");
        for (String step : path) {
            at = at != null
                            && JsonMembers.read(at.bytes(), at.offset(), at.length())
                                    instanceof Members(Map<String, Leaf> fields)
                    ? fields.get(step)
                    : null;
        }
        return Optional.ofNullable(at).filter(list -> list.first() == '[');
    }

    private static <T extends @Nullable Object> Map<String, T> inOrder(Map<String, T> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
