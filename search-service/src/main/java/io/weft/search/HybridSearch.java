package io.weft.search;

import io.weft.postgres.problem.Refusal;
import io.weft.postgres.sql.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The input HybridSearch: reciprocal rank fusion of a text's matches and a vector's distances. Places are counted among the selected records
 * only, so that what another service's filter leaves out takes none.
 *
 * @param words the text's language and query
 */
record HybridSearch(List<Object> words, SimilarTo to, double textWeight, double vectorWeight, double k) {

    private static final String PICKED = "picked as materialized ({5}), ";
    private static final String TEXTS = "texts as (select hit.record_number as key,"
            + " row_number() over (order by hit.score desc, hit.record_number) as place"
            + " from search.scored(websearch_to_tsquery({0}::text::regconfig, {1})) hit"
            + " join search.documents doc on doc.record_number = hit.record_number%s), ";
    private static final String PICKED_TEXTS = " join picked on picked.key = hit.record_number";

    /** Adding nothing keeps PostgreSQL from asking the index. */
    private static final String COMPARED =
            "select record_number as key, (embedding %s {3}::vector) + 0 as value from %s%s";

    private static final String PICKED_VECTORS = " join picked on picked.key = record_number";

    /** As a join, the keys would be hashed and all vectors sorted; as a test, they are hashed and the index tells vectors until there are enough. */
    private static final String NEAREST =
            "select record_number as key, embedding %1$s {3}::vector as value from %2$s%3$s"
                    + " order by embedding %1$s {3}::vector limit %4$d";

    private static final String PICKED_TEST = " where (record_number in (select key from picked)) is true";
    private static final String FUSED =
            "near as (select key, row_number() over (order by value, key) as place from (%s) vectors)"
                    + " select key, sum(score) as value from ("
                    + "select key, {2}::float8 / ({6}::float8 + place) from texts union all"
                    + " select key, {4}::float8 / ({6}::float8 + place) from near) each(key, score) group by key";

    static HybridSearch of(
            Map<String, Object> input, List<Object> words, SearchSettings.Hybrid settings, String place) {
        return new HybridSearch(
                words,
                SimilarTo.of(SelectionQuestion.fields(input.get("similarTo")), place + ".similarTo"),
                number(input, "textWeight", settings.textWeight(), 0, place),
                number(input, "vectorWeight", settings.vectorWeight(), 0, place),
                number(input, "k", settings.k(), 1, place));
    }

    private static double number(Map<String, Object> input, String name, double otherwise, double least, String place) {
        double number = input.get(name) instanceof Number given ? given.doubleValue() : otherwise;
        if (!(number >= least && number <= 1000)) {
            throw Refusal.input(place + "." + name + " is " + (long) least + " to 1000, not " + number);
        }
        return number;
    }

    /**
     * The records and their scores.
     *
     * @param target     the vector to be near to, as pgvector's text
     * @param everything whether all records are selected
     */
    SqlTemplate scores(NamedVector vector, String target, boolean everything, SelectionQuestion.Way way, int depth) {
        String operator = vector.distance().operator();
        String near = switch (way) {
            case EXACT -> COMPARED.formatted(operator, vector.table(), everything ? "" : PICKED_VECTORS);
            case INDEX -> NEAREST.formatted(operator, vector.table(), everything ? "" : PICKED_TEST, depth);
        };
        String sql = "with " + (everything ? "" : PICKED) + TEXTS.formatted(everything ? "" : PICKED_TEXTS)
                + FUSED.formatted(near);
        List<Object> values = new ArrayList<>(words);
        values.addAll(List.of(textWeight, target, vectorWeight, everything ? "" : SqlTemplate.SELECTED, k));
        return new SqlTemplate(sql, values);
    }
}
