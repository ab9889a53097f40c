package io.weft.launcher.openngc;

/** The table is not as OpenNGC's is; the message names line and column. */
public final class CatalogueProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueProblem(String message) {
        super(message);
    }
}
