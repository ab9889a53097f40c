package io.weft.postgres.session;

import reactor.util.context.ContextView;

/** Is told every statement of a Principal's transaction before it is sent; transaction control and settings are none. */
@FunctionalInterface
public interface ObserveStatements {

    /** @param context of the request: what a thread's logs say is not told by the thread */
    void statement(Sql sql, ContextView context);

    /** Looks away. */
    ObserveStatements NONE = (_, _) -> {};
}
