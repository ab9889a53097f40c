package io.weft.postgres.operation;

/** The statement of a field of the query failed; the cause says why. */
public final class FieldFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    FieldFailed(String field, Throwable cause) {
        super(field + " failed", cause, false, false);
        this.field = field;
    }

    /** The client's name for it. */
    public String field() {
        return field;
    }
}
