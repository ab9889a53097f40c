package io.weft.postgres.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What {@link DatabaseState} needs to know of the database, read along with what a request reads: that spares a reading of its own. It is of a moment before the request's
 * own statements begin. Goes along in the request's Reactor context.
 */
public final class VersionAlong {

    private volatile @Nullable String told;

    static Optional<VersionAlong> in(ContextView context) {
        return context.getOrEmpty(VersionAlong.class);
    }

    public Context with(Context context) {
        return context.put(VersionAlong.class, this);
    }

    /** @param row of settings that were asked for it */
    void take(List<@Nullable String> row) {
        told = row.getLast();
    }

    /** Empty where nothing was read that it could go along with. */
    Optional<String> told() {
        return Optional.ofNullable(told);
    }
}
