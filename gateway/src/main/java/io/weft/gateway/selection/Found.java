package io.weft.gateway.selection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page as it was found.
 *
 * @param entries in the order asked for, going backward from the end; one more than the page has where there is more
 * @param recall  about what part of the nearest are among them, where the order is by nearness
 */
record Found(List<Entry> entries, Strategy strategy, Optional<Double> recall) {
    Found(List<Entry> entries, Strategy strategy) {
        this(entries, strategy, Optional.empty());
    }

    Found {
        entries = List.copyOf(entries);
    }

    /** @param score how well it matches, where the order is one by match */
    record Entry(int key, Place place, Optional<Double> score) {}

    /** With these behind, as long as there is room. They were asked for later: what has changed since may be among both. */
    Found and(List<Entry> behind, int wanted) {
        Set<Integer> known = entries.stream().map(Entry::key).collect(Collectors.toSet());
        List<Entry> all = Stream.concat(entries.stream(), behind.stream().filter(entry -> !known.contains(entry.key())))
                .limit(Math.max(wanted, entries.size()))
                .toList();
        return new Found(all, strategy, recall);
    }

    Found by(Strategy other) {
        return new Found(entries, other, recall);
    }
}
