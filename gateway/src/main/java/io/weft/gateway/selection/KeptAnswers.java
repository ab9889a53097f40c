package io.weft.gateway.selection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Expiry;
import io.weft.contracts.DataVersion;
import io.weft.contracts.VersionedAnswer;
import io.weft.gateway.execution.Rider;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.http.server.Caches;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What subgraphs answered, with the version of the data by which they did. Nothing here is an answer by itself: somebody must tell first that the data still have that
 * version. Safe for use by many threads.
 */
final class KeptAnswers {

    /** What is larger than this part of all would displace too many others. */
    private static final int LARGEST = 4;

    private static final int OWN_SIZE = 500;

    private final long most;
    private final Cache<Question, Kept> answers;

    /** Who answers by the same data, as far as they have told. */
    private final Map<SubgraphName, String> sources = new ConcurrentHashMap<>();

    /**
     * What was asked.
     *
     * @param caller who asks; has {@code equals}
     * @param body   of the request; is not changed any more
     */
    private record Question(Object caller, SubgraphName subgraph, URI url, byte[] body) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Question(Object otherCaller, SubgraphName name, URI otherUrl, byte[] otherBody)
                    && subgraph.equals(name)
                    && url.equals(otherUrl)
                    && caller.equals(otherCaller)
                    && Arrays.equals(body, otherBody);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * subgraph.hashCode() + caller.hashCode()) + Arrays.hashCode(body);
        }
    }

    /**
     * An answer.
     *
     * @param version of the data when it was made
     * @param along   what came along
     * @param size    in bytes, about
     */
    record Kept(VersionedAnswer version, SelectorAnswer answer, Optional<Rider.Entities> along, int size) {

        boolean isOf(DataVersion now) {
            return version.version().equals(now);
        }
    }

    /** @param most bytes in all, about */
    KeptAnswers(long most) {
        this.most = most;
        this.answers = Caches.builder()
                .maximumWeight(most)
                .weigher((Question question, Kept kept) -> OWN_SIZE + question.body().length + kept.size())
                .expireAfter(Expiry.<Question, Kept>creating(
                        (_, kept) -> kept.version().holds()))
                .build();
    }

    /** Of one caller. */
    final class OfCaller {

        private final Object caller;

        private OfCaller(Object caller) {
            this.caller = caller;
        }

        Optional<Kept> find(SubgraphName subgraph, URI url, byte[] body) {
            return Optional.ofNullable(answers.getIfPresent(new Question(caller, subgraph, url, body)));
        }

        /** Keeps it for as long as it holds. */
        void keep(SubgraphName subgraph, URI url, byte[] body, Kept kept) {
            if (kept.version().holds().isPositive() && (long) kept.size() + body.length <= most / LARGEST) {
                Question question = new Question(caller, subgraph, url, body);
                answers.invalidate(question);
                answers.put(question, kept);
            }
        }

        void forget(SubgraphName subgraph, URI url, byte[] body) {
            answers.invalidate(new Question(caller, subgraph, url, body));
        }

        /** By which data the subgraph answers, if it has told. */
        Optional<String> source(SubgraphName subgraph) {
            return Optional.ofNullable(sources.get(subgraph));
        }

        void answersBy(SubgraphName subgraph, DataVersion version) {
            sources.put(subgraph, version.source());
        }
    }

    OfCaller of(Object caller) {
        return new OfCaller(caller);
    }
}
