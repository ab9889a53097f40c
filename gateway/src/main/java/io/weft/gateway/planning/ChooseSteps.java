package io.weft.gateway.planning;

import io.weft.gateway.planning.Fact.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, among the ways to have everything that is wanted, cheap ones: reasoning backward from the goals, each goal
 * takes the way that adds least to what has been chosen so far. See the package's page for the cost model.
 *
 * <p>A fact's price is exact but for inputs that share what they would buy on different levels. It is well-founded
 * without any search: every hop needs its inputs at a lower level, everything else leads up the tree.
 */
final class ChooseSteps {
    private final QueryGraph graph;
    private final Limits limits;

    private final BitSet bought = new BitSet();
    private final Map<Asked, Offer> offers = new HashMap<>();

    ChooseSteps(QueryGraph graph, Limits limits) {
        this.graph = graph;
        this.limits = limits;
    }

    private record Asked(Fact fact, int latest) {}

    /** @param price null where it cannot be had */
    private record Offer(@Nullable Price price) {
        static final Offer NONE = new Offer(null);
    }

    /**
     * @param avoided  what would be asked of subgraphs that are to be avoided
     * @param requests that would be new, as numbers
     * @param doubts   lookups that would be new, by keys that may be null where others are not
     * @param lookups  that would be new
     * @param fields   that would be new
     * @param level    at which it would be there
     * @param step     the step to take; null where the fact has been chosen already
     */
    private record Price(
            int avoided,
            BitSet requests,
            int doubts,
            int lookups,
            int fields,
            int level,
            @Nullable Step step) {
        static final Comparator<Price> ORDER = Comparator.comparingInt(Price::avoided)
                .thenComparingInt(price -> price.requests.cardinality())
                .thenComparingInt(Price::doubts)
                .thenComparingInt(Price::lookups)
                .thenComparingInt(Price::fields)
                .thenComparingInt(Price::level);

        Price with(Step taken, int reluctant, int oneMoreField) {
            return new Price(avoided + reluctant, requests, doubts, lookups, fields + oneMoreField, level, taken);
        }
    }

    /** The number of the request that is sent to a subgraph at a level. */
    static int request(QueryGraph graph, int level, int subgraph) {
        return level * graph.size() + graph.views().first(subgraph);
    }

    /** The value chosen for each goal; empty where the ban leaves a goal without any. */
    Optional<Map<Slot, Fact>> choose(List<Slot> goals) {
        Map<Slot, Fact> chosen = new LinkedHashMap<>();
        List<Slot> hardestFirst = new ArrayList<>(goals);
        hardestFirst.sort(Comparator.comparing((Slot goal) -> goal.isComposite)
                .thenComparingInt(goal -> -earliest(goal))
                .thenComparingInt(goal -> goal.values.size() == 1 ? 0 : 1));
        for (Slot goal : hardestFirst) {
            Fact best = best(goal, limits.lastLevel());
            if (best == null || !take(best, limits.lastLevel())) {
                return Optional.empty();
            }
            chosen.put(goal, best);
        }
        return Optional.of(chosen);
    }

    /** Facts are found level by level. */
    private static int earliest(Slot goal) {
        return goal.values.isEmpty() ? 0 : goal.values.getFirst().earliest;
    }

    private @Nullable Fact best(Slot slot, int latest) {
        Fact best = null;
        Price lowest = null;
        for (Fact value : slot.values) {
            Price price = price(value, latest);
            if (price != null && (lowest == null || Price.ORDER.compare(price, lowest) < 0)) {
                best = value;
                lowest = price;
            }
        }
        return best;
    }

    private @Nullable Price price(Fact fact, int latest) {
        if (fact.earliest > latest) {
            return null;
        }
        if (fact.isChosen() && fact.level() <= latest) {
            return new Price(0, new BitSet(), 0, 0, 0, fact.level(), null);
        }
        Asked asked = new Asked(fact, latest);
        Offer known = offers.get(asked);
        if (known != null) {
            return known.price;
        }
        Price lowest = null;
        for (Step step : fact.steps) {
            Price price = switch (step) {
                case Step.Enter enter -> enter(fact, enter);
                case Step.Descend(Fact value) -> with(price(value, latest), step, reluctance(fact), 0);
                case Step.Answer(Fact presence) -> with(price(presence, latest), step, reluctance(fact), 1);
                case Step.Hop hop -> hop(fact, hop, latest);
            };
            if (price != null && (lowest == null || Price.ORDER.compare(price, lowest) < 0)) {
                lowest = price;
            }
        }
        offers.put(asked, lowest == null ? Offer.NONE : new Offer(lowest));
        return lowest;
    }

