package io.weft.gateway.operation;

/** What an operation does. */
public enum OperationKind {
    QUERY("query", "Query"),
    MUTATION("mutation", "Mutation"),
    SUBSCRIPTION("subscription", "Subscription");

    private final String keyword;
    private final String rootType;

    OperationKind(String keyword, String rootType) {
        this.keyword = keyword;
        this.rootType = rootType;
    }

    /** As written in a document. */
    public String keyword() {
        return keyword;
    }

    /** The supergraph's root type. */
    public String rootType() {
        return rootType;
    }
}
