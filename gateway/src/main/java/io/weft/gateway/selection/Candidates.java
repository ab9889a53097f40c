package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.execution.Prefetch;
import io.weft.gateway.execution.Rider;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entities that may be on a page, once they are few: their fields are asked for while subgraphs still say which of them match. With a subgraph
 * that is asked about them anyway, that goes along.
 */
final class Candidates {

    /** How many of them there may be for each entity of the page: what is asked of the others is in vain. */
    private static final int FOR_EACH = 5;

    /** How many there may be at all: what a large page costs is not the round of calls. */
    private static final int MOST = 400;

    private final Prefetch prefetch;
    private final String field;
    private final Map<SubgraphName, Rider> waiting = new HashMap<>();
    private KeySet known = KeySet.EMPTY;
    private KeySet keys = KeySet.EMPTY;
    private int left;

    private Candidates(Prefetch prefetch, String field, int most) {
        this.prefetch = prefetch;
        this.field = field;
        this.left = most;
    }

    /** Where no page is asked for: there are none. */
    static Candidates none() {
        return new Candidates(Prefetch.NONE, "", 0);
    }

    /** @param field of the answer, that has the page */
    static Candidates of(Prefetch prefetch, String field, PageRequest page) {
        return prefetch.subgraphs(field).isEmpty()
                ? none()
                : new Candidates(prefetch, field, Math.min(FOR_EACH * (page.size() + 1), MOST));
    }

    /**
     * Nothing but these can be on the page.
     *
     * @param asked who is about to be asked about all of them
     */
    synchronized void are(KeySet all, Set<SubgraphName> asked) {
        if (all.without(known).isEmpty() || all.size() > left) {
            return;
        }
        left -= all.size();
        known = known.or(all);
        keys = all;
        waiting.clear();
        int[] each = all.toArray();
        for (SubgraphName subgraph : prefetch.subgraphs(field)) {
            Optional<Rider> rider = asked.contains(subgraph) ? prefetch.rider(field, subgraph, each) : Optional.empty();
            rider.ifPresentOrElse(along -> waiting.put(subgraph, along), () -> prefetch.send(field, subgraph, each));
        }
    }

    /** The same request, with what goes along. */
    synchronized SelectorRequest along(SelectorRequest request) {
        return request.within().filter(keys::equals).isPresent()
                ? Optional.ofNullable(waiting.remove(request.selector().subgraph()))
                        .map(request::carrying)
                        .orElse(request)
                : request;
    }
}
