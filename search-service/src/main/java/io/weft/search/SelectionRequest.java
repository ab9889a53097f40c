package io.weft.search;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.CompileMatches;
import io.weft.postgres.sql.Match;
import io.weft.postgres.sql.SelectorQuery;
import io.weft.postgres.sql.SelectorQuery.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A request for a selection, and what it needs to be compiled.
 *
 * @param cursors whether each entry's is asked for
 */
record SelectionRequest(
        SelectionQuestion question, Map<String, Object> arguments, Set<Wanted> wanted, boolean cursors, String place) {

    private static final CompileMatches COMPILE = new CompileMatches(new TableName("records", "records"), "number");
    private static final Set<Wanted> OF_PAGES = Set.of(Wanted.KEYS, Wanted.COMPLETE, Wanted.ENTRIES);

    /** By what the entries are ordered. */
    enum Kind {
        NEARNESS,
        BOTH,
        OTHER
    }

    Kind kind() {
        return SelectionQuestion.kind(arguments.get("orderBy"), place);
    }

    /** What it is ordered by the distance of. */
    NamedVector vector() {
        return question.vector(
                SelectionQuestion.wanted(arguments.get("orderBy"), place).getFirst());
    }

    int first() {
        return (Integer) Objects.requireNonNull(arguments.get("first"));
    }

    boolean wantsPage() {
        return wanted.stream().anyMatch(OF_PAGES::contains);
    }

    boolean isBackward() {
        return Boolean.TRUE.equals(arguments.get("backward"));
    }

    /** About how many records are in question. */
    Mono<Double> expected(Transaction transaction) {
        if (arguments.get("within") instanceof KeySet within) {
            return Mono.just((double) within.size());
        }
        return AnswerSelector.answer(
                        transaction,
                        COMPILE.compile(match(), List.of(), KeySet.EMPTY, after(null), Set.of(Wanted.ESTIMATE), place))
                .map(Selection::estimate);
    }

    /**
     * @param without what is left out besides
     * @param after   the cursor to go on from
     */
    SelectorQuery query(KeySet without, @Nullable String after, SelectionQuestion.Way way) {
        Match match = match();
        boolean everything = match.equals(new Match.Every()) && arguments.get("within") == null;
        return COMPILE.compile(
                match,
                question.rankings(arguments.get("orderBy"), everything, way, place),
                without,
                after(after),
                wanted,
                place);
    }

    private Match match() {
        return question.match(arguments.get("filter"), place + ".filter");
    }

    private Map<String, Object> after(@Nullable String cursor) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("after", cursor);
        return all;
    }
}
