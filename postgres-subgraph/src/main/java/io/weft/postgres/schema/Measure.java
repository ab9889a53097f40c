package io.weft.postgres.schema;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import java.util.List;

/** What a search can find out about a value. */
public enum Measure {
    /** How well a text is found by a full text search; null where it is not. */
    RANK("Rank"),
    /** The places of a text where a full text search finds something, with marks around it. */
    HEADLINE("Headline"),
    /** How alike a text is to another, by trigrams. */
    SIMILARITY("Similarity"),
    /** How far a vector is from another. */
    DISTANCE("Distance");

    /** The tag of a text column that is searched. */
    public static final String SEARCHABLE = "searchable";

    private final String suffix;

    Measure(String suffix) {
        this.suffix = suffix;
    }

    /** What follows the column's name in the field's. */
    String suffix() {
        return suffix;
    }

    String meaning(String field) {
        return switch (this) {
            case RANK -> "How well " + field + " is found by a search; null where it is not found.";
            case HEADLINE -> "The places of " + field + " that a search finds, with marks around what it found.";
            case SIMILARITY -> "How alike " + field + " is to a text by their trigrams, 0 to 1.";
            case DISTANCE -> "How far " + field + " is from a vector.";
        };
    }

    static List<Measure> of(Column column) {
        return switch (column.type().plain()) {
            case ColumnType.Vector _ -> List.of(DISTANCE);
            case ColumnType.Scalar(ScalarKind kind) when kind == ScalarKind.TSVECTOR -> List.of(RANK);
            case ColumnType.Scalar(ScalarKind kind)
            when kind.isText() && column.tags().has(SEARCHABLE) -> List.of(RANK, HEADLINE, SIMILARITY);
            default -> List.of();
        };
    }
}
