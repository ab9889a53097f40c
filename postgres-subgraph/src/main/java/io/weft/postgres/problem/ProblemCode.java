package io.weft.postgres.problem;

/** The kinds of problems a caller can meet, with the HTTP status of each. */
public enum ProblemCode {
    /** A value, name or argument the caller sent is wrong; the message says which. */
    BAD_USER_INPUT(422),
    /** The caller may not do this. */
    FORBIDDEN(403),
    /** What the caller names does not exist, or not for them. */
    NOT_FOUND(404),
    /** What is already there stands against it. */
    CONFLICT(409),
    /** More than the service gives to one request; the message says the limit. */
    LIMIT_EXCEEDED(422),
    /** It took longer than a statement may. */
    TIMEOUT(504),
    /** The database cannot be reached or is busy; trying again may help. */
    UNAVAILABLE(503),
    /** A fault of the service; the log has it under the request id. */
    INTERNAL(500);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
