package io.weft.gateway.planning;

import io.weft.gateway.document.When;
import io.weft.gateway.planning.Fact.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * One tree with steps chosen and uses marked.
 *
 * @param root  of the tree
 * @param cost  to compare with other solutions of the same tree
 * @param facts all that are used
 */
record Solution(Place root, Cost cost, List<Fact> facts) {

    /** Beyond this many goals the first choice stands. */
    private static final int WORTH_REFINING = 2_000;

    /** How often a choice is questioned. */
    private static final int ATTEMPTS = 16;

    /**
     * @param missing wanted fields that cannot be had
     * @param avoided what is asked of subgraphs that are to be avoided
     * @param levels  requests in a row
     * @param doubts  lookups by keys that may be null
     */
    record Cost(int missing, int avoided, int levels, int requests, int doubts, int lookups, int fields)
            implements Comparable<Cost> {
        private static final Comparator<Cost> ORDER = Comparator.comparingInt(Cost::missing)
                .thenComparingInt(Cost::avoided)
                .thenComparingInt(Cost::levels)
                .thenComparingInt(Cost::requests)
                .thenComparingInt(Cost::doubts)
                .thenComparingInt(Cost::lookups)
                .thenComparingInt(Cost::fields);

        @Override
        public int compareTo(Cost other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Derives, chooses, and then questions the choice: for each request of the plan it tries how the plan would be
     * without it.
     *
     * @param roots   the subgraphs whose root type may be asked
     * @param avoided the subgraphs that are asked only for what no other answers
     */
    static Solution of(QueryGraph graph, Place root, IntPredicate roots, BitSet avoided) {
        List<Slot> goals = new ArrayList<>();
        List<Slot> objects = new ArrayList<>();
        collectGoals(root, goals, objects);
        goals.addAll(objects);
        int lastLevel = DeriveFacts.of(graph, root, roots, goals, avoided);
        BitSet banned = new BitSet();
        Limits limits = new Limits(lastLevel, banned, avoided);
        List<Slot> missing =
                goals.stream().filter(goal -> goal.values.isEmpty()).toList();
        goals.removeAll(missing);
        Solution best = attempt(graph, root, goals, missing.size(), limits).orElseThrow();
        Needed needed = Needed.of(goals);
        int attempts = goals.size() > WORTH_REFINING ? 0 : ATTEMPTS;
        List<Integer> requests = best.requests(graph);
        boolean isLatest = true;
        for (int request : requests) {
            if (!needed.mayDoWithout(request, requests, graph)) {
                continue;
            }
            if (attempts-- <= 0) {
                break;
            }
            banned.set(request);
            Optional<Solution> without = attempt(graph, root, goals, missing.size(), limits);
            if (without.isPresent() && without.get().cost().compareTo(best.cost()) < 0) {
                best = without.get();
                isLatest = true;
            } else {
                banned.clear(request);
                isLatest = false;
            }
        }
        return isLatest
                ? best
                : attempt(graph, root, goals, missing.size(), limits).orElseThrow();
    }

    private static Optional<Solution> attempt(
            QueryGraph graph, Place root, List<Slot> goals, int missing, Limits limits) {
        forgetAll(root);
        Optional<Map<Slot, Fact>> chosen = new ChooseSteps(graph, limits).choose(goals);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        chosen.get().forEach((goal, fact) -> use(fact, Objects.requireNonNull(goal.wanted)));
        takeAlong(root);
        List<Fact> facts = new ArrayList<>();
        collectUsed(root, facts);
        return Optional.of(new Solution(root, cost(graph, facts, missing, limits.avoided()), facts));
    }

    /** The fact is needed then, and so is what it comes with. */
    static void use(Fact fact, When when) {
        if (fact.use(when)) {
            switch (fact.step()) {
                case Step.Enter() -> {}
                case Step.Descend(Fact value) -> use(value, when);
                case Step.Answer(Fact presence) -> use(presence, when);
                case Step.Hop hop -> fact.inputs().forEach(input -> use(input, when));
            }
        }
    }

    /** What is wanted of unexpected objects, where it comes with what has been chosen for the others. */
    private static void takeAlong(Place place) {
        for (Slot slot : place.slots.values()) {
            for (Place below : slot.places) {
                if (below.isUnexpected) {
                    slot.values.stream().filter(Fact::isUsed).findFirst().ifPresent(value -> takeAlong(below, value));
                } else {
                    takeAlong(below);
                }
            }
        }
    }

    private static void takeAlong(Place place, Fact above) {
        for (Fact presence : place.presences) {
            for (Step step : presence.steps) {
                if (step instanceof Step.Descend(Fact value) && value == above) {
                    presence.choose(step, 0, List.of());
                    place.slots.values().forEach(slot -> takeAlong(slot, presence));
                }
            }
        }
    }

    private static void takeAlong(Slot slot, Fact presence) {
        When wanted = slot.wanted;
        for (Fact value : slot.values) {
            for (Step step : value.steps) {
                if (wanted != null && step instanceof Step.Answer(Fact with) && with == presence) {
                    value.choose(step, 0, List.of());
                    use(value, wanted);
                    slot.places.forEach(below -> takeAlong(below, value));
                }
            }
        }
    }

    private List<Integer> requests(QueryGraph graph) {
        return facts.stream()
                .filter(Solution::isSent)
                .map(fact -> ChooseSteps.request(graph, fact.level(), fact.subgraph))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Whether the fact begins a call, rather than coming with another. */
    static boolean isSent(Fact fact) {
        return fact.step() instanceof Step.Enter || fact.step() instanceof Step.Hop;
    }

    private static Cost cost(QueryGraph graph, List<Fact> facts, int missing, BitSet avoided) {
        Set<Integer> requests = new HashSet<>();
        int levels = 0;
        int doubts = 0;
        int lookups = 0;
        int fields = 0;
        int reluctant = 0;
        for (Fact fact : facts) {
            reluctant += avoided.get(fact.subgraph) ? 1 : 0;
            levels = Math.max(levels, fact.level() + 1);
            fields += fact.slot == null ? 0 : 1;
            if (isSent(fact)) {
                requests.add(ChooseSteps.request(graph, fact.level(), fact.subgraph));
                lookups += fact.level() == 0 ? 0 : 1;
                doubts += fact.step() instanceof Step.Hop hop && hop.entrance().mayBeShut() ? 1 : 0;
            }
        }
        return new Cost(missing, reluctant, levels, requests.size(), doubts, lookups, fields);
    }

    /** Wanted leaves, and wanted objects: these must be there even where conditions leave nothing of them. */
    private static void collectGoals(Place place, List<Slot> leaves, List<Slot> objects) {
        for (Slot slot : place.slots.values()) {
            if (slot.wanted != null && isAsked(slot)) {
                (slot.isComposite ? objects : leaves).add(slot);
                slot.places.stream()
                        .filter(below -> !below.isUnexpected)
                        .forEach(below -> collectGoals(below, leaves, objects));
            }
        }
    }

    /** The name of a type that is certain need not be asked for. */
    private static boolean isAsked(Slot slot) {
        return !slot.isTypename() || slot.parent.slot != null;
    }

    private static void forgetAll(Place place) {
        place.presences.forEach(Fact::forget);
        for (Slot slot : place.slots.values()) {
            slot.values.forEach(Fact::forget);
            slot.places.forEach(Solution::forgetAll);
        }
    }

    private static void collectUsed(Place place, List<Fact> into) {
        place.presences.stream().filter(Fact::isUsed).forEach(into::add);
        for (Slot slot : place.slots.values()) {
            slot.values.stream().filter(Fact::isUsed).forEach(into::add);
            slot.places.forEach(below -> collectUsed(below, into));
        }
    }
}
