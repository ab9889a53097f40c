package io.weft.gateway.selection;

import com.github.benmanes.caffeine.cache.Cache;
import io.weft.contracts.selection.KeySet;
import io.weft.gateway.supergraph.Selector;
import io.weft.http.server.Caches;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which entities came first when a caller last asked a subgraph for the same order of the same filter, or of one of the same form if that told the same whatever its
 * values. It will mostly tell the same again, so others can be asked about them meanwhile; no answer is made of it. Safe for use by many threads.
 */
final class ToldBefore {

    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    /** With the values of the questions they are the answers to: some ten megabytes, of all callers. */
    private static final int MOST = 2_000_000;

    /** What an entry takes beside its keys, in keys. */
    private static final int OWN_WEIGHT = 100;

    private final Cache<Question, First> told = Caches.builder()
            .maximumWeight(MOST)
            .weigher((Question question, First first) -> OWN_WEIGHT + question.size() + first.keys().length)
            .expireAfterWrite(KEPT_FOR)
            .build();

    /**
     * @param caller who sees the entities; has {@code equals}
     * @param alike  whether it stands for all whose filter has that form
     */
    private record Question(
            Object caller,
            Selector selector,
            boolean alike,
            Optional<Map<String, @Nullable Object>> filter,
            Optional<List<Object>> order,
            boolean backward,
            Optional<String> after) {

        Question withoutValues() {
            return new Question(caller, selector, true, filter.map(FilterForm::of), order, backward, after);
        }

        int size() {
            return SizeOfValue.of(filter.orElse(null))
                    + SizeOfValue.of(order.orElse(null))
                    + SizeOfValue.of(after.orElse(null));
        }
    }

    /**
     * @param keys   in their order
     * @param whole  whether nothing follows
     * @param steady whether it was as before when it was told
     */
    private record First(int[] keys, boolean whole, boolean steady) {

        KeySet first(int count) {
            return KeySet.of(Arrays.copyOf(keys, Math.min(count, keys.length)));
        }

        /** What is known afterwards: the longer of two that begin alike. */
        First then(First now) {
            int both = Math.min(keys.length, now.keys.length);
            if (Arrays.equals(keys, 0, both, now.keys, 0, both) && !now.whole && both < keys.length) {
                return new First(keys, whole, true);
            }
            return new First(
                    now.keys, now.whole, now.first(both).without(first(both)).isEmpty());
        }
    }

    /** What one question was answered by. */
    interface Before {

        /** Of a question that nobody need remember. */
        Before NOTHING = new Before() {
            @Override
            public Optional<KeySet> first(int count) {
                return Optional.empty();
            }

            @Override
            public void told(int[] keys, boolean whole) {}
        };

        /** The first ones, as they were last time; empty where not so many are known, or where they changed then. */
        Optional<KeySet> first(int count);

        /**
         * @param keys  the first ones, in their order
         * @param whole whether nothing follows
         */
        void told(int[] keys, boolean whole);
    }

    /** What one caller was told. */
    final class OfCaller {

        private final Object caller;

        private OfCaller(Object caller) {
            this.caller = caller;
        }

        /** @param request for entries; how many of them is no part of the question */
        Before of(SelectorRequest request) {
            return new OfQuestion(new Question(
                    caller,
                    request.selector(),
                    false,
                    request.filter(),
                    request.order(),
                    request.backward(),
                    request.after()));
        }
    }

    OfCaller of(Object caller) {
        return new OfCaller(caller);
    }

    private final class OfQuestion implements Before {

        private final Question question;
        private final Question alike;

        private OfQuestion(Question question) {
            this.question = question;
            this.alike = question.withoutValues();
        }

        @Override
        public Optional<KeySet> first(int count) {
            First exactly = told.getIfPresent(question);
            First first = exactly == null ? told.getIfPresent(alike) : exactly;
            return first != null && first.steady() && (first.whole() || count <= first.keys().length)
                    ? Optional.of(first.first(count))
                    : Optional.empty();
        }

        @Override
        public void told(int[] keys, boolean whole) {
            told.asMap().merge(question, new First(keys, whole, true), First::then);
            told.asMap().merge(alike, new First(keys, whole, false), First::then);
        }
    }
}