    private static @Nullable Price with(@Nullable Price price, Step step, int reluctant, int fields) {
        return price == null ? null : price.with(step, reluctant, fields);
    }

    private int reluctance(Fact fact) {
        return limits.avoided().get(fact.subgraph) ? 1 : 0;
    }

    private @Nullable Price enter(Fact fact, Step step) {
        int request = request(graph, 0, fact.subgraph);
        if (limits.banned().get(request)) {
            return null;
        }
        BitSet requests = new BitSet();
        if (!bought.get(request)) {
            requests.set(request);
        }
        return new Price(reluctance(fact), requests, 0, 0, 0, 0, step);
    }

    private @Nullable Price hop(Fact fact, Step.Hop hop, int latest) {
        BitSet requests = new BitSet();
        int avoided = reluctance(fact);
        int doubts = hop.entrance().mayBeShut() ? 1 : 0;
        int lookups = 1;
        int fields = fact.slot == null ? 0 : 1;
        int level = 0;
        for (Slot input : needed(hop)) {
            Fact best = best(input, latest - 1);
            Price price = best == null ? null : price(best, latest - 1);
            if (price == null) {
                return null;
            }
            requests.or(price.requests);
            avoided += price.avoided;
            doubts += price.doubts;
            lookups += price.lookups;
            fields += price.fields;
            level = Math.max(level, price.level);
        }
        int at = requestLevel(fact.subgraph, level + 1, latest, requests);
        if (at > latest) {
            return null;
        }
        int request = request(graph, at, fact.subgraph);
        if (!bought.get(request)) {
            requests.set(request);
        }
        return new Price(avoided, requests, doubts, lookups, fields, at, hop);
    }

    /** Where a request to the subgraph is sent anyway, else the earliest that is allowed. */
    private int requestLevel(int subgraph, int from, int latest, BitSet planned) {
        int earliest = latest + 1;
        for (int level = latest; level >= from; level--) {
            int request = request(graph, level, subgraph);
            if (!limits.banned().get(request)) {
                earliest = level;
            }
        }
        for (int level = from; level <= latest; level++) {
            int request = request(graph, level, subgraph);
            if (!limits.banned().get(request) && (bought.get(request) || planned.get(request))) {
                return level;
            }
        }
        return earliest;
    }

    private static List<Slot> needed(Step.Hop hop) {
        List<Slot> all = new ArrayList<>(hop.entrance().inputs());
        hop.requirements().stream().filter(slot -> !all.contains(slot)).forEach(all::add);
        return all;
    }

    /**
     * Whether the fact can be had. What has a price can, but for bans: the cheapest way to an input within many levels may be banned within
     * fewer, where a dearer one is not.
     */
    private boolean take(Fact fact, int latest) {
        if (fact.isChosen() && fact.level() <= latest) {
            return true;
        }
        Price price = price(fact, latest);
        Step step = price == null ? null : price.step;
        if (price == null || step == null) {
            throw new IllegalStateException("no price for " + fact.place.type() + " at level " + latest);
        }
        boolean had = switch (step) {
            case Step.Enter() -> {
                buy(fact, step, 0, List.of());
                yield true;
            }
            case Step.Descend(Fact value) -> comesWith(value, fact, step, latest);
            case Step.Answer(Fact presence) -> comesWith(presence, fact, step, latest);
            case Step.Hop hop -> hopsTo(fact, hop, price.level);
        };
        offers.clear();
        return had;
    }

    private boolean comesWith(Fact carrier, Fact fact, Step step, int latest) {
        if (!take(carrier, latest)) {
            return false;
        }
        fact.choose(step, 0, List.of());
        return true;
    }

    private boolean hopsTo(Fact fact, Step.Hop hop, int level) {
        List<Fact> inputs = new ArrayList<>();
        for (Slot input : needed(hop)) {
            Fact best = best(input, level - 1);
            if (best == null || !take(best, level - 1)) {
                return false;
            }
            inputs.add(best);
        }
        // an input may come with the fact itself, had earlier: it must not be had again from itself
        if (!fact.isChosen() || fact.level() > level) {
            buy(fact, hop, level, inputs);
        }
        return true;
    }

    private void buy(Fact fact, Step step, int level, List<Fact> inputs) {
        fact.choose(step, level, inputs);
        bought.set(request(graph, level, fact.subgraph));
        offers.clear();
    }
}
