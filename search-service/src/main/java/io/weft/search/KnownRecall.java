package io.weft.search;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.weft.contracts.Principal;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.session.PrincipalSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How well the index of each vector finds, measured while vectors are asked of it, and again after an hour: of what everybody may see, so that it tells
 * of nothing else. Nobody waits for it: until then what is usual is said.
 */
@Component
final class KnownRecall {

    private static final Logger LOG = LoggerFactory.getLogger(KnownRecall.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final PrincipalSession session;
    private final int samples;
    private final AsyncLoadingCache<NamedVector, IndexRecall> measured;

    KnownRecall(PrincipalSession session, SearchSettings settings) {
        this.session = session;
        this.samples = settings.recallSamples();
        this.measured = Caffeine.newBuilder()
                .refreshAfterWrite(AGAIN)
                .buildAsync((vector, _) -> measure(vector).toFuture());
    }

    /** What is known of it now. */
    IndexRecall of(NamedVector vector) {
        return samples <= 0 ? IndexRecall.USUAL : measured(vector).getNow(IndexRecall.USUAL);
    }

    /** What is known of it once it is measured. */
    CompletableFuture<IndexRecall> measured(NamedVector vector) {
        return measured.get(vector);
    }

    private Mono<IndexRecall> measure(NamedVector vector) {
        Map<String, String> options = new HashMap<>(AnswerSelector.SETTINGS);
        options.putAll(MeasureRecall.OPTIONS);
        return session.read(
                        Principal.anonymous(),
                        options,
                        transaction -> new MeasureRecall(transaction, vector).mean(samples))
                .doOnNext(recall -> LOG.info(
                        "The index of the vector {} finds {} of the {} nearest and {} of the {} nearest",
                        vector.name(),
                        recall.page(),
                        IndexRecall.PAGE,
                        recall.walk(),
                        IndexRecall.WALK))
                .onErrorResume(failure -> {
                    LOG.warn(
                            "How well the index of the vector {} finds could not be measured; the usual is said for an hour",
                            vector.name(),
                            failure);
                    return Mono.empty();
                })
                .defaultIfEmpty(IndexRecall.USUAL);
    }
}
