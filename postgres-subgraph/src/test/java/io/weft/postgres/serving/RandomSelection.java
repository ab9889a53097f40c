package io.weft.postgres.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Filters and orders of items made by chance, each as GraphQL and as SQL over {@code item i left join trait t}. */
final class RandomSelection {

    /** @param sql a condition that is never null */
    record Filter(String graphQl, String sql) {}

    record Order(String graphQl, String sql) {}

    private static final List<String> COLORS = List.of("red", "green", "blue");
    private static final List<String> GENES = List.of("a", "b", "c", "d");

    private final Random random;

    RandomSelection(Random random) {
        this.random = random;
    }

    Filter filter(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 9)) {
            case 0 -> own();
            case 1 -> ofTrait(depth);
            case 2, 3 -> ofParts(depth);
            case 4 -> joined("and", depth);
            case 5 -> joined("or", depth);
            case 6 -> not(filter(depth - 1));
            default -> {
                Filter a = filter(depth - 1);
                Filter b = filter(depth - 1);
                yield random.nextBoolean()
                        ? new Filter(
                                "{and: [" + a.graphQl + ", " + b.graphQl + "]}", "(" + a.sql + " and " + b.sql + ")")
                        : new Filter(
                                "{or: [" + a.graphQl + ", " + b.graphQl + "]}", "(" + a.sql + " or " + b.sql + ")");
            }
        };
    }

    private Filter own() {
        return number("kind", "i.kind");
    }

    private Filter number(String field, String column) {
        int limit = random.nextInt(5);
        return switch (random.nextInt(4)) {
            case 0 -> new Filter("{" + field + ": {isNull: true}}", "(" + column + " is null)");
            case 1 ->
                new Filter("{" + field + ": {ne: " + limit + "}}", "(" + column + " is distinct from " + limit + ")");
            case 2 -> new Filter("{" + field + ": {gt: " + limit + "}}", "(" + column + " > " + limit + ") is true");
            default -> new Filter("{" + field + ": {lte: " + limit + "}}", "(" + column + " <= " + limit + ") is true");
        };
    }

    private Filter ofTrait(int depth) {
        Filter inner = row(depth, () -> trait());
        return new Filter("{trait: " + inner.graphQl + "}", "(t.item_number is not null and " + inner.sql + ")");
    }

    private Filter trait() {
        String color = COLORS.get(random.nextInt(3));
        return random.nextBoolean()
                ? new Filter("{color: {eq: \"" + color + "\"}}", "(t.color = '" + color + "') is true")
                : number("size", "t.size");
    }

    private Filter part() {
        String gene = GENES.get(random.nextInt(4));
        return random.nextBoolean()
                ? new Filter("{gene: {eq: \"" + gene + "\"}}", "(p.gene = '" + gene + "') is true")
                : number("rank", "p.rank");
    }

    /** A condition of one row, with and, or and not within it. */
    private Filter row(int depth, Supplier<Filter> leaf) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return leaf.get();
        }
        Filter a = row(depth - 1, leaf);
        Filter b = row(depth - 1, leaf);
        return switch (random.nextInt(3)) {
            case 0 -> not(a);
            case 1 -> new Filter("{and: [" + a.graphQl + ", " + b.graphQl + "]}", "(" + a.sql + " and " + b.sql + ")");
            default -> new Filter("{or: [" + a.graphQl + ", " + b.graphQl + "]}", "(" + a.sql + " or " + b.sql + ")");
        };
    }

    private Filter ofParts(int depth) {
        Filter inner = row(depth, () -> part());
        String of = "select from part p where p.item_number = i.number";
        return switch (random.nextInt(4)) {
            case 0 -> new Filter("{part: {some: " + inner.graphQl + "}}", "exists (" + of + " and " + inner.sql + ")");
            case 1 ->
                new Filter("{part: {none: " + inner.graphQl + "}}", "not exists (" + of + " and " + inner.sql + ")");
            case 2 ->
                new Filter(
                        "{part: {every: " + inner.graphQl + "}}", "not exists (" + of + " and not " + inner.sql + ")");
            default -> {
                int number = random.nextInt(4) - 1;
                String operator = List.of("eq =", "ne <>", "lt <", "lte <=", "gt >", "gte >=")
                        .get(random.nextInt(6));
                String[] words = operator.split(" ");
                yield new Filter(
                        "{part: {count: {of: " + inner.graphQl + ", " + words[0] + ": " + number + "}}}",
                        "(select count(*) from part p where p.item_number = i.number and " + inner.sql + ") " + words[1]
                                + " " + number);
            }
        };
    }

    private Filter joined(String how, int depth) {
        List<Filter> inner = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            inner.add(filter(depth - 1));
        }
        return new Filter(
                inner.stream().map(Filter::graphQl).collect(Collectors.joining(", ", "{" + how + ": [", "]}")),
                inner.isEmpty()
                        ? String.valueOf(how.equals("and"))
                        : inner.stream().map(Filter::sql).collect(Collectors.joining(" " + how + " ", "(", ")")));
    }

    private static Filter not(Filter filter) {
        return new Filter("{not: " + filter.graphQl + "}", "(not " + filter.sql + ")");
    }

    Order order() {
        List<Order> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            keys.add(key());
        }
        return new Order(
                keys.stream().map(Order::graphQl).collect(Collectors.joining(", ", "[", "]")),
                keys.stream().map(key -> key.sql + ", ").collect(Collectors.joining()) + "i.number");
    }

    private Order key() {
        String direction =
                List.of("ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST").get(random.nextInt(4));
        String sql = " " + direction.toLowerCase(Locale.ROOT).split("_")[0] + " nulls "
                + (direction.endsWith("FIRST") ? "first" : "last");
        String point = "[" + random.nextInt(3) + ", 1]";
        return switch (random.nextInt(6)) {
            case 0 -> new Order("{kind: " + direction + "}", "i.kind" + sql);
            case 1 -> new Order("{trait: {color: " + direction + "}}", "t.color collate \"default\"" + sql);
            case 2 -> new Order("{trait: {size: " + direction + "}}", "t.size" + sql);
            case 3 ->
                new Order(
                        "{part: {count: " + direction + "}}",
                        "(select count(*) from part p where p.item_number = i.number)" + sql);
            case 4 ->
                new Order(
                        "{part: {min: {rank: " + direction + "}}}",
                        "(select min(p.rank) from part p where p.item_number = i.number)" + sql);
            default ->
                new Order(
                        "{trait: {placeDistance: {to: " + point + ", metric: L2, direction: " + direction + "}}}",
                        "t.place <-> '" + point + "'" + sql);
        };
    }
}
