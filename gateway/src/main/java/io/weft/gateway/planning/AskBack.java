package io.weft.gateway.planning;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.planning.plan.Call.KeyMatch;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.Lookup.RootField.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Found objects have to repeat of their key what tells whose they are. It is asked under names of our own, so that
 * nothing the client calls its fields can be taken for it, and nothing of it for a field of the client's.
 */
final class AskBack {
    private AskBack() {}

    /** @param slot of the objects that are looked up, its data keys named */
    static List<KeyMatch> matches(Lookup.RootField lookup, Slot slot) {
        if (!(lookup.answer() instanceof Answer.Matched(Map<String, String> fields))) {
            return List.of();
        }
        Set<String> taken = new HashSet<>();
        slot.places.forEach(place -> place.slots.values().forEach(field -> taken.add(field.dataKey)));
        List<KeyMatch> matches = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            List<String> answered = new ArrayList<>(steps(field.getKey()));
            String alias = "_m" + number++;
            while (taken.contains(alias)) {
                alias = "_m" + number++;
            }
            answered.set(0, alias);
            matches.add(new KeyMatch(answered, steps(field.getValue())));
        }
        return matches;
    }

    /** @param selections on the type that the lookup's field returns */
    static SelectionSet added(Lookup.RootField lookup, List<KeyMatch> matches, SelectionSet selections) {
        if (!(lookup.answer() instanceof Answer.Matched(Map<String, String> fields))) {
            return selections;
        }
        List<Selection> all = new ArrayList<>();
        int number = 0;
        for (String path : fields.keySet()) {
            all.add(field(matches.get(number++).answered().getFirst(), steps(path)));
        }
        all.addAll(selections.selections());
        return new SelectionSet(all);
    }

    private static FieldSelection field(String alias, List<String> path) {
        SelectionSet below = path.size() == 1
                ? SelectionSet.EMPTY
                : SelectionSet.of(field(path.get(1), path.subList(1, path.size())));
        return new FieldSelection(alias, path.getFirst(), List.of(), Conditions.ALWAYS, below);
    }

    private static List<String> steps(String path) {
        return path.isEmpty() ? List.of() : Arrays.asList(path.split("\\."));
    }
}
