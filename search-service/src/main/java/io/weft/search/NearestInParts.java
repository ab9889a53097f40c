package io.weft.search;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.sql.SelectorQuery.Entry;
import io.weft.postgres.sql.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A page of the nearest of many given keys. They are divided among connections, so that several of the database's cores compare them, which
 * is most of the work; the page is the nearest of each part's. A record is in one part only. Its parts see the database a moment apart, as the
 * services do that answer one selection.
 */
final class NearestInParts {

    private final AnswerSelector answers;
    private final SearchSettings settings;

    NearestInParts(AnswerSelector answers, SearchSettings settings) {
        this.answers = answers;
        this.settings = settings;
    }

    /** Whether that is how the request is answered best. */
    boolean suits(SelectionRequest request) {
        return parts(request) > 1 && request.wantsPage() && !request.isBackward();
    }

    private int parts(SelectionRequest request) {
        return request.arguments().get("within") instanceof KeySet within && within.size() <= settings.exactUpTo()
                ? Math.min(settings.exactParts(), within.size() / settings.exactPartOf())
                : 1;
    }

    /** Opens transactions of its own: whoever asks must not hold a connection that they may have to wait for. */
    Mono<Selection> answer(Principal principal, SelectionRequest request) {
        ExactPage page = ExactPage.of(request.withEntries());
        KeySet within = (KeySet) Objects.requireNonNull(request.arguments().get("within"));
        return Flux.fromIterable(divided(within, parts(request)))
                .flatMap(part ->
                        answers.select(principal, page.within(part).query().onlyRanked()))
                .collectList()
                .map(found -> merged(found, request))
                .flatMap(nearest -> nearest.complete() ? answers.select(principal, page.query()) : Mono.just(nearest))
                .map(page::told);
    }

    private static List<KeySet> divided(KeySet keys, int parts) {
        int[] all = keys.toArray();
        return IntStream.range(0, parts)
                .mapToObj(part -> KeySet.of(
                        Arrays.copyOfRange(all, begins(all.length, part, parts), begins(all.length, part + 1, parts))))
                .toList();
    }

    private static int begins(int size, int part, int parts) {
        return (int) ((long) size * part / parts);
    }

    private static Selection merged(List<Selection> parts, SelectionRequest request) {
        List<Entry> entries = new ArrayList<>(
                parts.stream().flatMap(part -> part.entries().stream()).toList());
        entries.sort(NearestPage.NEAREST_FIRST);
        boolean complete = entries.size() <= request.first() && parts.stream().allMatch(Selection::complete);
        List<Entry> page = entries.subList(0, Math.min(request.first(), entries.size()));
        return new Selection(
                KeySet.of(page.stream().mapToInt(Entry::key).toArray()),
                complete,
                parts.stream().mapToInt(Selection::count).sum(),
                parts.stream().mapToDouble(Selection::estimate).sum(),
                page,
                request.wanted().contains(Wanted.END_CURSOR) && !page.isEmpty()
                        ? page.getLast().cursor()
                        : null,
                null,
                parts.getFirst().facets(),
                Map.of());
    }
}
