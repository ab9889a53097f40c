package io.weft.gateway.projection;

/** The client's answer to one operation, made ready to be written many times. Kept beside the plan. */
public final class ResponseShape {

    private static final int AT_FIRST = 4096;

    private final ObjectShape root;
    private volatile int lastLength = AT_FIRST;

    ResponseShape(ObjectShape root) {
        this.root = root;
    }

    ObjectShape root() {
        return root;
    }

    /** A guess, so that the output seldom has to grow: a bit more than the last answer. */
    int expectedLength() {
        return lastLength + (lastLength >> 3);
    }

    void answered(int length) {
        lastLength = length;
    }
}
