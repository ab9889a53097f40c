package io.weft.gateway.execution;

import io.weft.gateway.execution.data.DistinctValues;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what of an object's key goes into a root field's arguments: one part after another. */
final class ArgumentsWriter implements KeyWriter {

    private final Names appliesTo;
    private final Names expected;
    private final List<Part> parts;
    private final KeyReader repeated;

    /** @param target as people know it, {@code user(username:)} */
    record Part(String target, KeyPart value) {}

    /**
     * @param expected the object types that may be found; empty where there is no telling
     * @param repeated what a found object repeats of the key, where it is told by that whose it is
     */
    ArgumentsWriter(Names appliesTo, Names expected, List<Part> parts, KeyReader repeated) {
        this.appliesTo = appliesTo;
        this.expected = expected;
        this.parts = List.copyOf(parts);
        this.repeated = repeated;
    }

    /** Whether what was found may be the object: a root field that returns an interface may find something else. */
    static boolean isLike(List<ArgumentsWriter> writers, ObjectNode object, ObjectNode found) {
        Leaf name = found.typename();
        if (name == null) {
            return true;
        }
        for (ArgumentsWriter writer : writers) {
            if (writer.appliesTo(object)) {
                Leaf own = object.typename();
                boolean isOther = own != null && writer.expected.contains(own) && !own.equals(name);
                return writer.expected.isEmpty() || writer.expected.contains(name) && !isOther;
            }
        }
        return true;
    }

    /** What tells the object apart; null where that cannot be told. */
    static @Nullable List<String> identity(List<ArgumentsWriter> writers, ObjectNode object) {
        for (ArgumentsWriter writer : writers) {
            if (writer.appliesTo(object)) {
                return writer.repeated.read(object);
            }
        }
        return null;
    }

    @Override
    public boolean appliesTo(ObjectNode object) {
        return appliesTo.allow(object);
    }

    @Override
    public Written write(ObjectNode object, JsonOutput out) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.raw(DistinctValues.PART);
            }
            switch (parts.get(i).value().write(object, out)) {
                case Written.Plainly.WHOLE, Written.Plainly.LEFT_OUT -> {}
                case Written.Plainly.NO_KEY -> {
                    return Written.Plainly.NO_KEY;
                }
                case Written.Misfit(String why) -> {
                    return new Written.Misfit(why + ", which " + parts.get(i).target() + " takes");
                }
            }
        }
        return Written.Plainly.WHOLE;
    }
}
