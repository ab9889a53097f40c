package io.weft.search;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.SelectorQuery.Entry;
import io.weft.postgres.sql.Wanted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

    /** Of those that have a distance; where that is no number they are last, as PostgreSQL has it. */
    static final Comparator<Entry> NEAREST_FIRST =
            Comparator.comparingDouble(NearestPage::distance).thenComparingInt(Entry::key);

    private final PrincipalSession session;
    private final AnswerSelector answers;
    private final SearchSettings settings;
    private final KnownRecall recall;
    private final NearestInParts inParts;

    NearestPage(PrincipalSession session, AnswerSelector answers, SearchSettings settings, KnownRecall recall) {
        this.session = session;
        this.answers = answers;
        this.settings = settings;
        this.recall = recall;
        this.inParts = new NearestInParts(answers, settings);
    }

    /**
     * As broad as what is asked for, so that one walk through the index finds it; broader where a filter leaves some of that out. What a strict
     * order leaves out, as it comes too late, would be lost: the page is put in order afterwards.
     */
    private static Map<String, String> options(SelectionRequest request) {
        Map<String, @Nullable Object> arguments = request.arguments();
        boolean all = arguments.get("filter") == null && arguments.get("within") == null;
        Map<String, String> options = new HashMap<>(AnswerSelector.SETTINGS);
        options.put("hnsw.iterative_scan", "relaxed_order");
        options.put(
                "hnsw.ef_search",
                String.valueOf(all ? Math.clamp(request.first() + 1L, DEPTH_OF_PAGE, DEPTH_OF_WALK) : DEPTH_OF_WALK));
        return options;
    }

    Mono<Selection> answer(Principal principal, SelectionRequest request) {
        if (inParts.suits(request)) {
            return inParts.answer(principal, request);
        }
        ExactPage exact = ExactPage.of(request);
        return mayBeByIndex(exact)
                ? session.read(principal, options(request), transaction -> answer(transaction, exact))
                : answers.select(principal, exact.query()).map(exact::told);
    }

    private boolean mayBeByIndex(ExactPage exact) {
        SelectionRequest request = exact.request();
        GivenCursor cursor = exact.cursor();
        return request.wantsPage()
                && cursor.inner() == null
                && cursor.given().size() + (long) request.first() <= GIVEN
                && !request.isBackward()
                && !(request.arguments().get("within") instanceof KeySet within
                        && within.size() <= settings.exactUpTo());
    }

    private Mono<Selection> answer(Transaction transaction, ExactPage exact) {
        return exact.request()
                .expected(transaction)
                .flatMap(expected ->
                        expected <= settings.exactUpTo() ? exact(transaction, exact) : byIndex(transaction, exact));
    }

    private static Mono<Selection> exact(Transaction transaction, ExactPage page) {
        return AnswerSelector.answer(transaction, page.query()).map(page::told);
    }

    private Mono<Selection> byIndex(Transaction transaction, ExactPage exact) {
        SelectionRequest request = exact.request();
        return AnswerSelector.answer(
                        transaction,
                        request.withoutCursors()
                                .query(exact.cursor().given(), null, SelectionQuestion.Way.INDEX)
                                .onlyRanked())
                .flatMap(found ->
                        found.complete() ? exact(transaction, exact) : Mono.just(told(found, request, exact.cursor())));
    }

    private Selection told(Selection found, SelectionRequest request, GivenCursor cursor) {
        List<Entry> entries = new ArrayList<>(found.entries());
        entries.sort(NEAREST_FIRST);
        KeySet all = cursor.given()
                .or(KeySet.of(entries.stream().mapToInt(Entry::key).toArray()));
        boolean ends = request.wanted().contains(Wanted.END_CURSOR) && !entries.isEmpty();
        return found.with(
                request.wanted().contains(Wanted.CURSORS) ? withCursors(entries, cursor.given()) : entries,
                ends ? new GivenCursor(all, null).encoded() : null,
                recall(request, cursor));
    }

    private static List<Entry> withCursors(List<Entry> entries, KeySet before) {
        List<Entry> with = new ArrayList<>();
        KeySet given = before;
        for (Entry entry : entries) {
            given = given.or(KeySet.of(entry.key()));
            with.add(new Entry(entry.key(), new GivenCursor(given, null).encoded(), entry.score()));
        }
        return with;
    }

    private double recall(SelectionRequest request, GivenCursor cursor) {
        return recall.of(request.vector()).at(cursor.given().size() + request.first());
    }

    private static double distance(Entry entry) {
        return Objects.requireNonNullElse(entry.score(), Double.NaN);
    }
}
