package io.weft.postgres.selection;

import io.weft.contracts.Principal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.BoundSelector;
import io.weft.postgres.sql.SelectorQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Runs the statements of a selector as the caller, in one snapshot that only reads. The driver is given all at once but what depends on how many
 * entities were found.
 */
public final class AnswerSelector {

    /** The values say which plan is best, and how large the sets are: a plan for all values would be the wrong one. */
    public static final Map<String, String> SETTINGS = Map.of("plan_cache_mode", "force_custom_plan", "jit", "off");

    private final PrincipalSession session;

    public AnswerSelector(PrincipalSession session) {
        this.session = session;
    }

    /**
     * What is found. Fails with a {@link io.weft.postgres.problem.Refusal} for wrong values.
     *
     * @param given what fills the slots of the query's statements
     */
    public Mono<Found> find(Principal principal, SelectorQuery query, List<Object> given) {
        query.check(given);
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(query.settings());
        Found found = new Found(query, given);
        return query.parts() <= 1
                ? session.ask(principal, settings, found.beginning()).map(found::begun)
                : session.read(principal, settings, transaction -> find(transaction, found));
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
