package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Found.Entry;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.Selector;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/**
 * Entities one after another, as a page goes through them: first those that the ordering subgraph knows, in its order, then
 * the strangers, by key; without an order all of them by key. Going backward it is all reversed.
 */
final class InOrder {

    private final AskSelectors asking;
    private final Optional<Ordering> ordering;
    private final PageRequest page;
    private final boolean cursorsAreRead;
    private final Candidates candidates;
    private final ToldBefore.OfCaller told;

    /**
     * @param cursorsAreRead whether the client gets to see any
     * @param candidates     get to be asked about where they are told
     * @param told           what was told before
     */
    InOrder(
            AskSelectors asking,
            Optional<Ordering> ordering,
            PageRequest page,
            boolean cursorsAreRead,
            Candidates candidates,
            ToldBefore.OfCaller told) {
        this.told = told;
        this.candidates = candidates;
        this.cursorsAreRead = cursorsAreRead;
        this.asking = asking;
        this.ordering = ordering;
        this.page = page;
    }

    PageRequest page() {
        return page;
    }

    Optional<Selector> orderingSelector() {
        return ordering.map(Ordering::selector);
    }

    /** Whether there may be entities that the ordering subgraph does not know. */
    boolean hasStrangers() {
        return ordering.isPresent() && !ordering.get().selector().all();
    }

    /** Whether the page begins among the strangers. */
    boolean isAmongStrangers() {
        boolean atKey = page.after().orElse(null) instanceof Place.AtKey;
        boolean fromTheEnd = page.backward() && page.after().isEmpty();
        return hasStrangers() && (atKey || fromTheEnd);
    }

    /** Whether an entity's place depends on what else is selected: then only the whole selection can be put in order. */
    boolean isRelative() {
        return ordering.isPresent() && ordering.get().isRelative();
    }

    /** Whether the first ones of many may be told without some that should be among them. */
    boolean isApproximate() {
        return ordering.isPresent() && ordering.get().isApproximate();
    }

    /** Where the page begins, as a subgraph's cursor. */
    Optional<String> cursor() {
        return page.after().map(this::cursor);
    }

    private String cursor(Place place) {
        return switch (place) {
            case Place.Ordered(String cursor) when ordering.isPresent() -> cursor;
            case Place.AtKey(int key) when ordering.isEmpty() -> String.valueOf(key);
            case Place.Ordered _, Place.AtKey _, Place.Unasked _ ->
                throw SelectionFailure.input("the cursor belongs to another order: begin with the first page");
        };
    }

    /**
     * @param complete whether nothing follows
     * @param last     where the next one begins
     */
    record Batch(List<Entry> entries, boolean complete, Optional<String> last, Optional<Double> recall) {

        int[] inOrder() {
            return entries.stream().mapToInt(Entry::key).toArray();
        }

        KeySet keys() {
            return KeySet.of(inOrder());
        }

        Batch without(KeySet others) {
            return others.isEmpty()
                    ? this
                    : new Batch(
                            entries.stream()
                                    .filter(entry -> !others.contains(entry.key()))
                                    .toList(),
                            complete,
                            last,
                            recall);
        }
    }

    /** What is asked to get entries. A cursor of each can be dear where the order is by nearness: then it is left out if it can. */
    Set<Want> entries(Selector selector) {
        Set<Want> wants = EnumSet.of(Want.ENTRIES);
        if (ordering.isPresent()) {
            boolean each = cursorsAreRead || !selector.offers(Selector.Offer.END_CURSOR);
            wants.add(each ? Want.CURSORS : Want.END_CURSOR);
            if (selector.offers(Selector.Offer.RECALL)) {
                wants.add(Want.RECALL);
            }
        }
        return wants;
    }

    /** The next ones that a subgraph tells in order, of those in a set and of those that match its own part of the filter. */
    Mono<Batch> next(
            Selector selector, Optional<Leaf> leaf, Optional<KeySet> within, int size, Optional<String> after) {
        SelectorRequest request = request(selector, leaf, entries(selector), size, after);
        return asking.ask(candidates.telling(within.map(request::within).orElse(request)))
                .map(answer -> {
                    List<SelectorAnswer.Entry> told = answer.entries();
                    return new Batch(
                            told.stream().map(this::entry).toList(),
                            answer.complete() || told.isEmpty(),
                            ordering.isPresent() || told.isEmpty()
                                    ? answer.end()
                                    : Optional.of(String.valueOf(told.getLast().key())),
                            answer.recall());
                });
    }

    /** What the page's first entries were when the same was asked before. */
    ToldBefore.Before before(Selector selector, Optional<Leaf> leaf) {
        return told.of(request(selector, leaf, Set.of(), 0, cursor()));
    }

    /** A question in this order. */
    SelectorRequest request(
            Selector selector, Optional<Leaf> leaf, Set<Want> wants, int first, Optional<String> after) {
        SelectorRequest request = SelectorRequest.of(selector, wants, first)
                .ordered(ordering.map(Ordering::keys), page.backward(), after);
        return leaf.filter(part -> !part.filter().isEmpty())
                .map(part -> request.filtered(part.filter()))
                .orElse(request);
    }

    Entry entry(SelectorAnswer.Entry entry) {
        return new Entry(
                entry.key(),
                ordering.isPresent()
                        ? entry.cursor().<Place>map(Place.Ordered::new).orElseGet(Place.Unasked::new)
                        : new Place.AtKey(entry.key()),
                entry.score());
    }

    /** Those of a set that the ordering subgraph does not know. */
    Mono<KeySet> strangers(KeySet all) {
        if (all.isEmpty() || !hasStrangers()) {
            return Mono.just(KeySet.EMPTY);
        }
        Ordering order = ordering.orElseThrow();
        return asking.askAll(SelectorRequest.of(order.selector(), Set.of(Want.KEYS), all.size())
                        .ordered(Optional.of(order.keys()), false, Optional.empty())
                        .within(all))
                .map(all::without);
    }

    /** The first ones of a set by key, behind the page's place where that is a key. */
    List<Entry> byKey(KeySet all, int count) {
        KeySet rest = page.after().orElse(null) instanceof Place.AtKey(int key)
                ? page.backward() ? all.below(key) : all.above(key)
                : all;
        int[] keys = (page.backward() ? rest.greatest(count) : rest.least(count)).toArray();
        IntStream ordered = page.backward()
                ? IntStream.range(0, keys.length).map(i -> keys[keys.length - 1 - i])
                : Arrays.stream(keys);
        return ordered.mapToObj(key -> new Entry(key, new Place.AtKey(key), Optional.empty()))
                .toList();
    }
}
