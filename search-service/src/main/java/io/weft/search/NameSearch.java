package io.weft.search;

import io.weft.postgres.problem.Refusal;
import io.weft.postgres.sql.Match;
import io.weft.postgres.sql.SqlTemplate;
import java.util.List;
import java.util.Map;

/** The input RecordNameSearch: texts of weight a in which something is written nearly so, by trigrams. */
record NameSearch(String name, double threshold) {

    private static final String CALLED = " from search.called({0}, {1}::real) hit"
            + " join search.documents doc on doc.record_number = hit.record_number";
    private static final String EXPECTED =
            "select doc.record_number as key from search.documents doc where {0} <% doc.text_a";

    static NameSearch of(Map<String, Object> input, String place) {
        String name = String.valueOf(input.get("similarTo"));
        double threshold = ((Number) input.getOrDefault("threshold", 0.5)).doubleValue();
        if (name.indexOf('\0') >= 0) {
            throw Refusal.input(place + ".similarTo cannot have the character U+0000");
        }
        if (!(threshold > 0 && threshold <= 1)) {
            throw Refusal.input(place + ".threshold is more than 0, and 1 at most, not " + threshold);
        }
        return new NameSearch(name, threshold);
    }

    Match match() {
        return new Match.Found(
                new SqlTemplate("select doc.record_number as key" + CALLED, List.of(name, threshold)),
                new SqlTemplate(EXPECTED, List.of(name)));
    }

    /** The records and how much alike they are. */
    SqlTemplate scores() {
        return new SqlTemplate(
                "select doc.record_number as key, hit.score::float8 as value" + CALLED, List.of(name, threshold));
    }
}
