package io.weft.gateway.transport.http;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types of a GraphQL response. They differ in what an HTTP status means. */
enum ResponseType {
    /** What old clients know: a well-formed request is answered with 200, whatever became of it. */
    JSON(MediaType.APPLICATION_JSON),
    /** A document that cannot be executed is answered with 400. */
    GRAPHQL_RESPONSE(MediaType.parseMediaType("application/graphql-response+json"));

    private final MediaType mediaType;

    ResponseType(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    String contentType() {
        return mediaType + ";charset=utf-8";
    }

    /**
     * The one the client likes best; {@link #JSON} where it has no preference, as the specification wants for clients
     * that know no other. Empty where it accepts neither.
     */
    static Optional<ResponseType> accepted(HttpHeaders headers) {
        List<MediaType> ranges;
        try {
            ranges = headers.getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            return Optional.empty();
        }
        if (ranges.isEmpty()) {
            return Optional.of(JSON);
        }
        double json = quality(ranges, JSON);
        double graphql = quality(ranges, GRAPHQL_RESPONSE);
        if (json <= 0 && graphql <= 0) {
            return Optional.empty();
        }
        boolean named = ranges.stream().anyMatch(range -> range.equalsTypeAndSubtype(GRAPHQL_RESPONSE.mediaType));
        return Optional.of(graphql > json || (named && graphql == json && first(ranges)) ? GRAPHQL_RESPONSE : JSON);
    }

    private static boolean first(List<MediaType> ranges) {
        int graphql = index(ranges, GRAPHQL_RESPONSE);
        int json = index(ranges, JSON);
        return json < 0 || graphql < json;
    }

    private static int index(List<MediaType> ranges, ResponseType type) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).equalsTypeAndSubtype(type.mediaType)) {
                return i;
            }
        }
        return -1;
    }

    /** The quality of the most specific range that fits; zero where none does. */
    private static double quality(List<MediaType> ranges, ResponseType type) {
        MediaType best = null;
        for (MediaType range : ranges) {
            if (includes(range, type) && (best == null || specificity(range) > specificity(best))) {
                best = range;
            }
        }
        return best == null ? 0 : best.getQualityValue();
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static boolean includes(MediaType range, ResponseType type) {
        return range.isWildcardType()
                || (range.getType().equals(type.mediaType.getType())
                        && (range.getSubtype().equals("*") || range.getSubtype().equals(type.mediaType.getSubtype())));
    }
}
