package io.weft.postgres.catalog;

/** pgvector's types. */
public enum VectorKind {
    /** Elements of single precision. */
    VECTOR("vector"),
    /** Elements of half precision. */
    HALFVEC("halfvec"),
    /** Only the elements that are not zero are kept. */
    SPARSEVEC("sparsevec");

    private final String sql;

    VectorKind(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }
}
