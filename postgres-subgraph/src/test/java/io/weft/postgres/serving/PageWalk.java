package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.service.testing.ServiceClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One client on its way through all pages of one order, in one direction. Every page is checked as it comes. */
final class PageWalk {

    /** A sort key of a client and the SQL that says the same. */
    record Key(String field, String column, String order) {

        String sql() {
            return column
                    + switch (order) {
                        case "ASC" -> " ASC NULLS LAST";
                        case "DESC" -> " DESC NULLS LAST";
                        case "ASC_NULLS_FIRST" -> " ASC NULLS FIRST";
                        case "DESC_NULLS_FIRST" -> " DESC NULLS FIRST";
                        default -> throw new IllegalArgumentException(order);
                    };
        }

        /** Where nulls go says nothing of a column without any. */
        boolean isSaidTwice() {
            return column.endsWith("_set") && order.endsWith("NULLS_FIRST");
        }

        static String graphQl(List<Key> keys) {
            return keys.stream()
                    .map(key -> "{" + key.field + ": " + key.order + "}")
                    .collect(Collectors.joining(", ", "[", "]"));
        }

        static String sql(List<Key> keys) {
            return keys.stream().map(key -> key.sql() + ", ").collect(Collectors.joining()) + "id ASC";
        }
    }

    private final List<Key> keys;
    private final List<Long> expected;
    private final int size;
    private final boolean backward;
    private @Nullable String cursor;
    private int seen;

    /** @param expected the ids of all rows in their order */
    PageWalk(List<Key> keys, List<Long> expected, int size, boolean backward) {
        this.keys = keys;
        this.expected = expected;
        this.size = size;
        this.backward = backward;
    }

    boolean isDone() {
        return seen == expected.size();
    }

    /** The next page's selection. */
    String next() {
        String place = cursor == null ? "" : ", " + (backward ? "before" : "after") + ": \"" + cursor + "\"";
        return "samples(orderBy: " + Key.graphQl(keys) + ", " + (backward ? "last" : "first") + ": " + size + place
                + ") { totalCount edges { cursor node { id } }"
                + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
    }

    void accept(JsonNode connection) {
        int rest = expected.size() - seen;
        int count = Math.min(size, rest);
        int from = backward ? rest - count : seen;
        int to = from + count;
        List<Long> ids = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        connection.get("edges").forEach(edge -> {
            ids.add(edge.at("/node/id").asLong());
            cursors.add(edge.get("cursor").asString());
        });
        JsonNode info = connection.get("pageInfo");
        assertThat(ids).as("the page of %s", this).isEqualTo(expected.subList(from, to));
        assertThat(info.get("hasNextPage").asBoolean())
                .as("hasNextPage of %s", this)
                .isEqualTo(to < expected.size());
        assertThat(info.get("hasPreviousPage").asBoolean())
                .as("hasPreviousPage of %s", this)
                .isEqualTo(from > 0);
        assertThat(connection.get("totalCount").asInt())
                .as("totalCount of %s", this)
                .isEqualTo(expected.size());
        assertThat(List.of(
                        info.get("startCursor").asString(),
                        info.get("endCursor").asString()))
                .as("the cursors of %s", this)
                .isEqualTo(List.of(cursors.getFirst(), cursors.getLast()));
        seen += count;
        cursor = backward ? cursors.getFirst() : cursors.getLast();
    }

    /** Walks all to their ends, all of them a step with each request. */
    static void all(ServiceClient client, List<PageWalk> walks) {
        List<PageWalk> open = walks;
        while (!open.isEmpty()) {
            List<PageWalk> step = open;
            JsonNode data = client.data(IntStream.range(0, step.size())
                    .mapToObj(i -> "w" + i + ": " + step.get(i).next())
                    .collect(Collectors.joining("\n", "{", "}")));
            for (int i = 0; i < step.size(); i++) {
                step.get(i).accept(data.get("w" + i));
            }
            open = step.stream().filter(walk -> !walk.isDone()).toList();
        }
    }

    @Override
    public String toString() {
        return Key.graphQl(keys) + " by " + size + (backward ? " backwards" : " forwards") + " after " + seen + " rows";
    }
}
