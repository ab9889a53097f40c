package io.weft.postgres.selection;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.Row;
import io.weft.postgres.sql.SelectorQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Runs the statements of a selector as the caller, in one snapshot that only reads. */
public final class AnswerSelector {

    /** The values say which plan is best, and how large the sets are: a plan for all values would be the wrong one. */
    public static final Map<String, String> SETTINGS = Map.of("plan_cache_mode", "force_custom_plan", "jit", "off");

    private final PrincipalSession session;

    public AnswerSelector(PrincipalSession session) {
        this.session = session;
    }

    public Mono<Selection> answer(Principal principal, SelectorQuery query) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(query.settings());
        return session.read(principal, settings, transaction -> answer(transaction, query));
    }

    /** The same in a transaction at hand, which has the query's settings and {@link #SETTINGS}. */
    public static Mono<Selection> answer(Transaction transaction, SelectorQuery query) {
        return estimate(transaction, query.estimate())
                .flatMap(estimate ->
                        page(transaction, query, new Found(query), 0).map(found -> found.selection(estimate)))
                .flatMap(selection -> facets(transaction, query).map(selection::with));
    }

    private static Mono<Map<String, Row>> facets(Transaction transaction, SelectorQuery query) {
        return Flux.fromIterable(query.facets().entrySet())
                .concatMap(each -> facet(transaction, each.getValue()).map(row -> Map.entry(each.getKey(), row)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Mono<Row> facet(Transaction transaction, Query<Row> query) {
        return transaction
                .query(query.sql(), row -> {
                    List<@Nullable String> cells = new ArrayList<>();
                    for (int i = 0; i < query.cells(); i++) {
                        cells.add(row.get(i, String.class));
                    }
                    return cells;
                })
                .collectList()
                .map(query.read());
    }

    private static Mono<Double> estimate(Transaction transaction, @Nullable Sql explain) {
        return explain == null
                ? Mono.just(0.0)
                : transaction.query(explain, AnswerSelector::expectedRows).single();
    }

    private static double expectedRows(Readable explained) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(explained.get(0, String.class)))
                .at("/0/Plan/Plan Rows")
                .asDouble();
    }

    /** Reads the parts from one on, until there is one entity more than the page has. */
    private static Mono<Found> page(Transaction transaction, SelectorQuery query, Found found, int part) {
        int missing = query.first() + 1 - found.size();
        if (part == query.parts().size() || missing <= 0) {
            return Mono.just(found);
        }
        return transaction
                .query(query.parts().get(part).apply(missing), row -> {
                    found.add(row.get(0, String.class), row.get(1, String.class));
                    return found;
                })
                .single()
                .flatMap(more -> page(transaction, query, more, part + 1));
    }
}
