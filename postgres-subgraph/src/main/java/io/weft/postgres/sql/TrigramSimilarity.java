package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** How alike a column and a text are by their trigrams, 0 to 1, by the input TrigramSimilarity; functions of pg_trgm. */
final class TrigramSimilarity {

    static final ColumnType TYPE = ColumnType.of(ScalarKind.REAL);

    private TrigramSimilarity() {}

    /** @param place the input's, for errors */
    static Field<Object> of(Field<Object> column, ColumnType type, Map<String, Object> input, String place) {
        Field<Object> text = CompilePredicate.textual(column, type);
        Object said = Objects.requireNonNull(input.get("to"), "the schema demands it");
        Field<?> to = Refusal.placed(place + ".to", () -> Expressions.text(said, Object::toString));
        return switch (String.valueOf(input.get("metric"))) {
            case "WORD" -> DSL.field("word_similarity({0}, {1})", to, text);
            case "STRICT_WORD" -> DSL.field("strict_word_similarity({0}, {1})", to, text);
            default -> DSL.field("similarity({0}, {1})", text, to);
        };
    }
}
