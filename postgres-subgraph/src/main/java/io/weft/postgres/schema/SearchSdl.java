package io.weft.postgres.schema;

/** The inputs of full text searches, of likeness and of distances between vectors; only what is used is written. */
final class SearchSdl {

    private final Definitions definitions;
    private final ValueTypeSdl values;

    SearchSdl(Definitions definitions, ValueTypeSdl values) {
        this.definitions = definitions;
        this.values = values;
    }

    /** Whether an operator's argument is one of the inputs that are written here. */
    static boolean isSearch(String type) {
        return type.equals("TextSearch") || type.equals("TrigramSimilarity") || type.endsWith("VectorDistance");
    }

    /** @param type {@code TextSearch}, {@code TrigramSimilarity}, {@code VectorDistance} or {@code SparseVectorDistance} */
    void need(String type) {
        switch (type) {
            case "TextSearch" -> text();
            case "TrigramSimilarity" -> similarity();
            default -> {
                metric();
                values.scalar(vector(type));
                distance(type, vector(type));
            }
        }
    }

    /** @param type as for {@link #need} */
    String order(String type) {
        need(type);
        String name = type.equals("TextSearch") ? "TextRankOrder" : type + "Order";
        if (definitions.claim(name)) {
            definitions.put(
                    name,
                    switch (type) {
                        case "TextSearch" -> """
                    "By how well a text is found, the best first unless said otherwise."
                    input TextRankOrder {
                      search: TextSearch!
                      direction: SortOrder! = DESC
                    }
                    """;
                        case "TrigramSimilarity" -> """
                    "By how alike a text is, the most alike first unless said otherwise."
                    input TrigramSimilarityOrder {
                      to: String!
                      metric: TrigramMetric! = WHOLE
                      direction: SortOrder! = DESC
                    }
                    """;
                        default -> """
                    "By the distance from a vector, the nearest first unless said otherwise."
                    input %s {
                      to: %s!
                      metric: VectorMetric! = COSINE
                      direction: SortOrder! = ASC
                    }
                    """.formatted(name, vector(type));
                    });
        }
        return name;
    }

    static String vector(String distance) {
        return distance.startsWith("Sparse") ? "SparseVector" : "Vector";
    }

    private void text() {
        if (definitions.claim("TextSearch")) {
            definitions.put("TextSearch", """
                    "What to search for: one of query, phrase and prefix."
                    input TextSearch {
                      "As one types it into a search engine: words that must all occur, \\"a phrase\\", or, -not."
                      query: String
                      "Words that follow each other."
                      phrase: String
                      "Words that must all occur, the last one as the beginning of a word."
                      prefix: String
                      "By whose rules words are brought to their stems: a text search configuration of PostgreSQL, such as simple."
                      language: String! = "english"
                    }
                    """);
        }
    }

    private void similarity() {
        if (definitions.claim("TrigramMetric")) {
            definitions.put("TrigramMetric", """
                    "What is compared with a text, by the groups of three letters that both have."
                    enum TrigramMetric {
                      "The whole of the other"
                      WHOLE
                      "The stretch of the other that is most like it, which may begin and end within words"
                      WORD
                      "The stretch of whole words of the other that is most like it"
                      STRICT_WORD
                    }
                    """);
        }
        if (definitions.claim("TrigramSimilarity")) {
            definitions.put("TrigramSimilarity", """
                    "Which likeness to a text is meant: 0 where they have no three letters in common, 1 where they are the same."
                    input TrigramSimilarity {
                      to: String!
                      metric: TrigramMetric! = WHOLE
                      lt: Float
                      lte: Float
                      gt: Float
                      gte: Float
                    }
                    """);
        }
    }

    private void metric() {
        if (definitions.claim("VectorMetric")) {
            definitions.put("VectorMetric", """
                    "How the distance of two vectors is measured."
                    enum VectorMetric {
                      "One less the cosine of their angle"
                      COSINE
                      "Euclidean"
                      L2
                      "The negative of their inner product"
                      INNER_PRODUCT
                      "The sum of the differences"
                      L1
                    }
                    """);
        }
    }

    private void distance(String name, String vector) {
        if (definitions.claim(name)) {
            definitions.put(name, """
                    "Which distance from a vector is meant."
                    input %s {
                      to: %s!
                      metric: VectorMetric! = COSINE
                      lt: Float
                      lte: Float
                      gt: Float
                      gte: Float
                    }
                    """.formatted(name, vector));
        }
    }
}
