package io.weft.gateway.selection;

import com.github.benmanes.caffeine.cache.Cache;
import io.weft.gateway.supergraph.Selector;
import io.weft.http.server.Caches;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * About how many match what, for as long as that hardly changes: the next page, or the same question for something else to be near to, need
 * not find out again that much matches. And about how many matched filters of the same form with other values: from that one may guess,
 * where a wrong guess costs a little time. Only ways are chosen by it; what matches is not remembered. Safe for use by many threads.
 */
final class KnownEstimates {

    private static final Duration KEPT_FOR = Duration.ofSeconds(10);
    private static final Duration ALIKE_KEPT_FOR = Duration.ofMinutes(10);

    /** Of what an estimate takes, its filter is the one part that clients make as large as they like: sizes are in values of filters. */
    private static final int MOST = 500_000;

    private static final int OWN_SIZE = 100;

    private final Cache<Question, Estimate> estimates = Caches.builder()
            .maximumWeight(MOST)
            .weigher((Question question, Estimate estimate) -> question.size())
            .expireAfterWrite(KEPT_FOR)
            .build();

    private final Cache<Question, LastTwo> alike = Caches.builder()
            .maximumWeight(MOST)
            .weigher((Question question, LastTwo estimates) -> question.size())
            .expireAfterWrite(ALIKE_KEPT_FOR)
            .build();

    /**
     * What was found of a filter when it was looked at.
     *
     * @param about  how many match
     * @param micros how long the subgraph took to tell the first of them: to tell all takes no less
     */
    record Estimate(double about, double micros) {}

    /** The estimates of the last two questions of a form. */
    private record LastTwo(Estimate last, Estimate before) {
        /** Either may have been about an unusual value, or late for reasons of its own. */
        Estimate smaller() {
            return new Estimate(Math.min(last.about(), before.about()), Math.min(last.micros(), before.micros()));
        }
    }

    /** @param caller whose rows are in question; has {@code equals} */
    private record Question(Object caller, Selector selector, Map<String, @Nullable Object> filter) {

        int size() {
            return OWN_SIZE + SizeOfValue.of(filter);
        }
    }

    /** What one caller is told. */
    final class OfCaller {

        private final Object caller;

        private OfCaller(Object caller) {
            this.caller = caller;
        }

        Optional<Estimate> of(Selector selector, Map<String, @Nullable Object> filter) {
            return Optional.ofNullable(estimates.getIfPresent(new Question(caller, selector, filter)));
        }

        /** About how many such a filter matches: what is known of this one, else the smaller of the last two of its form. */
        Optional<Estimate> guess(Selector selector, Map<String, @Nullable Object> filter) {
            return of(selector, filter)
                    .or(() -> Optional.ofNullable(
                                    alike.getIfPresent(new Question(caller, selector, FilterForm.of(filter))))
                            .map(LastTwo::smaller));
        }

        /** That so many match, which is too many to be told. */
        void keep(Selector selector, Map<String, @Nullable Object> filter, Estimate estimate) {
            estimates.put(new Question(caller, selector, filter), estimate);
            keepAlike(selector, filter, estimate);
        }

        /** That so many match, of which nothing is to be believed of this very filter. */
        void keepAlike(Selector selector, Map<String, @Nullable Object> filter, Estimate estimate) {
            alike.asMap()
                    .merge(
                            new Question(caller, selector, FilterForm.of(filter)),
                            new LastTwo(estimate, estimate),
                            (known, added) -> new LastTwo(added.last(), known.last()));
        }

        /** About how many match, by a part of them. What it takes to tell is guessed as before. */
        void keepGuess(Selector selector, Map<String, @Nullable Object> filter, double about) {
            guess(selector, filter)
                    .ifPresent(known -> keepAlike(selector, filter, new Estimate(about, known.micros())));
        }
    }

    OfCaller of(Object caller) {
        return new OfCaller(caller);
    }
}
