package io.weft.gateway.transport.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types of a stream of answers. */
enum StreamType {
    EVENTS(new EventFrames()),
    MULTIPART(new PartFrames());

    private final Frames frames;

    StreamType(Frames frames) {
        this.frames = frames;
    }

    Frames frames() {
        return frames;
    }

    /** The one the client likes best of those it names. A wildcard does not count: it means a single answer. */
    static Optional<StreamType> accepted(HttpHeaders headers) {
        List<MediaType> ranges;
        try {
            ranges = headers.getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            return Optional.empty();
        }
        return ranges.stream()
                .filter(range -> range.getQualityValue() > 0 && of(range).isPresent())
                .sorted(Comparator.comparingDouble(range -> -range.getQualityValue()))
                .findFirst()
                .flatMap(StreamType::of);
    }

    private static Optional<StreamType> of(MediaType range) {
        if (range.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM)) {
            return Optional.of(EVENTS);
        }
        String version = range.getParameter("subscriptionSpec");
        return range.equalsTypeAndSubtype(MediaType.MULTIPART_MIXED)
                        && version != null
                        && version.replace("\"", "").equals("1.0")
                ? Optional.of(MULTIPART)
                : Optional.empty();
    }
}
