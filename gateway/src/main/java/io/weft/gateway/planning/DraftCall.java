package io.weft.gateway.planning;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.When;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.Call.KeyMatch;
import io.weft.gateway.planning.plan.ContextValue;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.planning.plan.Representation;
import io.weft.gateway.supergraph.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A call before it has found its request.
 *
 * @param subgraph        who is asked
 * @param level           after how many requests in a row
 * @param lookup          null for root fields
 * @param targets         where the objects are; empty for the root itself
 * @param representations none for root fields
 * @param matches         what a found object repeats of its key
 * @param contexts        as in {@link Call.Entities}
 * @param parts           as in {@link Call.Keyed}
 * @param after           the requests it waits for, by number
 */
record DraftCall(
        int subgraph,
        int level,
        @Nullable Lookup lookup,
        List<DataPath> targets,
        List<Representation> representations,
        List<KeyMatch> matches,
        SelectionSet selections,
        List<ContextValue> contexts,
        List<Call.Part> parts,
        When when,
        Set<Integer> after) {

    /** @param targets empty for the root itself */
    static DraftCall ofRoot(
            int subgraph, int level, List<DataPath> targets, SelectionSet selections, When when, Set<Integer> after) {
        return new DraftCall(
                subgraph, level, null, targets, List.of(), List.of(), selections, List.of(), List.of(), when, after);
    }

    /** The same question about other objects. */
    boolean asksTheSameAs(DraftCall other) {
        return !targets.isEmpty()
                && !other.targets.isEmpty()
                && subgraph == other.subgraph
                && level == other.level
                && Objects.equals(lookup, other.lookup)
                && representations.equals(other.representations)
                && matches.equals(other.matches)
                && selections.equals(other.selections)
                && variables().equals(other.variables())
                && parts.equals(other.parts)
                && when.equals(other.when);
    }

    private List<String> variables() {
        return contexts.stream().map(ContextValue::variable).toList();
    }

    DraftCall about(DraftCall other) {
        List<DataPath> paths = new ArrayList<>(targets);
        List<Integer> added = new ArrayList<>();
        for (int i = 0; i < other.targets.size(); i++) {
            if (!targets.contains(other.targets.get(i))) {
                paths.add(other.targets.get(i));
                added.add(i);
            }
        }
        List<ContextValue> values = new ArrayList<>();
        for (int i = 0; i < contexts.size(); i++) {
            values.add(contexts.get(i).and(other.contexts.get(i), added));
        }
        Set<Integer> waits = new TreeSet<>(after);
        waits.addAll(other.after);
        return new DraftCall(
                subgraph, level, lookup, paths, representations, matches, selections, values, parts, when, waits);
    }
}
