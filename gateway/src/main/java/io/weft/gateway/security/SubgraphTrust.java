package io.weft.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import io.weft.contracts.Principal;
import io.weft.contracts.TrustedHeaders;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.http.server.Caches;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells subgraphs who asks, in signed headers. A signature is used again for a few seconds, well below the age at which
 * subgraphs refuse it: a request with ten fetches to one subgraph costs one signature. Safe for use by many threads.
 */
public final class SubgraphTrust {

    private static final int REMEMBERED = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Optional<TrustedHeaders> signing;
    private final Predicate<SubgraphName> isTold;
    private final Clock clock;
    private final Cache<Told, Map<String, String>> signed;

    private record Told(Principal principal, SubgraphName subgraph) {}

    /**
     * @param signing empty: nobody is told anything
     * @param maxAge  when subgraphs refuse a signature
     * @param isTold  which subgraphs are told who asks; the others are somebody else's
     */
    public SubgraphTrust(
            Optional<TrustedHeaders> signing, Duration maxAge, Predicate<SubgraphName> isTold, Clock clock) {
        this.signing = signing;
        this.isTold = isTold;
        this.clock = clock;
        Duration kept = maxAge.dividedBy(6).compareTo(LONGEST) < 0 ? maxAge.dividedBy(6) : LONGEST;
        this.signed =
                Caches.builder().maximumSize(REMEMBERED).expireAfterWrite(kept).build();
    }

    /** The trusted headers for one subgraph; empty where it is told nothing. */
    public Map<String, String> headers(Principal principal, SubgraphName subgraph) {
        if (signing.isEmpty() || !isTold.test(subgraph)) {
            return Map.of();
        }
        TrustedHeaders headers = signing.get();
        return signed.get(
                new Told(principal, subgraph),
                told -> Map.copyOf(
                        headers.sign(told.principal(), told.subgraph().value(), clock.instant())));
    }
}
