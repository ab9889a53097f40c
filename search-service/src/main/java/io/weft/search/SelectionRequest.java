package io.weft.search;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.BoundSelector;
import io.weft.postgres.sql.KnownMatches;
import io.weft.postgres.sql.Match;
import io.weft.postgres.sql.Wanted;
import java.util.EnumSet;
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
 * @param known what is compiled already
 */
record SelectionRequest(
        KnownMatches known,
        SelectionQuestion question,
        Map<String, @Nullable Object> arguments,
        Set<Wanted> wanted,
        String place) {

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
                        known.find(match(), List.of(), KeySet.EMPTY, after(null), Set.of(Wanted.ESTIMATE), place))
                .map(Selection::estimate);
    }

    /**
     * @param without what is left out besides
     * @param after   the cursor to go on from
     */
    BoundSelector query(KeySet without, @Nullable String after, SelectionQuestion.Way way) {
        Match match = match();
        boolean everything = match.equals(new Match.Every()) && arguments.get("within") == null;
        return known.find(
                match,
                question.rankings(arguments.get("orderBy"), everything, way, place),
                without,
                after(after),
                wanted,
                place);
    }

    /** The same with the keys of its page told as entries, and their cursors where that of the last one is wanted. */
    SelectionRequest withEntries() {
        Set<Wanted> more = EnumSet.copyOf(wanted);
        more.add(Wanted.ENTRIES);
        if (more.contains(Wanted.END_CURSOR)) {
            more.add(Wanted.CURSORS);
        }
        return new SelectionRequest(known, question, arguments, more, place);
    }

    /** The same of other keys. */
    SelectionRequest within(KeySet keys) {
        Map<String, @Nullable Object> all = new HashMap<>(arguments);
        all.put("within", keys);
        return new SelectionRequest(known, question, all, wanted, place);
    }

    /** The same for who makes cursors of their own. */
    SelectionRequest withoutCursors() {
        Set<Wanted> rest = EnumSet.copyOf(wanted);
        rest.removeAll(EnumSet.of(Wanted.CURSORS, Wanted.END_CURSOR));
        return new SelectionRequest(known, question, arguments, rest, place);
    }

    private Match match() {
        return question.match(arguments.get("filter"), place + ".filter");
    }

    private Map<String, @Nullable Object> after(@Nullable String cursor) {
        Map<String, @Nullable Object> all = new HashMap<>(arguments);
        all.put("after", cursor);
        return all;
    }
}
