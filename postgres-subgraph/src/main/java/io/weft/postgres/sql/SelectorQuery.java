package io.weft.postgres.sql;

import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What answers a selector's root field: statements for one snapshot, and how their cells are read. */
public final class SelectorQuery {

    /** What may be selected. */
    public enum Wanted {
        KEYS,
        COMPLETE,
        COUNT,
        ESTIMATE,
        ENTRIES;

        /** By the names of the fields that are selected; of others nothing is wanted here. */
        public static Set<Wanted> of(Collection<String> fields) {
            Set<Wanted> wanted = EnumSet.noneOf(Wanted.class);
            for (Wanted each : values()) {
                if (fields.contains(each.name().toLowerCase(Locale.ROOT))) {
                    wanted.add(each);
                }
            }
            return wanted;
        }

        boolean isPage() {
            return this == KEYS || this == COMPLETE || this == ENTRIES;
        }
    }

    /**
     * An entity in its place.
     *
     * @param score how well it matches; null where the order is no such, or it does not
     */
    public record Entry(int key, String cursor, @Nullable Double score) {}

    private final int first;
    private final Set<Wanted> wanted;
    private final List<IntFunction<Sql>> parts;
    private final @Nullable Sql estimate;
    private final Map<String, String> settings;
    private final SelectionOrder order;
    private final Map<String, Query<Row>> facets;

    SelectorQuery(
            int first,
            Set<Wanted> wanted,
            List<IntFunction<Sql>> parts,
            @Nullable Sql estimate,
            Map<String, String> settings,
            SelectionOrder order) {
        this(first, wanted, parts, estimate, settings, order, Map.of());
    }

    private SelectorQuery(
            int first,
            Set<Wanted> wanted,
            List<IntFunction<Sql>> parts,
            @Nullable Sql estimate,
            Map<String, String> settings,
            SelectionOrder order,
            Map<String, Query<Row>> facets) {
        this.facets = Map.copyOf(facets);
        this.first = first;
        this.wanted = Set.copyOf(wanted);
        this.parts = List.copyOf(parts);
        this.estimate = estimate;
        this.settings = Map.copyOf(settings);
        this.order = order;
    }

    /** How many entities a page has at most. */
    public int first() {
        return first;
    }

    public boolean wants(Wanted what) {
        return wanted.contains(what);
    }

    /**
     * The statements that give the page, one after the other until it is full and one more: each has a row of two cells, {@link #keys} or
     * {@link #entries}, and, the first, the count where that is wanted.
     */
    public List<IntFunction<Sql>> parts() {
        return parts;
    }

    SelectorQuery with(Map<String, Query<Row>> more) {
        return new SelectorQuery(first, wanted, parts, estimate, settings, order, more);
    }

    /** What is said of the selection as a whole, by the names of its fields in the answer. */
    public Map<String, Query<Row>> facets() {
        return facets;
    }

    /** Without the entities that lack the first key of the order. */
    public SelectorQuery onlyRanked() {
        return new SelectorQuery(
                first, wanted, parts.isEmpty() ? parts : parts.subList(0, 1), estimate, settings, order);
    }

    /** Explains the selection; null where that is not wanted. */
    public @Nullable Sql estimate() {
        return estimate;
    }

    /** What is to be set for the transaction. */
    public Map<String, String> settings() {
        return settings;
    }

    /** The keys in the first cell, where no entries are wanted. */
    public static int[] keys(@Nullable String cell) {
        return cell == null ? new int[0] : KeyText.keys(cell);
    }

    /** The entries in the first cell, where they are wanted. */
    public List<Entry> entries(String cell) {
        String fingerprint = order.keys().fingerprint();
        List<Entry> entries = new ArrayList<>();
        for (List<@Nullable String> values : ArrayText.rows(cell)) {
            String key = Objects.requireNonNull(values.getLast());
            String cursor = order.isByKey() ? key : new Cursor(fingerprint, values).encoded();
            entries.add(new Entry(Integer.parseInt(key), cursor, score(values)));
        }
        return entries;
    }

    private @Nullable Double score(List<@Nullable String> values) {
        String text = order.score() ? values.getFirst() : null;
        return text == null || text.equals("NaN") ? null : Double.valueOf(text);
    }
}
