package io.weft.gateway.execution;

/** What became of writing something that identifies an object. */
sealed interface Written {

    enum Plainly implements Written {
        /** It is written. */
        WHOLE,
        /** There is nothing to write, and nothing is missed. */
        LEFT_OUT,
        /** The object has no key: it cannot be looked up, and nothing is wrong. */
        NO_KEY
    }

    /**
     * The object's key cannot be sent.
     *
     * @param why as it goes on behind "cannot be looked up: "
     */
    record Misfit(String why) implements Written {}
}
