package io.weft.gateway.execution;

import io.weft.gateway.execution.data.JsonMembers;
import io.weft.gateway.execution.data.JsonMembers.Members;
import io.weft.gateway.execution.data.Leaf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What goes along in somebody else's operation. */
public sealed interface Rider {

    /** As they are written in an operation, by the names of its variables. */
    Map<String, String> types();

    /** The values for JSON; what has neither value nor default is absent. */
    Map<String, @Nullable Object> variables();

    /** Entities that came along, by their keys. Whoever carries them need not look at them. */
    record Entities(Map<Leaf, Leaf> byKey) {}

    /**
     * A root field.
     *
     * @param field       as written in an operation
     * @param responseKey where its answer stands
     * @param read        what its answer says
     * @param found       takes that, or what was said of the same before
     */
    record RootField(
            Map<String, String> types,
            Map<String, @Nullable Object> variables,
            String field,
            String responseKey,
            Function<Leaf, Entities> read,
            Consumer<Entities> found)
            implements Rider {
        public RootField {
            types = inOrder(types);
            variables = inOrder(variables);
        }

        /** Its answer, out of that of the whole operation; empty where that has errors, of whatever, or no answer for it. */
        public Optional<Entities> answerIn(byte[] body) {
            return list(body, responseKey).map(read);
        }
    }

    /**
     * What is selected of each entity that the other question finds.
     *
     * @param selections as written in an operation, without braces
     * @param read       what a list of what was selected says of the entities with these keys
     * @param found      takes that with the keys, or what was said of the same before
     */
    record OfNodes(
            Map<String, String> types,
            Map<String, @Nullable Object> variables,
            String selections,
            BiFunction<int[], Leaf, Entities> read,
            BiConsumer<int[], Entities> found)
            implements Rider {
        public OfNodes {
            types = inOrder(types);
            variables = inOrder(variables);
        }

        /**
         * What makes entities of their keys once somebody has read these; empty where the answer has errors, of whatever, or no nodes.
         *
         * @param path from the answer's data to the nodes
         */
        public Optional<Function<int[], Entities>> answerIn(byte[] body, String... path) {
            return list(body, path).map(list -> keys -> read.apply(keys, list));
        }

        /** The same, with somebody else told first which entities these are. */
        public OfNodes telling(Consumer<int[]> other) {
            return new OfNodes(types, variables, selections, read, (keys, entities) -> {
                other.accept(keys);
                found.accept(keys, entities);
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
