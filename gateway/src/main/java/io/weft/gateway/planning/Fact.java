package io.weft.gateway.planning;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.When;
import io.weft.gateway.planning.Place.Entrance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a subgraph can be brought to answer: the objects of a place, or the value of a slot. The ways to get
 * there are its steps; a plan chooses one of them.
 */
final class Fact {
    /** The place whose objects are there, or whose slot has its value. */
    final Place place;

    /** Null for the objects themselves. */
    final @Nullable Slot slot;

    final int subgraph;

    /** What can be answered here although it is external, because a field above provides it. */
    final SelectionSet provided;

    /** After how many requests in a row it can be there at the earliest. */
    final int earliest;

    final List<Step> steps = new ArrayList<>();

    private @Nullable Step chosen;
    private int hopLevel;
    private List<Fact> inputs = List.of();

    @Nullable When uses;

    Fact(Place place, @Nullable Slot slot, int subgraph, SelectionSet provided, int earliest) {
        this.place = place;
        this.slot = slot;
        this.subgraph = subgraph;
        this.provided = provided;
        this.earliest = earliest;
    }

    /** How a fact comes about. */
    sealed interface Step {
        /** The subgraph is asked for its root type. */
        record Enter() implements Step {}

        /** The objects come with the value of the field above. */
        record Descend(Fact value) implements Step {}

        /** The value comes with its object. */
        record Answer(Fact presence) implements Step {}

        /** The objects are looked up, with {@code requirements} sent along. */
        record Hop(Entrance entrance, List<Slot> requirements) implements Step {}
    }

    Slot theSlot() {
        return Objects.requireNonNull(slot);
    }

    Step step() {
        return Objects.requireNonNull(chosen);
    }

    boolean isChosen() {
        return chosen != null;
    }

    boolean isUsed() {
        return uses != null;
    }

    boolean isUsedWherever(When when) {
        return uses != null && uses.or(when).equals(uses);
    }

    /** Where {@link #step()} is a hop: the values it needs. */
    List<Fact> inputs() {
        return inputs;
    }

    void choose(Step step, int level, List<Fact> needed) {
        chosen = step;
        hopLevel = level;
        inputs = List.copyOf(needed);
    }

    void forget() {
        chosen = null;
        uses = null;
        inputs = List.of();
    }

    /** After how many requests in a row it is there, by the steps chosen. */
    int level() {
        return switch (step()) {
            case Step.Enter() -> 0;
            case Step.Descend(Fact value) -> value.level();
            case Step.Answer(Fact presence) -> presence.level();
            case Step.Hop hop -> hopLevel;
        };
    }

    /** Adds to when it is needed; whether that said anything new. */
    boolean use(When when) {
        When before = uses;
        uses = before == null ? when : before.or(when);
        return !uses.equals(before);
    }
}
