package io.weft.postgres.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Filters and orders made by chance, each as GraphQL and as what it means of rows in memory. */
final class RandomQuestion {

    /** A thing with its parts, or a part with its thing. */
    record Row(
            int id,
            @Nullable Integer number,
            @Nullable String word,
            @Nullable Double size,
            List<Row> parts,
            @Nullable Row thing) {

        @Nullable Object value(String column) {
            return switch (column) {
                case "id" -> id;
                case "number" -> number;
                case "word" -> word;
                case "size" -> size;
                default -> throw new IllegalArgumentException(column);
            };
        }
    }

    record Filter(String graphQl, Predicate<Row> meaning) {}

    record Order(String graphQl, Comparator<Row> meaning) {}

    private static final List<String> COLUMNS = List.of("number", "word", "size");
    private static final List<String> NUMERIC = List.of("sum", "avg", "stddev", "percentile");
    private static final List<String> FUNCTIONS = Stream.concat(
                    Stream.of("min", "max", "distinctCount"), NUMERIC.stream())
            .toList();
    private static final List<String> WORDS = List.of("a", "aa", "ab", "b", "bab");

    private final Random random;

    RandomQuestion(Random random) {
        this.random = random;
    }

    /** @param things whether the rows are things; they are parts otherwise */
    Filter filter(boolean things, int depth) {
        int kinds = depth == 0 ? 1 : 8;
        return switch (random.nextInt(kinds)) {
            case 3 -> many(things, depth, "and");
            case 4 -> many(things, depth, "or");
            case 5 -> {
                Filter inner = filter(things, depth - 1);
                yield new Filter("{not: " + inner.graphQl + "}", inner.meaning.negate());
            }
            case 6, 7 -> things ? ofParts(depth) : ofThing(depth);
            default -> leaf();
        };
    }

