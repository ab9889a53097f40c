package io.weft.search;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.SelectorQuery;
import io.weft.postgres.sql.SelectorQuery.Entry;
import io.weft.search.SelectRecords.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A page of the nearest. Distances are compared exactly where few records are in question, by estimate. Else the vector's index is asked;
 * where it gives too few, or the pages it gave are many, the rest is compared exactly.
 */
final class NearestPage {

    /** As many keys as a cursor carries at most: some ten thousand characters. */
    private static final int GIVEN = 5_000;

    /** How broadly the index is searched at the least, and where filters leave out what it gives. */
    static final int DEPTH_OF_PAGE = 400;

    static final int DEPTH_OF_WALK = 1_000;

    private final SearchSettings settings;
    private final KnownRecall recall;

    NearestPage(SearchSettings settings, KnownRecall recall) {
        this.settings = settings;
        this.recall = recall;
    }

    /**
     * As broad as what is asked for, so that one walk through the index finds it; broader where a filter leaves some of that out. What a strict
     * order leaves out, as it comes too late, would be lost: the page is put in order afterwards.
     */
    static Map<String, String> options(Map<String, Object> arguments) {
        int first = (Integer) Objects.requireNonNull(arguments.get("first"));
        boolean all = arguments.get("filter") == null && arguments.get("within") == null;
        return Map.of(
                "hnsw.iterative_scan",
                "relaxed_order",
                "hnsw.ef_search",
                String.valueOf(all ? Math.clamp(first + 1L, DEPTH_OF_PAGE, DEPTH_OF_WALK) : DEPTH_OF_WALK));
    }

    Mono<Answer> answer(Transaction transaction, SelectionRequest request) {
        GivenCursor cursor = GivenCursor.of(request.arguments().get("after"), request.place());
        boolean byIndex = request.wantsPage()
                && cursor.inner() == null
                && cursor.given().size() + (long) request.first() <= GIVEN
                && !request.isBackward();
        if (!byIndex) {
            return exact(transaction, request, cursor);
        }
        return request.expected(transaction)
                .flatMap(expected -> expected <= settings.exactUpTo()
                        ? exact(transaction, request, cursor)
                        : byIndex(transaction, request, cursor));
    }

    private static Mono<Answer> exact(Transaction transaction, SelectionRequest request, GivenCursor cursor) {
        return run(transaction, request, cursor, cursor.inner(), SelectionQuestion.Way.EXACT)
                .map(selection -> {
                    List<Entry> entries = cursor.given().isEmpty()
                            ? selection.entries()
                            : selection.entries().stream()
                                    .map(entry -> new Entry(
                                            entry.key(),
                                            new GivenCursor(cursor.given(), entry.cursor()).encoded(),
                                            entry.score()))
                                    .toList();
                    return Answer.of(selection, entries, 1.0);
                });
    }

    private Mono<Answer> byIndex(Transaction transaction, SelectionRequest request, GivenCursor cursor) {
        return run(transaction, request, cursor, null, SelectionQuestion.Way.INDEX)
                .flatMap(selection -> {
                    if (selection.complete()) {
                        return exact(transaction, request, cursor);
                    }
                    List<Entry> entries = new ArrayList<>();
                    KeySet given = cursor.given();
                    if (!request.cursors()) {
                        String end = new GivenCursor(given.or(keys(selection)), null).encoded();
                        return Mono.just(new Answer(selection, selection.entries(), end, recall(request, cursor)));
                    }
                    for (Entry entry : selection.entries()) {
                        given = given.or(KeySet.of(entry.key()));
                        entries.add(new Entry(entry.key(), new GivenCursor(given, null).encoded(), entry.score()));
                    }
                    return Mono.just(Answer.of(selection, entries, recall(request, cursor)));
                });
    }

    private static Mono<Selection> run(
            Transaction transaction,
            SelectionRequest request,
            GivenCursor cursor,
            @Nullable String after,
            SelectionQuestion.Way way) {
        SelectorQuery query = request.query(cursor.given(), after, way);
        return way == SelectionQuestion.Way.INDEX
                ? AnswerSelector.answer(transaction, query.onlyRanked()).map(NearestPage::sorted)
                : AnswerSelector.answer(transaction, query);
    }

    private double recall(SelectionRequest request, GivenCursor cursor) {
        return recall.of(request.vector()).at(cursor.given().size() + request.first());
    }

    private static Selection sorted(Selection found) {
        List<Entry> entries = new ArrayList<>(found.entries());
        entries.sort(Comparator.comparingDouble(NearestPage::distance).thenComparingInt(Entry::key));
        return new Selection(found.keys(), found.complete(), found.count(), found.estimate(), entries, found.facets());
    }

    /** Not a number where there is none: last. */
    private static double distance(Entry entry) {
        return Objects.requireNonNullElse(entry.score(), Double.NaN);
    }

    private static KeySet keys(Selection selection) {
        return KeySet.of(selection.entries().stream().mapToInt(Entry::key).toArray());
    }
}
