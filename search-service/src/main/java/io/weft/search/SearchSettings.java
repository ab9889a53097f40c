package io.weft.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of searching, and what counts how much.
 *
 * @param page       the largest page
 * @param exactUpTo  up to how many visible vectors all are compared instead of asking the index
 * @param exactParts  into how many parts many records are divided that are all compared, each over a connection of its own
 * @param exactPartOf how many records a part has at the least
 * @param recallSamples of how many of its vectors it is measured how well an index finds; 0 to say what is usual instead
 * @param hybrid     what a request for the order by text and vector may leave out
 * @param embeddings who makes vectors of texts
 */
@ConfigurationProperties(prefix = "weft.search", ignoreUnknownFields = false)
public record SearchSettings(
        @DefaultValue("1000") int page,
        @DefaultValue("50000") int exactUpTo,
        @DefaultValue("2") int exactParts,
        @DefaultValue("4000") int exactPartOf,
        @DefaultValue("10") int recallSamples,
        @DefaultValue Hybrid hybrid,
        @DefaultValue EmbeddingSettings embeddings) {

    /**
     * Reciprocal rank fusion: a record's score is {@code textWeight / (k + its place by text) + vectorWeight / (k + its place by distance)}.
     *
     * @param textWeight   how much the place by text counts
     * @param vectorWeight how much the place by distance counts
     * @param k            how little the first places differ: the greater, the less
     * @param depth        how many places by distance there are where the index is asked for them
     */
    public record Hybrid(
            @DefaultValue("1") double textWeight,
            @DefaultValue("1") double vectorWeight,
            @DefaultValue("60") double k,
            @DefaultValue("1000") int depth) {}
}