    private Filter many(boolean things, int depth, String how) {
        List<Filter> inner = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            inner.add(filter(things, depth - 1));
        }
        String graphQl = inner.stream().map(Filter::graphQl).collect(Collectors.joining(", ", "{" + how + ": [", "]}"));
        return new Filter(
                graphQl,
                how.equals("and")
                        ? row -> inner.stream().allMatch(filter -> filter.meaning.test(row))
                        : row -> inner.stream().anyMatch(filter -> filter.meaning.test(row)));
    }

    private Filter ofThing(int depth) {
        Filter inner = filter(true, depth - 1);
        return new Filter("{thing: " + inner.graphQl + "}", row -> row.thing != null && inner.meaning.test(row.thing));
    }

    private Filter ofParts(int depth) {
        Filter inner = filter(false, depth - 1);
        Function<Row, Long> met =
                row -> row.parts.stream().filter(inner.meaning).count();
        int limit = random.nextInt(3);
        return switch (random.nextInt(4)) {
            case 0 -> new Filter("{part: {some: " + inner.graphQl + "}}", row -> met.apply(row) > 0);
            case 1 -> new Filter("{part: {none: " + inner.graphQl + "}}", row -> met.apply(row) == 0);
            case 2 -> new Filter("{part: {every: " + inner.graphQl + "}}", row -> met.apply(row) == row.parts.size());
            default ->
                new Filter(
                        "{part: {count: {of: " + inner.graphQl + ", lte: " + limit + "}}}",
                        row -> met.apply(row) <= limit);
        };
    }

    private Filter leaf() {
        String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
        Comparable<Object> value = value(column);
        List<Object> values = List.of(value, value(column));
        String text = text(value);
        String list = values.stream().map(RandomQuestion::text).collect(Collectors.joining(", ", "[", "]"));
        return switch (random.nextInt(column.equals("word") ? 13 : 9)) {
            case 0 -> leaf(column, "eq", text, value::equals);
            case 1 -> new Filter("{" + column + ": {ne: " + text + "}}", row -> !value.equals(row.value(column)));
            case 2 -> leaf(column, "in", list, values::contains);
            case 3 ->
                new Filter(
                        "{" + column + ": {notIn: " + list + "}}",
                        row -> !values.contains(orAbsent(row.value(column))));
            case 4 -> {
                boolean wanted = random.nextBoolean();
                yield new Filter(
                        "{" + column + ": {isNull: " + wanted + "}}", row -> (row.value(column) == null) == wanted);
            }
            case 5 -> leaf(column, "lt", text, other -> value.compareTo(other) > 0);
            case 6 -> leaf(column, "lte", text, other -> value.compareTo(other) >= 0);
            case 7 -> leaf(column, "gt", text, other -> value.compareTo(other) < 0);
            case 8 -> leaf(column, "gte", text, other -> value.compareTo(other) <= 0);
            case 9 -> leaf(column, "contains", text, other -> other.toString().contains(value.toString()));
            case 10 ->
                leaf(column, "startsWith", text, other -> other.toString().startsWith(value.toString()));
            case 11 ->
                leaf(
                        column,
                        "endsWithIgnoreCase",
                        text.toUpperCase(Locale.ROOT),
                        other -> other.toString().endsWith(value.toString()));
            default -> leaf(column, "matches", "\"^" + value + "$\"", value::equals);
        };
    }

    private static Object orAbsent(@Nullable Object value) {
        return value == null ? RandomQuestion.class : value;
    }

    /** What never holds of null. */
    private static Filter leaf(String column, String operator, String argument, Predicate<Object> meaning) {
        return new Filter("{" + column + ": {" + operator + ": " + argument + "}}", row -> {
            Object value = row.value(column);
            return value != null && meaning.test(value);
        });
    }

    @SuppressWarnings("unchecked") // each of its own column's type, and compared with no other
    private Comparable<Object> value(String column) {
        Object value = switch (column) {
            case "number" -> random.nextInt(4);
            case "word" -> WORDS.get(random.nextInt(WORDS.size()));
            default -> random.nextInt(3) + 0.5;
        };
        return (Comparable<Object>) value;
    }

    private static String text(Object value) {
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }

    /** The primary key comes last, as it does in the library. */
    Order order(boolean things) {
        List<String> keys = new ArrayList<>();
        Comparator<Row> meaning = (_, _) -> 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            String direction = List.of("ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST")
                    .get(random.nextInt(4));
            String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
            int kind = random.nextInt(5);
            if (kind < 3) {
                keys.add("{" + column + ": " + direction + "}");
                meaning = meaning.thenComparing(by(row -> row.value(column), direction));
            } else if (!things) {
                keys.add("{thing: {" + column + ": " + direction + "}}");
                meaning =
                        meaning.thenComparing(by(row -> row.thing == null ? null : row.thing.value(column), direction));
            } else if (kind == 3) {
                keys.add("{part: {count: " + direction + "}}");
                meaning = meaning.thenComparing(by(row -> row.parts.size(), direction));
            } else {
                String function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
                String of = column.equals("word") && NUMERIC.contains(function) ? "number" : column;
                String argument = "{" + of + ": " + direction + "}";
                keys.add("{part: {" + function + ": "
                        + (function.equals("percentile") ? "{fraction: 0.5, of: " + argument + "}" : argument) + "}}");
                meaning = meaning.thenComparing(by(row -> aggregate(row.parts, of, function), direction));
            }
        }
        return new Order("[" + String.join(", ", keys) + "]", meaning.thenComparing(Row::id));
    }

    private static @Nullable Object aggregate(List<Row> parts, String column, String function) {
        List<Object> values = parts.stream()
                .map(part -> part.value(column))
                .filter(Objects::nonNull)
                .sorted(natural())
                .toList();
        if (function.equals("distinctCount")) {
            return (int) values.stream().distinct().count();
        }
        if (values.isEmpty()) {
            return null;
        }
        return switch (function) {
            case "min" -> values.getFirst();
            case "max" -> values.getLast();
            default ->
                ofNumbers(
                        values.stream()
                                .mapToDouble(value -> ((Number) value).doubleValue())
                                .toArray(),
                        function);
        };
    }

    /** @param values in their order */
    private static @Nullable Double ofNumbers(double[] values, String function) {
        int count = values.length;
        double sum = Arrays.stream(values).sum();
        return switch (function) {
            case "sum" -> sum;
            case "avg" -> sum / count;
            case "percentile" -> (values[(count - 1) / 2] + values[count / 2]) / 2;
            case "stddev" -> {
                double squares =
                        Arrays.stream(values).map(value -> value * value).sum();
                yield count == 1 ? null : Math.sqrt((count * squares - sum * sum) / (count * (count - 1)));
            }
            default -> throw new IllegalArgumentException(function);
        };
    }

    private static Comparator<Row> by(Function<Row, @Nullable Object> value, String direction) {
        Comparator<Object> natural = natural();
        Comparator<Object> directed = direction.startsWith("ASC") ? natural : natural.reversed();
        return Comparator.comparing(
                value,
                direction.endsWith("NULLS_FIRST") ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed));
    }

    @SuppressWarnings("unchecked") // values of one column
    private static Comparator<Object> natural() {
        return (left, right) -> ((Comparable<Object>) left).compareTo(right);
    }
}
