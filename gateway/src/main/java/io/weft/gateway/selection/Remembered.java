package io.weft.gateway.selection;

/**
 * What is remembered of a caller's questions before. Only ways are chosen by it, and who is asked when: no answer is made of it.
 *
 * @param estimates about how many match what
 * @param told      which entities came first
 */
record Remembered(KnownEstimates.OfCaller estimates, ToldBefore.OfCaller told) {

    /** Of all callers. Safe for use by many threads. */
    static final class OfAll {

        private final KnownEstimates estimates = new KnownEstimates();
        private final ToldBefore told = new ToldBefore();

        /** @param caller has {@code equals} */
        Remembered of(Object caller) {
            return new Remembered(estimates.of(caller), told.of(caller));
        }
    }
}
