package io.weft.postgres.sql;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one request may ask for at most; each breach is a clear error.
 *
 * @param filterDepth      how deep a filter nests
 * @param filterPredicates how many conditions it has
 * @param filterRelations  how many relations its filters follow
 * @param page             the largest page; of a selector, where its nodes are asked for, but there never less than 400
 * @param defaultPage      the page where the client names none
 * @param nestedRows       the product of the pages nested in each other
 * @param writtenRows      how many rows one field of a mutation writes
 * @param cost             what a statement of reading may cost by the planner's estimate, in PostgreSQL's units; 0 for no limit. Where
 *     there is one, a question costs one EXPLAIN more
 * @param keys             how many keys a set has that something is selected within
 * @param maxBody          how large its body is: it holds whatever a gateway asks about, up to millions of keys
 */
@ConfigurationProperties(value = "weft.limits", ignoreUnknownFields = false)
public record QueryLimits(
        @DefaultValue("32") int filterDepth,
        @DefaultValue("200") int filterPredicates,
        @DefaultValue("50") int filterRelations,
        @DefaultValue("1000") int page,
        @DefaultValue("20") int defaultPage,
        @DefaultValue("100000") long nestedRows,
        @DefaultValue("1000") int writtenRows,
        @DefaultValue("0") double cost,
        @DefaultValue("5000000") int keys,
        @DefaultValue("16MB") DataSize maxBody) {

    public static final QueryLimits DEFAULT =
            new QueryLimits(32, 200, 50, 1000, 20, 100_000, 1000, 0, 5_000_000, DataSize.ofMegabytes(16));

    /** What a gateway relies on by the selection contract. */
    private static final int PROMISED_KEYS = 20_000;

    public QueryLimits {
        if (keys < PROMISED_KEYS) {
            throw new IllegalArgumentException("weft.limits.keys is " + keys + ": a gateway asks within up to "
                    + PROMISED_KEYS + " keys, so it cannot be less");
        }
        if (maxBody.toBytes() <= 0 || maxBody.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "weft.limits.max-body is " + maxBody + ": it must be above 0 and below 2 GB");
        }
    }
}
