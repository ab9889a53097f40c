package io.weft.postgres.sql;

import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What answers a selector's root field: statements for one snapshot, and how their cells are read. Where the arguments had {@link Given}s, it
 * answers all requests that give others; whoever runs it says what one gives.
 */
public final class SelectorQuery {

    /**
     * An entity in its place.
     *
     * @param cursor null where it is not wanted
     * @param score how well it matches; null where the order is no such, or it does not
     */
    public record Entry(
            int key, @Nullable String cursor, @Nullable Double score) {}

    /** Stands among a statement's values for how many entities the page lacks yet. */
    private enum Missing {
        ENTITIES
    }

    private final Amount first;
    private final Within within;
    private final Set<Wanted> wanted;
    private final List<Sql> parts;
    private final @Nullable Sql estimate;
    private final Map<String, String> settings;
    private final SelectionOrder order;
    private final Map<String, Query<Row>> facets;
    private final Map<String, ObjectReader> nodes;
    private final List<Consumer<List<Object>>> checks;
    private final String place;
    private final boolean rangeInOrder;

    SelectorQuery(
            Amount first,
            Within within,
            Set<Wanted> wanted,
            List<Sql> parts,
            @Nullable Sql estimate,
            Needs needs,
            SelectionOrder order,
            Map<String, ObjectReader> nodes,
            String place) {
        this(
                first,
                within,
                Set.copyOf(wanted),
                List.copyOf(parts),
                estimate,
                Map.copyOf(needs.settings()),
                order,
                Map.of(),
                nodes,
                List.copyOf(needs.checks()),
                place,
                false);
    }

    private SelectorQuery(
            Amount first,
            Within within,
            Set<Wanted> wanted,
            List<Sql> parts,
            @Nullable Sql estimate,
            Map<String, String> settings,
            SelectionOrder order,
            Map<String, Query<Row>> facets,
            Map<String, ObjectReader> nodes,
            List<Consumer<List<Object>>> checks,
            String place,
            boolean rangeInOrder) {
        this.first = first;
        this.within = within;
        this.wanted = wanted;
        this.parts = parts;
        this.estimate = estimate;
        this.settings = settings;
        this.order = order;
        this.facets = facets;
        this.nodes = nodes;
        this.checks = checks;
        this.place = place;
        this.rangeInOrder = rangeInOrder;
    }

    /** @param range whether nothing but a range of what it is ordered by is selected */
    SelectorQuery with(Map<String, Query<Row>> more, boolean range) {
        return new SelectorQuery(
                first,
                within,
                wanted,
                parts,
                estimate,
                settings,
                order,
                new LinkedHashMap<>(more),
                nodes,
                checks,
                place,
                range);
    }

    /** Without the entities that lack the first key of the order. */
    public SelectorQuery onlyRanked() {
        List<Sql> ranked = parts.isEmpty() ? parts : parts.subList(0, 1);
        return new SelectorQuery(
                first, within, wanted, ranked, estimate, settings, order, facets, nodes, checks, place, rangeInOrder);
    }

    /** @throws Refusal for values that are none of these arguments' */
    public void check(List<Object> given) {
        checkedFirst(first.of(given), place);
        checks.forEach(check -> check.accept(given));
    }

    static int checkedFirst(int first, String place) {
        if (first < 0 || first == Integer.MAX_VALUE) {
            throw Refusal.input(place + ".first: is 0 or more, and less than " + Integer.MAX_VALUE);
        }
        return first;
    }

    /** How many entities a page has at most. */
    public int first(List<Object> given) {
        return first.of(given);
    }

    /** How many keys the selection is held to; empty where it is not. */
    public OptionalInt keysGiven(List<Object> given) {
        return within.size(given);
    }

    public boolean wants(Wanted what) {
        return wanted.contains(what);
    }

    /** Whether a range of what the page is ordered by is all that is asked about: its first statement reads an index of that order, whatever the bounds. */
    public boolean isRangeInOrder() {
        return rangeInOrder && facets.isEmpty() && !wants(Wanted.COUNT) && !wants(Wanted.ESTIMATE);
    }

    /** How many statements give the page, one after the other until it is full and one more. */
    public int parts() {
        return parts.size();
    }

    /**
     * One of these statements: it has a row of two cells, {@link #entries} where it {@link #tellsEach} and {@link #keys} otherwise, and, of
     * the first, the count where that is wanted.
     *
     * @param missing how many entities the page lacks, with the one behind it
     */
    public Sql part(int at, int missing, List<Object> given) {
        return Slot.filled(
                parts.get(at),
                bind -> bind instanceof Slot slot ? slot.of(given) : bind == Missing.ENTITIES ? missing : bind);
    }

    static Field<Integer> missing() {
        return DSL.field("{0}", SQLDataType.INTEGER, Expressions.later(Missing.ENTITIES, 1, SQLDataType.INTEGER));
    }

    /** What is said of the selection as a whole, by the names of its fields in the answer. */
    public Map<String, Query<Row>> facets() {
        return facets;
    }

    /** What reads the cells of a node, by the names of its fields in the answer. */
    public Map<String, ObjectReader> nodes() {
        return nodes;
    }

    /** What reads the objects of the answer, by the names of their fields in it. */
    public Map<String, Reader> readers() {
        Map<String, Reader> readers = new HashMap<>(nodes);
        facets.forEach((name, facet) -> readers.put(name, facet.readers().getFirst()));
        return readers;
    }

    /** Explains the selection; null where that is not wanted. */
    public @Nullable Sql estimate(List<Object> given) {
        return estimate == null ? null : Slot.filled(estimate, given);
    }

    /** What is to be set for the transaction. */
    public Map<String, String> settings() {
        return settings;
    }

    /** About how long its statements are. */
    public int size() {
        int texts = parts.stream().mapToInt(part -> part.text().length()).sum()
                + facets.values().stream()
                        .mapToInt(facet -> facet.sql().text().length())
                        .sum();
        return estimate == null ? texts : texts + estimate.text().length();
    }

    /** Whether more is told of each entity of the page than its key. */
    public boolean tellsEach() {
        return wants(Wanted.ENTRIES) || wants(Wanted.NODES);
    }

    /** The keys in the first cell, where nothing else is told of them. */
    public static int[] keys(@Nullable String cell) {
        return cell == null ? new int[0] : KeyText.keys(cell);
    }

    /**
     * The entries in the first cell, each as what it is ordered by, where entries are wanted, otherwise as its key; and, where nodes are
     * wanted, the array of its node's cells behind that.
     */
    public static List<List<@Nullable String>> entries(@Nullable String cell) {
        return cell == null ? List.of() : ArrayText.rows(cell);
    }

    /** The key of an entry. */
    public static int key(List<@Nullable String> entry) {
        return Integer.parseInt(keyText(entry));
    }

    private static String keyText(List<@Nullable String> entry) {
        return Objects.requireNonNull(entry.getLast());
    }

    /** The cursor of each entry. */
    public Function<List<@Nullable String>, String> cursors(List<Object> given) {
        if (order.isByKey()) {
            return SelectorQuery::keyText;
        }
        String fingerprint = order.keys().fingerprint(given);
        return entry -> new Cursor(fingerprint, entry).encoded();
    }

    /** How well an entry matches; null where the order is no such, or it does not. */
    public @Nullable Double score(List<@Nullable String> entry) {
        String text = order.score() ? entry.getFirst() : null;
        return text == null || text.equals("NaN") ? null : Double.valueOf(text);
    }
}
