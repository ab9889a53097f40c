package io.weft.gateway.selection;

/**
 * What is remembered of a caller's questions before.
 *
 * @param estimates about how many match what: ways are chosen by it, no answer is made of it
 * @param told      which entities came first: it is chosen by it who is asked when, no answer is made of it
 * @param kept      what is the answer still, if nothing has changed
 */
record Remembered(KnownEstimates.OfCaller estimates, ToldBefore.OfCaller told, KeptAnswers.OfCaller kept) {

    /** Of all callers. Safe for use by many threads. */
    static final class OfAll {

        private final KnownEstimates estimates = new KnownEstimates();
        private final ToldBefore told = new ToldBefore();
        private final KeptAnswers kept;

        /** @param keptAnswers in bytes */
        OfAll(long keptAnswers) {
            this.kept = new KeptAnswers(keptAnswers);
        }

        /** @param caller has {@code equals} */
        Remembered of(Object caller) {
            return new Remembered(estimates.of(caller), told.of(caller), kept.of(caller));
        }
    }
}
