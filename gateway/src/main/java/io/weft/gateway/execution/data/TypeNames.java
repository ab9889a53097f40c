package io.weft.gateway.execution.data;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Type names as they stand in JSON, to compare {@code __typename}s with. */
public final class TypeNames {

    private final byte[][] quoted;

    public TypeNames(Collection<String> names) {
        quoted = names.stream()
                .sorted()
                .map(name -> ('"' + name + '"').getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    public boolean isEmpty() {
        return quoted.length == 0;
    }

    /** @param typename null where it is not known: then no name is meant */
    public boolean contains(@Nullable Leaf typename) {
        if (typename != null) {
            for (byte[] name : quoted) {
                if (typename.isWritten(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As {@link #contains}, but no names stand for any type. */
    public boolean allow(ObjectNode object) {
        return quoted.length == 0 || contains(object.typename());
    }
}
