package io.weft.postgres.operation;

import io.weft.postgres.sql.PageReader;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a request gives, for those who write its answer. Used by one thread. */
final class RequestValues {

    private final List<Object> given;
    private final Map<PageReader, Function<List<@Nullable String>, String>> cursors = new IdentityHashMap<>();

    RequestValues(List<Object> given) {
        this.given = given;
    }

    List<Object> given() {
        return given;
    }

    /** The cursors of a connection's rows. Their order is named once, however many connections there are of it. */
    Function<List<@Nullable String>, String> cursors(PageReader page) {
        return cursors.computeIfAbsent(page, known -> known.cursors(given));
    }
}
