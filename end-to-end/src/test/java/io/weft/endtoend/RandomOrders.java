package io.weft.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Orders of {@link OracleRecords} made by chance: keys of one service, as GraphQL and as SQL over {@link SelectionOracle#TABLES}. */
final class RandomOrders {

    /** @param sql ends with the tie's breaker */
    record Order(List<Map<String, ?>> graphQl, String sql) {}

    private record Key(Map<String, ?> graphQl, String sql) {}

    private final Random random;

    RandomOrders(Random random) {
        this.random = random;
    }

    Order order() {
        Supplier<Key> service =
                any(List.<Supplier<Key>>of(this::ofRecord, this::ofMetadata, this::ofFeatures, this::ofSearch));
        List<Key> keys = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            keys.add(service.get());
        }
        return new Order(
                keys.stream().<Map<String, ?>>map(Key::graphQl).toList(),
                keys.stream().map(key -> key.sql() + ", ").collect(Collectors.joining()) + "r.number");
    }

    private Key ofRecord() {
        return any(List.<Supplier<Key>>of(
                        () -> by("srn", "r.srn"),
                        () -> by("conventionSrn", "r.convention_srn"),
                        () -> by("embargoedUntil", "r.embargoed_until"),
                        () -> by("owner", "r.owner")))
                .get();
    }

    private Key ofMetadata() {
        Key key = any(List.<Supplier<Key>>of(
                        () -> by("species", "a.species"),
                        () -> by("weight", "a.weight"),
                        () -> by("caughtOn", "a.caught_on"),
                        () -> by("tame", "a.tame")))
                .get();
        Key stone = by("hardness", "s.hardness");
        return random.nextInt(4) > 0
                ? new Key(Map.of("metadata", Map.of("oracleAnimal", key.graphQl())), key.sql())
                : new Key(Map.of("metadata", Map.of("oracleStone", stone.graphQl())), stone.sql());
    }

    private Key ofFeatures() {
        Key key = random.nextBoolean() ? by("sureness", "f.sureness") : by("label", "f.label");
        Key count = by("count", "(select count(*) from features.oracle_marker m where m.record_number = r.number)");
        Key least = by("p", "(select min(m.p) from features.oracle_marker m where m.record_number = r.number)");
        return switch (random.nextInt(3)) {
            case 0 -> new Key(Map.of("features", Map.of("oracleMarker", count.graphQl())), count.sql());
            case 1 -> new Key(Map.of("features", Map.of("oracleMarker", Map.of("min", least.graphQl()))), least.sql());
            default -> new Key(Map.of("features", Map.of("oracleScore", key.graphQl())), key.sql());
        };
    }

    private Key ofSearch() {
        if (random.nextBoolean()) {
            String query = any(OracleRecords.WORDS) + " or " + any(OracleRecords.WORDS);
            String parsed = "websearch_to_tsquery('english', '" + query + "')";
            return new Key(
                    Map.of("search", Map.of("rank", Map.of("query", query))),
                    "case when d.document @@ " + parsed + " then ts_rank_cd(d.document, " + parsed
                            + ") end desc nulls last");
        }
        List<Integer> to = List.of(random.nextInt(40), random.nextInt(40), random.nextInt(40));
        return new Key(
                Map.of("search", Map.of("similarTo", Map.of("vector", "oracle", "to", to))),
                "v.embedding <-> '" + to + "' asc nulls last");
    }

    private Key by(String field, String column) {
        String direction = any(List.of("ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST"));
        return new Key(
                Map.of(field, direction),
                column + " " + direction.toLowerCase(Locale.ROOT).split("_")[0] + " nulls "
                        + (direction.endsWith("FIRST") ? "first" : "last"));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
