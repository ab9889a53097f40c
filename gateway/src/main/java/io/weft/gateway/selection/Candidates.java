package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.execution.Prefetch;
import io.weft.gateway.execution.Prefetch.Sureness;
import io.weft.gateway.execution.Rider;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.HashMap;
import java.util.HashSet;
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

    /** What of them is asked ahead. */
    enum Scope {
        /** Nothing. */
        NOTHING,
        /** Those of a page, and few that are all there can be: where all that match must be found, what is told on the way is mostly in vain. */
        FOUND,
        /** What is told on the way, too. */
        TOLD
    }

    private final Prefetch prefetch;
    private final String field;
    private final Scope scope;
    private final int wanted;
    private final Optional<SubgraphName> orderer;
    private final Map<SubgraphName, KeySet> told = new HashMap<>();
    private final Set<SubgraphName> waiting = new HashSet<>();

    /** Who is about to tell of entities, which may be candidates before. */
    private final Set<SubgraphName> telling = new HashSet<>();

    private KeySet known = KeySet.EMPTY;
    private KeySet keys = KeySet.EMPTY;
    private int left;

    private Candidates(Scope scope, Prefetch prefetch, String field, int wanted, Optional<SubgraphName> orderer) {
        this.orderer = orderer;
        this.scope = scope;
        this.prefetch = prefetch;
        this.field = field;
        this.wanted = wanted;
        this.left = scope == Scope.NOTHING ? 0 : Math.min(FOR_EACH * wanted, MOST);
    }

    /** Where there are none. */
    static Candidates none() {
        return new Candidates(Scope.NOTHING, Prefetch.NONE, "", 0, Optional.empty());
    }

    /**
     * @param field   of the answer, that has the page
     * @param orderer who puts the page in order, if anybody
     */
    static Candidates of(Scope scope, Prefetch prefetch, String field, PageRequest page, Optional<Selector> orderer) {
        Optional<SubgraphName> tells = orderer.filter(selector -> selector.offers(Selector.Offer.NODES))
                .map(Selector::subgraph);
        return new Candidates(scope, prefetch, field, page.size() + 1, tells);
    }

    /**
     * Nothing but these can be on the page. Whoever puts the page in order tells its fields with it, if he does such a thing.
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
        for (SubgraphName subgraph : prefetch.subgraphs(field)) {
            KeySet unknown = all.without(told.getOrDefault(subgraph, KeySet.EMPTY));
            if (unknown.isEmpty() || orderer.filter(subgraph::equals).isPresent()) {
                continue;
            }
            if (asked.contains(subgraph)) {
                waiting.add(subgraph);
            } else if (!telling.contains(subgraph)) {
                prefetch.send(field, subgraph, unknown.toArray());
            }
        }
    }

    /**
     * A request for entities in order, with their fields where these are few.
     *
     * @param request whose answer are the candidates
     */
    synchronized SelectorRequest telling(SelectorRequest request) {
        boolean isPage = request.first() <= Math.min(wanted, MOST);
        boolean isAsked = isPage ? scope != Scope.NOTHING : scope == Scope.TOLD && request.first() <= left;
        if (!isAsked) {
            return request;
        }
        Optional<Rider> rider = ofNodes(request.selector(), isPage ? Sureness.SURE : Sureness.MAYBE);
        rider.ifPresent(nodes -> telling.add(request.selector().subgraph()));
        return rider.map(request::carrying).orElse(request);
    }

    /**
     * A request about all of the candidates, with what goes along.
     *
     * @param matching whether only those that it finds can be on the page
     */
    synchronized SelectorRequest along(SelectorRequest request, boolean matching) {
        Selector selector = request.selector();
        SubgraphName subgraph = selector.subgraph();
        if (request.within().filter(keys::equals).isEmpty() || !waiting.remove(subgraph)) {
            return request;
        }
        Optional<Rider> rider = (matching ? ofNodes(selector, Sureness.MAYBE) : Optional.<Rider>empty())
                .or(() -> prefetch.rootField(field, subgraph, keys.toArray()));
        if (rider.isEmpty()) {
            prefetch.send(field, subgraph, keys.toArray());
        }
        return rider.map(request::carrying).orElse(request);
    }

    private Optional<Rider> ofNodes(Selector selector, Sureness sureness) {
        return selector.offers(Selector.Offer.NODES)
                ? prefetch.ofNodes(field, selector.subgraph(), sureness)
                        .map(nodes -> nodes.telling(keys -> tell(selector.subgraph(), KeySet.of(keys))))
                : Optional.empty();
    }

    private synchronized void tell(SubgraphName subgraph, KeySet entities) {
        told.merge(subgraph, entities, KeySet::or);
        telling.remove(subgraph);
    }
}
