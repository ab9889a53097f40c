package io.weft.launcher;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query that {@code ./weft demo} offers: one record of the example data, with fields of all four services. */
final class ReadyQuery {
    static final String DOCUMENT = """
            { record(srn: "urn:osa:localhost:rec:bio-00001@1") { srn version
              metadata { bioSample { species tissue collectedOn } }
              features { cellClassifier { label confidence } markerGenes(first: 2) { nodes { gene logFoldChange } } } } }""";

    private ReadyQuery() {}

    /** The request's body, on one line, without a character that a shell's single quotes would not bear. */
    static String body() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("query", DOCUMENT.replaceAll("\\s+", " "))
                .toString();
    }

    static boolean isAnswered(JsonNode answer) {
        return answer.path("errors").isEmpty()
                && answer.path("data")
                        .path("record")
                        .path("metadata")
                        .path("bioSample")
                        .isObject()
                && answer.path("data")
                        .path("record")
                        .path("features")
                        .path("cellClassifier")
                        .isObject();
    }
}
