package io.weft.postgres.session;

/** Is told every statement of a Principal's transaction before it is sent; transaction control and settings are none. */
@FunctionalInterface
public interface ObserveStatements {

    void statement(Sql sql);

    /** Looks away. */
    ObserveStatements NONE = sql -> {};
}
