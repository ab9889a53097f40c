package io.weft.launcher.loading;

/** A service did not take what it was sent; the message has its own words. */
public final class LoadProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadProblem(String message) {
        super(message);
    }

    LoadProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
