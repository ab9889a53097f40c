package io.weft.postgres.selection;

import io.weft.contracts.Principal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.BoundSelector;
import io.weft.postgres.sql.CostLimit;
import io.weft.postgres.sql.SelectorQuery;
import io.weft.postgres.sql.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the statements of a selector as the caller, in one snapshot that only reads. The driver is given all at once but what depends on how many
 * entities were found.
 */
public final class AnswerSelector {

    /** The values say which plan is best, and how large the sets are: a plan for all values would be the wrong one. */
    public static final Map<String, String> SETTINGS = Map.of("plan_cache_mode", "force_custom_plan", "jit", "off");

    /** Up to so many keys are looked up, whatever else is asked: one plan is good for all. */
    private static final int FEW = 400;

    private final PrincipalSession session;
    private final CostLimit limit;

    /** For selectors that have no nodes. */
    public AnswerSelector(PrincipalSession session) {
        this(session, CostLimit.NONE);
    }

    /** @param limit of each statement that gives a page with its nodes: of these a client says what is asked */
    public AnswerSelector(PrincipalSession session, CostLimit limit) {
        this.session = session;
        this.limit = limit;
    }

    /**
     * What is found. Fails with a {@link io.weft.postgres.problem.Refusal} for wrong values.
     *
     * @param given what fills the slots of the query's statements
     */
    public Mono<Found> find(Principal principal, SelectorQuery query, List<Object> given) {
        query.check(given);
        Map<String, String> settings = settings(query, given);
        if (isLimited(query) || query.parts() > 1 && !isLikelyFull(query, given)) {
            return inTurn(principal, query, given, settings);
        }
        Found found = new Found(query, given);
        return session.ask(principal, inOrder(query, given).orElse(settings), found.beginning())
                .map(found::begun)
                .flatMap(begun -> begun.lacksMore() ? inTurn(principal, query, given, settings) : Mono.just(begun));
    }

    /** The same, as the contract has it. */
    public Mono<Selection> select(Principal principal, BoundSelector selector) {
        return find(principal, selector.query(), selector.given()).map(Found::selection);
    }

    /**
     * Planning takes longer than reading few entries from where an index begins. A plan for all values does not know how few they are, and would set several processes
     * to work for a tenth of all.
     */
    private static Optional<Map<String, String>> inOrder(SelectorQuery query, List<Object> given) {
        if (!query.isRangeInOrder() || query.first(given) > FEW) {
            return Optional.empty();
        }
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("plan_cache_mode", "force_generic_plan");
        settings.put("max_parallel_workers_per_gather", "0");
        return Optional.of(settings);
    }

    /** Planning for the values takes longer than looking few keys up. */
    private static Map<String, String> settings(SelectorQuery query, List<Object> given) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        if (query.keysGiven(given).orElse(Integer.MAX_VALUE) <= FEW) {
            settings.put("plan_cache_mode", "force_generic_plan");
        }
        settings.putAll(query.settings());
        return settings;
    }

    /**
     * Whether the first part is likely to be the whole page. Where it turns out not to be, all is asked again in one snapshot: so nothing that costs more than a page
     * may be asked with it.
     */
    private static boolean isLikelyFull(SelectorQuery query, List<Object> given) {
        return query.keysGiven(given).orElse(Integer.MAX_VALUE) > query.first(given)
                && !query.wants(Wanted.COUNT)
                && query.facets().isEmpty();
    }

    private Mono<Found> inTurn(
            Principal principal, SelectorQuery query, List<Object> given, Map<String, String> settings) {
        return session.read(
                principal,
                settings,
                transaction -> affordable(transaction, query, given)
                        .then(Mono.defer(() -> find(transaction, new Found(query, given)))));
    }

    private boolean isLimited(SelectorQuery query) {
        return !limit.isNone() && query.wants(Wanted.NODES);
    }

    private Mono<Void> affordable(Transaction transaction, SelectorQuery query, List<Object> given) {
        return isLimited(query)
                ? Flux.range(0, query.parts())
                        .concatMap(part -> limit.check(transaction, query.part(part, query.first(given) + 1, given)))
                        .then()
                : Mono.empty();
    }

    /** The same in a transaction at hand, which has the query's settings and {@link #SETTINGS}. */
    public static Mono<Selection> answer(Transaction transaction, BoundSelector selector) {
        return find(transaction, new Found(selector.query(), selector.given())).map(Found::selection);
    }

    private static Mono<Found> find(Transaction transaction, Found found) {
        return transaction.rows(found.beginning()).map(found::begun).flatMap(begun -> rest(transaction, begun));
    }

    private static Mono<Found> rest(Transaction transaction, Found found) {
        return found.lacksMore()
                ? transaction.rows(found.part()).map(found::add).flatMap(more -> rest(transaction, more))
                : Mono.just(found);
    }
}
