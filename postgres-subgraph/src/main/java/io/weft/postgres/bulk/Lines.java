package io.weft.postgres.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * What is to be loaded, and how people call a piece of it.
 *
 * @param groups the lines in order, in groups as they arrive
 * @param place  names a line by its number
 */
public record Lines(Flux<List<Line>> groups, LongFunction<String> place) {

    /** NDJSON as it comes in; places are {@code line 7}. */
    public static Lines ofBody(Flux<DataBuffer> body, BulkSettings settings) {
        return new Lines(ReadLines.of(body, settings), line -> "line " + line);
    }

    /** The items of a GraphQL argument; places are {@code records[6]}. */
    public static Lines ofArgument(String name, List<?> items) {
        List<Line> lines = new ArrayList<>();
        items.forEach(
                item -> lines.add(new Line(lines.size() + 1L, ReadLines.JSON.convertValue(item, JsonNode.class))));
        return new Lines(Flux.just(lines), line -> name + "[" + (line - 1) + "]");
    }
}
