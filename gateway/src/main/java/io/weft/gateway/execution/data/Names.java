package io.weft.gateway.execution.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names as they stand in JSON, to compare {@code __typename}s and enum values with. */
public final class Names {

    /** Up to so many names are compared one by one. */
    private static final int FEW = 6;

    private final Leaf[] few;
    private final Set<Leaf> many;

    public Names(Collection<String> names) {
        Leaf[] quoted =
                names.stream().sorted().map(name -> Leaf.of('"' + name + '"')).toArray(Leaf[]::new);
        this.few = quoted.length <= FEW ? quoted : new Leaf[0];
        this.many = quoted.length <= FEW ? Set.of() : new HashSet<>(Arrays.asList(quoted));
    }

    public boolean isEmpty() {
        return few.length == 0 && many.isEmpty();
    }

    /** @param name null where it is not known: then no name is meant */
    public boolean contains(@Nullable Leaf name) {
        if (name == null) {
            return false;
        }
        for (Leaf candidate : few) {
            if (candidate.equals(name)) {
                return true;
            }
        }
        return many.contains(name);
    }

    /** Whether an object is of one of these types; no names stand for any type. */
    public boolean allow(ObjectNode object) {
        return isEmpty() || contains(object.typename());
    }
}
