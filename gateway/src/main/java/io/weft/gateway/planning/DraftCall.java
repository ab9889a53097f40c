package io.weft.gateway.planning;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.When;
import io.weft.gateway.planning.plan.Call.KeyMatch;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.planning.plan.Representation;
import io.weft.gateway.supergraph.Lookup;
import java.util.ArrayList;
import java.util.List;
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
        When when,
        Set<Integer> after) {

    /** The same question about other objects. */
    boolean asksTheSameAs(DraftCall other) {
        return lookup != null
                && subgraph == other.subgraph
                && level == other.level
                && lookup.equals(other.lookup)
                && representations.equals(other.representations)
                && matches.equals(other.matches)
                && selections.equals(other.selections)
                && when.equals(other.when);
    }

    DraftCall about(DraftCall other) {
        List<DataPath> paths = new ArrayList<>(targets);
        other.targets.stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        Set<Integer> waits = new TreeSet<>(after);
        waits.addAll(other.after);
        return new DraftCall(subgraph, level, lookup, paths, representations, matches, selections, when, waits);
    }
}
