package io.weft.postgres.schema;

/** What a page of rows looks like, and how one asks for it. */
final class ConnectionSdl {

    private static final String PAGE_INFO = """
            type PageInfo @shareable {
              hasNextPage: Boolean!
              hasPreviousPage: Boolean!
              startCursor: String
              endCursor: String
            }
            """;
    static final String SORT_ORDER = """
            "Direction and place of nulls: last, unless said otherwise."
            enum SortOrder {
              ASC
              DESC
              ASC_NULLS_FIRST
              DESC_NULLS_FIRST
            }
            """;

    private final Publication publication;
    private final Definitions definitions;
    private final FilterSdl filters;
    private final OrderSdl orders;
    private final AggregateSdl aggregates;

    ConnectionSdl(Publication publication, Definitions definitions, ValueTypeSdl values, SearchSdl searches) {
        this.publication = publication;
        this.definitions = definitions;
        this.filters = new FilterSdl(publication, definitions, values, searches);
        this.orders = new OrderSdl(publication, definitions, searches);
        this.aggregates = new AggregateSdl(publication, definitions, values, filters, orders);
    }

    /** The arguments of a field that is a connection, in brackets. */
    String arguments(String typeName) {
        String orderBy = orders.isOrdered(typeName) ? "orderBy: [" + orders.ofType(typeName) + "!], " : "";
        return "(filter: " + filters.ofType(typeName) + ", " + orderBy
                + "first: Int, after: String, last: Int, before: String, offset: Int)";
    }

    /** The input that says which rows are meant. */
    String filter(String typeName) {
        return filters.ofType(typeName);
    }

    /** Writes the connection over a published type; its name. */
    String of(String typeName) {
        String name = typeName + "Connection";
        if (definitions.claim(name)) {
            definitions.put("PageInfo", PAGE_INFO);
            definitions.put("SortOrder", SORT_ORDER);
            definitions.put(name, """
                    type %1$sConnection {
                      "How many there are in all, whatever the page."
                      totalCount: Int!
                      "How many there are in all, counted no further than the limit."
                      totalCountAtMost(limit: Int!): Int!
                      "About how many there are in all, as the database's planner expects: quick, and seldom exact."
                      estimatedCount: Int!
                      edges: [%1$sEdge!]!
                      nodes: [%1$s!]!
                      pageInfo: PageInfo!
                    %2$s}
                    """.formatted(typeName, aggregates(typeName)));
            definitions.put(typeName + "Edge", """
                    type %1$sEdge {
                      cursor: String!
                      node: %1$s!
                    }
                    """.formatted(typeName));
        }
        return name;
    }

    private String aggregates(String typeName) {
        return publication.type(typeName).operations().contains(Operation.AGGREGATE)
                ? aggregates.fieldsOf(typeName)
                : "";
    }
}
