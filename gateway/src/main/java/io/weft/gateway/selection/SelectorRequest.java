package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.execution.Rider;
import io.weft.gateway.supergraph.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question to one subgraph.
 *
 * @param filter empty for none
 * @param order  empty for the order of the key
 * @param facets what is asked of them; empty for nothing
 * @param rider  what goes along and is no concern of the selection
 */
record SelectorRequest(
        Selector selector,
        Optional<Map<String, @Nullable Object>> filter,
        Optional<List<Object>> order,
        Optional<KeySet> within,
        boolean backward,
        int first,
        Optional<String> after,
        Set<Want> wants,
        Optional<FacetsQuery> facets,
        Optional<Rider> rider) {

    SelectorRequest {
        wants = Set.copyOf(wants);
    }

    /** What is asked about the selection. */
    enum Want {
        KEYS("keys complete"),
        ENTRIES("complete entries { key score }"),
        CURSORS("entries { cursor }"),
        END_CURSOR("endCursor"),
        RECALL("recall"),
        COUNT("count"),
        ESTIMATE("estimate");

        private final String selected;

        Want(String selected) {
            this.selected = selected;
        }

        String selected() {
            return selected;
        }
    }

    /** What is asked for, in words for people. */
    String asked() {
        List<String> words = new ArrayList<>();
        for (Want want : Want.values()) {
            if (wants.contains(want) && want != Want.CURSORS && want != Want.END_CURSOR && want != Want.RECALL) {
                words.add(want.name().toLowerCase(Locale.ROOT));
            }
        }
        facets.ifPresent(query -> words.add("facets"));
        rider.ifPresent(along -> words.add("fields"));
        return String.join(", ", words);
    }

    /** The same, with the keys within which it is asked for. */
    String told() {
        return asked() + within.map(keys -> " within " + keys.size() + " keys").orElse("");
    }

    static SelectorRequest of(Selector selector, Set<Want> wants, int first) {
        return new SelectorRequest(
                selector,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                first,
                Optional.empty(),
                wants,
                Optional.empty(),
                Optional.empty());
    }

    SelectorRequest filtered(Map<String, @Nullable Object> by) {
        return new SelectorRequest(
                selector, Optional.of(by), order, within, backward, first, after, wants, facets, rider);
    }

    SelectorRequest within(KeySet keys) {
        return new SelectorRequest(
                selector, filter, order, Optional.of(keys), backward, first, after, wants, facets, rider);
    }

    SelectorRequest ordered(Optional<List<Object>> by, boolean reversed, Optional<String> behind) {
        return new SelectorRequest(selector, filter, by, within, reversed, first, behind, wants, facets, rider);
    }

    SelectorRequest asking(FacetsQuery query) {
        return new SelectorRequest(
                selector, filter, order, within, backward, first, after, wants, Optional.of(query), rider);
    }

    SelectorRequest carrying(Rider along) {
        return with(Optional.of(along));
    }

    SelectorRequest alone() {
        return with(Optional.empty());
    }

    private SelectorRequest with(Optional<Rider> along) {
        return new SelectorRequest(selector, filter, order, within, backward, first, after, wants, facets, along);
    }
}
