package io.weft.search;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.SelectorQuery.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A page in the order by text and vector. All distances are compared where few records are in question, by estimate; else the vector's index
 * tells the nearest, and the others have no place by distance.
 */
final class FusedPage {

    /** Many keys are hashed, so that the index need not be left for them; and it is asked always alike, so that pages fit together. */
    private static final Map<String, String> OPTIONS = Map.of(
            "hnsw.iterative_scan",
            "relaxed_order",
            "hnsw.ef_search",
            "1000",
            "hnsw.max_scan_tuples",
            "100000",
            "work_mem",
            "64MB");

    private final PrincipalSession session;
    private final SearchSettings settings;
    private final KnownRecall recall;

    FusedPage(PrincipalSession session, SearchSettings settings, KnownRecall recall) {
        this.session = session;
        this.settings = settings;
        this.recall = recall;
    }

    Mono<Selection> answer(Principal principal, SelectionRequest request) {
        Map<String, String> options = new HashMap<>(AnswerSelector.SETTINGS);
        options.putAll(OPTIONS);
        return session.read(principal, options, transaction -> answer(transaction, request));
    }

    private Mono<Selection> answer(Transaction transaction, SelectionRequest request) {
        Optional<FusedCursor> cursor = FusedCursor.of(request.arguments().get("after"), request.place());
        return cursor.map(FusedCursor::way)
                .map(Mono::just)
                .orElseGet(() -> way(transaction, request))
                .flatMap(way -> AnswerSelector.answer(
                                transaction,
                                request.query(
                                        KeySet.EMPTY,
                                        cursor.map(FusedCursor::inner).orElse(null),
                                        way))
                        .map(selection -> selection.with(
                                selection.entries().stream()
                                        .map(entry ->
                                                new Entry(entry.key(), encoded(way, entry.cursor()), entry.score()))
                                        .toList(),
                                encoded(way, selection.endCursor()),
                                recall(way, request))));
    }

    private static @Nullable String encoded(SelectionQuestion.Way way, @Nullable String inner) {
        return inner == null ? null : new FusedCursor(way, inner).encoded();
    }

    private Mono<SelectionQuestion.Way> way(Transaction transaction, SelectionRequest request) {
        return request.wantsPage()
                ? request.expected(transaction)
                        .map(expected -> expected <= settings.exactUpTo()
                                ? SelectionQuestion.Way.EXACT
                                : SelectionQuestion.Way.INDEX)
                : Mono.just(SelectionQuestion.Way.EXACT);
    }

    private double recall(SelectionQuestion.Way way, SelectionRequest request) {
        return switch (way) {
            case EXACT -> 1;
            case INDEX -> recall.of(request.vector()).walk();
        };
    }
}
