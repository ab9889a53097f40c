package io.weft.search;

/** How far two vectors are apart. */
enum Distance {
    COSINE("<=>", "vector_cosine_ops"),
    L2("<->", "vector_l2_ops"),
    INNER_PRODUCT("<#>", "vector_ip_ops");

    private final String operator;
    private final String operatorClass;

    Distance(String operator, String operatorClass) {
        this.operator = operator;
        this.operatorClass = operatorClass;
    }

    String operator() {
        return operator;
    }

    String operatorClass() {
        return operatorClass;
    }
}
