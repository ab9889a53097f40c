package io.weft.gateway.execution.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of types or of enum values that are called otherwise on the other side, alone or in lists. */
public final class LeafTerms {

    private final Map<Leaf, Leaf> names = new HashMap<>();

    private LeafTerms(Map<String, String> names) {
        names.forEach((here, there) -> this.names.put(quoted(here), quoted(there)));
    }

    /** @param names by what a name is here: what it is there; null where there are none, so that nothing is to be done */
    public static @Nullable LeafTerms of(Map<String, String> names) {
        return names.isEmpty() ? null : new LeafTerms(names);
    }

    private static Leaf quoted(String name) {
        return Leaf.of('"' + name + '"');
    }

    /** The same value where it has no other name. */
    public Leaf translate(Leaf leaf) {
        return switch (leaf.first()) {
            case '"' -> names.getOrDefault(leaf, leaf);
            case '[' -> list(leaf);
            default -> leaf;
        };
    }

    DataNode translate(DataNode value) {
        return value instanceof Leaf leaf ? translate(leaf) : value;
    }

    private Leaf list(Leaf leaf) {
        JsonOutput out = new JsonOutput(leaf.length()).raw('[');
        List<DataNode> elements = leaf.elements();
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                out.raw(',');
            }
            if (elements.get(i) instanceof Leaf element) {
                out.raw(translate(element));
            } else {
                out.raw(JsonOutput.NULL);
            }
        }
        return out.raw(']').toLeaf();
    }
}
