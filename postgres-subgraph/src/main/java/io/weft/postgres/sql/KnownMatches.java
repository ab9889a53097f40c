package io.weft.postgres.sql;

import io.weft.contracts.selection.KeySet;
import io.weft.postgres.catalog.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Selections by SQL of a service's own: each form of them is compiled once by {@link CompileMatches}, for all values in it. Safe for use by many
 * threads.
 */
public final class KnownMatches {

    private final CompileMatches compile;
    private final CompiledForms<String, SelectorQuery> compiled;

    /**
     * @param entities the table that has a row for each entity, which the caller sees if they may see the entity
     * @param kept     about as many characters of forms and statements
     */
    public KnownMatches(TableName entities, String keyColumn, long kept) {
        this.compile = new CompileMatches(entities, keyColumn);
        this.compiled = new CompiledForms<>(kept, String::length, query -> 4 * query.size());
    }

    /**
     * What answers it, and its values.
     *
     * @param without   keys that are left out besides
     * @param arguments first, within, backward and after
     * @throws io.weft.postgres.problem.Refusal for what is asked wrongly
     */
    public BoundSelector find(
            Match match,
            List<Ranking> rankings,
            KeySet without,
            Map<String, ?> arguments,
            Set<Wanted> wanted,
            String place) {
        GivenMatches given = new GivenMatches();
        given.looked(place);
        given.looked(new TreeSet<>(wanted));
        Map<String, @Nullable Object> page = given.page(arguments);
        Object left = given.without(without);
        Match matches = given.match(match);
        List<Ranking> ranked = rankings.stream().map(given::ranking).toList();
        SelectorQuery query = compiled.find(
                given.form(),
                given.leaves(),
                given.seen(),
                () -> compile.compile(matches, ranked, left, page, wanted, place));
        BoundSelector bound = new BoundSelector(query, given.leaves());
        query.check(bound.given());
        return bound;
    }

    /** How many statements are kept now. */
    public long kept() {
        return compiled.kept();
    }
}
