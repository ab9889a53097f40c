package io.weft.gateway.selection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.weft.gateway.supergraph.Selector;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * About how many match what, for as long as that hardly changes: the next page, or the same question for something else to be near to, need
 * not find out again that much matches. Only ways are chosen by it; what matches is never remembered. Safe for use by many threads.
 */
final class KnownEstimates {

    private static final Duration KEPT_FOR = Duration.ofSeconds(10);
    private static final int MOST = 2_000;

    private final Cache<Question, Double> estimates =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT_FOR).build();

    /** @param caller whose rows are in question; has {@code equals} */
    private record Question(Object caller, Selector selector, Map<String, @Nullable Object> filter) {}

    /** What one caller is told. */
    final class OfCaller {

        private final Object caller;

        private OfCaller(Object caller) {
            this.caller = caller;
        }

        Optional<Double> of(Selector selector, Map<String, @Nullable Object> filter) {
            return Optional.ofNullable(estimates.getIfPresent(new Question(caller, selector, filter)));
        }

        void keep(Selector selector, Map<String, @Nullable Object> filter, double estimate) {
            estimates.put(new Question(caller, selector, filter), estimate);
        }
    }

    OfCaller of(Object caller) {
        return new OfCaller(caller);
    }
}
