package io.weft.gateway.resilience;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one subgraph is granted.
 *
 * @param timeout       how long one attempt may take, waiting for a connection included
 * @param maxConcurrent calls under way at most; more are refused at once
 * @param retries       how often a query is sent again after the subgraph could not be reached or answered 502, 503
 *                      or 504. Mutations never are
 * @param retryDelay    before the first retry; doubled for each further one
 * @param circuit       when it is left alone
 */
public record ResilienceSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("500") int maxConcurrent,
        @DefaultValue("0") int retries,
        @DefaultValue("50ms") Duration retryDelay,
        @DefaultValue Circuit circuit) {

    public ResilienceSettings {
        require(timeout.isPositive(), "timeout", timeout, "more than zero");
        require(maxConcurrent > 0, "max-concurrent", maxConcurrent, "more than zero");
        require(retries >= 0 && retries <= 10, "retries", retries, "0 to 10");
        require(retryDelay.toMillis() > 0, "retry-delay", retryDelay, "at least a millisecond");
    }

    /**
     * The circuit breaker. A call fails for it when the subgraph could not be reached, did not answer in time or
     * answered with a status of 500 or more; GraphQL errors are answers.
     *
     * @param enabled      off: calls are always tried
     * @param failureRate  opens when this share of the window's calls failed, in percent
     * @param window       how far back calls count, in whole seconds
     * @param minimumCalls with fewer calls in the window it stays closed
     * @param openFor      how long the subgraph is left alone before calls are tried again
     * @param trialCalls   how many are tried then; they decide whether it closes
     */
    public record Circuit(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("50") int failureRate,
            @DefaultValue("10s") Duration window,
            @DefaultValue("10") int minimumCalls,
            @DefaultValue("5s") Duration openFor,
            @DefaultValue("3") int trialCalls) {

        public Circuit {
            require(failureRate > 0 && failureRate <= 100, "circuit.failure-rate", failureRate, "1 to 100");
            require(window.toSeconds() > 0, "circuit.window", window, "at least a second");
            require(minimumCalls > 0, "circuit.minimum-calls", minimumCalls, "more than zero");
            require(openFor.toMillis() > 0, "circuit.open-for", openFor, "at least a millisecond");
            require(trialCalls > 0, "circuit.trial-calls", trialCalls, "more than zero");
        }
    }

    private static void require(boolean holds, String key, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException("resilience." + key + " is " + value + ": it must be " + range);
        }
    }
}
