package io.weft.search;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.CompileMatches;
import io.weft.postgres.sql.Match;
import io.weft.postgres.sql.SelectorQuery.Entry;
import io.weft.postgres.sql.SelectorQuery.Wanted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The selection contract over full text and vectors. Distances are compared exactly where few records are in question, by estimate. Else the
 * vector's index is asked; where it gives too few, or the pages it gave are many, the rest is compared exactly.
 */
@Component
final class SelectRecords {

    private static final CompileMatches COMPILE = new CompileMatches(new TableName("records", "records"), "number");

    /** As many keys as a cursor carries at most: some ten thousand characters. */
    private static final int GIVEN = 5_000;

    /** Of a page, and of a longer walk: what was found of the nearest among a million vectors, see docs/selection.md. */
    private static final double RECALL_OF_PAGE = 0.97;

    private static final double RECALL_OF_WALK = 0.91;
    private static final int PAGE = 100;

    private final PrincipalSession session;
    private final SearchSettings settings;

    SelectRecords(PrincipalSession session, SearchSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** The GraphQL type SearchRecordSelection. */
    record Answer(
            KeySet keys,
            boolean complete,
            int count,
            double estimate,
            List<Entry> entries,
            @Nullable String endCursor,
            @Nullable Double recall) {}

    /** A request, and what it needs to be compiled. */
    private record Request(
            SelectionQuestion question,
            Map<String, Object> arguments,
            Set<Wanted> wanted,
            boolean cursors,
            String place) {

        Match match() {
            return question.match(arguments.get("filter"), place + ".filter");
        }

        int first() {
            return (Integer) Objects.requireNonNull(arguments.get("first"));
        }

        Map<String, Object> after(@Nullable String cursor) {
            Map<String, Object> all = new HashMap<>(arguments);
            all.put("after", cursor);
            return all;
        }
    }

    /** @param selected the paths of what is asked of the selection, such as {@code entries/key} */
    Mono<Answer> select(Principal principal, Map<String, Object> arguments, Predicate<String> selected, String place) {
        Set<Wanted> wanted = EnumSet.noneOf(Wanted.class);
        for (Wanted each : Wanted.values()) {
            if (selected.test(each.name().toLowerCase(Locale.ROOT))) {
                wanted.add(each);
            }
        }
        if (selected.test("endCursor")) {
            wanted.add(Wanted.ENTRIES);
        }
        boolean cursors = selected.test("entries/cursor");
        Map<String, String> options = new HashMap<>(AnswerSelector.SETTINGS);
        options.put("hnsw.iterative_scan", "relaxed_order");
        // As broad as what is asked for, so that one walk through the index finds it. What a strict order leaves out,
        // as it comes too late,
        // would be lost: the page is put in order afterwards.
        int first = (Integer) Objects.requireNonNull(arguments.get("first"));
        options.put("hnsw.ef_search", String.valueOf(Math.clamp(first + 1L, 400, 1000)));
        return session.read(
                principal,
                options,
                transaction -> request(transaction, arguments, wanted, cursors, place)
                        .flatMap(request -> answer(transaction, request)));
    }

    private static Mono<Request> request(
            Transaction transaction, Map<String, Object> arguments, Set<Wanted> wanted, boolean cursors, String place) {
        return Registry.all(transaction)
                .flatMap(vectors -> IndexRecords.languages(transaction)
                        .flatMap(languages -> Flux.fromIterable(
                                        SelectionQuestion.wanted(arguments.get("orderBy"), place))
                                .concatMap(to -> to.target(transaction, vectors).map(text -> Map.entry(to, text)))
                                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                                .map(targets -> new Request(
                                        new SelectionQuestion(vectors, languages, targets),
                                        arguments,
                                        wanted,
                                        cursors,
                                        place))));
    }

    private Mono<Answer> answer(Transaction transaction, Request request) {
        GivenCursor cursor = GivenCursor.of(request.arguments().get("after"), request.place());
        boolean near = request.arguments().get("orderBy") instanceof List<?> orders
                && orders.size() == 1
                && SelectionQuestion.fields(
                                SelectionQuestion.fields(orders.getFirst()).get("search"))
                        .containsKey("similarTo");
        boolean page =
                request.wanted().stream().anyMatch(Set.of(Wanted.KEYS, Wanted.COMPLETE, Wanted.ENTRIES)::contains);
        boolean byIndex = near
                && page
                && cursor.inner() == null
                && cursor.given().size() + (long) request.first() <= GIVEN
                && !Boolean.TRUE.equals(request.arguments().get("backward"));
        if (!byIndex) {
            return exact(transaction, request, cursor, near);
        }
        return expected(transaction, request)
                .flatMap(expected -> expected <= settings.exactUpTo()
                        ? exact(transaction, request, cursor, near)
                        : byIndex(transaction, request, cursor));
    }

    private static Mono<Double> expected(Transaction transaction, Request request) {
        if (request.arguments().get("within") instanceof KeySet within) {
            return Mono.just((double) within.size());
        }
        return AnswerSelector.answer(
                        transaction,
                        COMPILE.compile(
                                request.match(),
                                List.of(),
                                KeySet.EMPTY,
                                request.after(null),
                                Set.of(Wanted.ESTIMATE),
                                request.place()))
                .map(Selection::estimate);
    }

    private static Mono<Answer> exact(Transaction transaction, Request request, GivenCursor cursor, boolean near) {
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
                    return answer(selection, entries, end(entries), near ? 1.0 : null);
                });
    }

    private static Mono<Answer> byIndex(Transaction transaction, Request request, GivenCursor cursor) {
        return run(transaction, request, cursor, null, SelectionQuestion.Way.INDEX)
                .flatMap(selection -> {
                    if (selection.complete()) {
                        return exact(transaction, request, cursor, true);
                    }
                    List<Entry> entries = new ArrayList<>();
                    KeySet given = cursor.given();
                    if (!request.cursors()) {
                        String end = new GivenCursor(given.or(keys(selection)), null).encoded();
                        return Mono.just(answer(selection, selection.entries(), end, recall(request, cursor)));
                    }
                    for (Entry entry : selection.entries()) {
                        given = given.or(KeySet.of(entry.key()));
                        entries.add(new Entry(entry.key(), new GivenCursor(given, null).encoded(), entry.score()));
                    }
                    return Mono.just(answer(selection, entries, end(entries), recall(request, cursor)));
                });
    }

    private static Mono<Selection> run(
            Transaction transaction,
            Request request,
            GivenCursor cursor,
            @Nullable String after,
            SelectionQuestion.Way way) {
        var query = COMPILE.compile(
                request.match(),
                request.question().rankings(request.arguments().get("orderBy"), way, request.place()),
                cursor.given(),
                request.after(after),
                request.wanted(),
                request.place());
        return way == SelectionQuestion.Way.INDEX
                ? AnswerSelector.answer(transaction, query.onlyRanked()).map(SelectRecords::sorted)
                : AnswerSelector.answer(transaction, query);
    }

    private static double recall(Request request, GivenCursor cursor) {
        return cursor.given().size() + request.first() <= PAGE ? RECALL_OF_PAGE : RECALL_OF_WALK;
    }

    private static Selection sorted(Selection found) {
        List<Entry> entries = new ArrayList<>(found.entries());
        entries.sort(Comparator.comparingDouble(SelectRecords::distance).thenComparingInt(Entry::key));
        return new Selection(found.keys(), found.complete(), found.count(), found.estimate(), entries, found.facets());
    }

    /** Not a number where there is none: last. */
    private static double distance(Entry entry) {
        return Objects.requireNonNullElse(entry.score(), Double.NaN);
    }

    private static KeySet keys(Selection selection) {
        return KeySet.of(selection.entries().stream().mapToInt(Entry::key).toArray());
    }

    private static @Nullable String end(List<Entry> entries) {
        return entries.isEmpty() ? null : entries.getLast().cursor();
    }

    private static Answer answer(
            Selection selection, List<Entry> entries, @Nullable String end, @Nullable Double recall) {
        return new Answer(
                selection.keys(), selection.complete(), selection.count(), selection.estimate(), entries, end, recall);
    }
}
