package io.weft.launcher;

/** Something the person at the keyboard can understand and mend: the message says what, where, why and the way out. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Problem(String message) {
        super(message);
    }

    public Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
