package io.weft.postgres.schema;

/** Direction and place of nulls. Nulls come last in both directions unless said otherwise. */
public enum SortOrder {
    ASC(true, false),
    DESC(false, false),
    ASC_NULLS_FIRST(true, true),
    DESC_NULLS_FIRST(false, true);

    private final boolean ascending;
    private final boolean nullsFirst;

    SortOrder(boolean ascending, boolean nullsFirst) {
        this.ascending = ascending;
        this.nullsFirst = nullsFirst;
    }

    public boolean ascending() {
        return ascending;
    }

    public boolean nullsFirst() {
        return nullsFirst;
    }

    /** The same order read from its end. */
    public SortOrder reversed() {
        return switch (this) {
            case ASC -> DESC_NULLS_FIRST;
            case DESC -> ASC_NULLS_FIRST;
            case ASC_NULLS_FIRST -> DESC;
            case DESC_NULLS_FIRST -> ASC;
        };
    }
}
