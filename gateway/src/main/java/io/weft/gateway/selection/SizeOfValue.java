package io.weft.gateway.selection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how much memory a client's values take, so that what is remembered of its questions is bounded however large they are. */
final class SizeOfValue {

    private static final int CHARACTERS = 4;

    private SizeOfValue() {}

    /** In values: a number is one, a text some. */
    static int of(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> fields ->
                fields.values().stream().mapToInt(SizeOfValue::of).sum() + fields.size() + 1;
            case List<?> list -> list.stream().mapToInt(SizeOfValue::of).sum() + 1;
            case String text -> 1 + text.length() / CHARACTERS;
            case null, default -> 1;
        };
    }
}
