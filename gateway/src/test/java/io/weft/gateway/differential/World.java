package io.weft.gateway.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A random monolith: types with data. What it holds is true; every gateway over any cut of it must answer so.
 *
 * @param counters what mutations have added to rows so far
 * @param unknown  by row, the fields that nobody can say, since the only subgraph that answers them lacks the row
 * @param doubtful of which nothing is known here, nor what is made of them: see {@link #doubting}
 */
record World(
        Map<String, Type> types,
        Map<String, List<Row>> rows,
        Map<Row, Integer> counters,
        Map<Row, Set<String>> unknown,
        Set<Row> doubtful) {

    /** A query field that sets the context for all that has no nearer one. */
    static final String ROOT_CONTEXT = "ctx";

    static final List<String> COLORS = List.of("RED", "GREEN", "BLUE", "GOLD");

    /** The types beside those of {@link #types()}: an enum and an input object with defaults, also within itself. */
    static final String COMMON = """
            enum Color { RED GREEN BLUE GOLD @inaccessible }
            input In { a: Int = 1, b: [String!], c: Color = RED, d: In, e: [[In]] }
            """;

    /** A type of the monolith. */
    sealed interface Type {
        String name();

        record Entity(String name, List<Key> keys, Map<String, Field> fields, List<String> interfaces)
                implements Type {}

        record Value(String name, Map<String, Field> fields) implements Type {}

        record Interface(String name, Map<String, Field> fields, List<String> members) implements Type {}

        record Union(String name, List<String> members) implements Type {}
    }

    /** The fields that identify an entity together, each with those it has below. */
    record Key(Map<String, List<String>> fields) {
        static Key of(String... leaves) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            List.of(leaves).forEach(leaf -> fields.put(leaf, List.of()));
            return new Key(fields);
        }

        String fieldSet() {
            List<String> parts = new ArrayList<>();
            fields.forEach(
                    (name, below) -> parts.add(below.isEmpty() ? name : name + " { " + String.join(" ", below) + " }"));
            return String.join(" ", parts);
        }
    }

    /** A field: what it holds, and how it is typed. */
    record Field(String name, Content content, String type) {
        /** Whether it needs more than its object's key, and so is dealt out after what it needs. */
        boolean needsMore() {
            return content instanceof Content.Computed || content instanceof Content.FromContext;
        }
    }

    sealed interface Content {
        /** Stored in the row. */
        record Scalar() implements Content {}

        /** Stored in the row, but for some rows nobody can say it: an error. */
        record Fragile() implements Content {}

        /** What mutations change. */
        record Counter() implements Content {}

        /** Depends on the argument {@code n}, which has the default 2. */
        record WithArgument() implements Content {}

        /** Depends on the argument {@code in}, an input object. */
        record WithInput() implements Content {}

        /** Other rows, of {@code allowed} types only where {@code target} is abstract. */
        record Reference(String target, List<String> allowed) implements Content {}

        /** Made of other fields of the same object, which the subgraph must be told ({@code @requires}). */
        record Computed(List<Input> inputs) implements Content {}

        /** Made of a value of the nearest object above that is of one of these types, and of no other. */
        record FromContext(Map<String, String> fieldOfSetter) implements Content {}
    }

    /** What a computed field is made of. */
    sealed interface Input {
        String field();

        /** As in a field set. */
        String text();

        record Leaf(String field) implements Input {
            @Override
            public String text() {
                return field;
            }
        }

        record Argued(String field, int argument) implements Input {
            @Override
            public String text() {
                return field + "(n: " + argument + ")";
            }
        }

        /** @param below for each type that may come, a leaf of it; {@code fragments} where the type is abstract */
        record Below(String field, Map<String, String> below, boolean fragments) implements Input {
            @Override
            public String text() {
                StringBuilder out = new StringBuilder(field).append(" {");
                below.forEach(
                        (type, leaf) -> out.append(fragments ? " ... on " + type + " { " + leaf + " }" : " " + leaf));
                return out.append(" }").toString();
            }
        }
    }

    /** An object of the monolith. */
    record Row(String type, int number, Map<String, Object> values) {
        @Override
        public String toString() {
            return type + "#" + number;
        }

        @Override
        public int hashCode() {
            return type.hashCode() * 31 + number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && row.number == number && row.type.equals(type);
        }
    }

    static World random(Random random) {
        return new GenerateWorld(random).generate();
    }

    /** The same world, but that nothing of {@code rows} can be found out: the least that a gateway has to answer. */
    World doubting(Set<Row> rows) {
        return new World(types, this.rows, counters, unknown, rows);
    }

    /** Rows that have null for a part of some key: whoever is asked by that key alone does not find them. */
    Set<Row> withNullsInKeys(Type.Entity entity) {
        Set<Row> found = new HashSet<>();
        rows.get(entity.name()).stream()
                .filter(row -> entity.keys().stream()
                        .flatMap(key -> key.fields().keySet().stream())
                        .anyMatch(field -> row.values().get(field) == null))
                .forEach(found::add);
        return found;
    }

    Map<String, Field> fieldsOf(String typeName) {
        return switch (types.get(typeName)) {
            case Type.Entity entity -> entity.fields();
            case Type.Value value -> value.fields();
            case Type.Interface face -> face.fields();
            case Type.Union union -> Map.of();
            case null -> throw new IllegalArgumentException("no type " + typeName);
        };
    }

    <T extends Type> List<T> all(Class<T> kind) {
        return types.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The object types that may stand where {@code typeName} is expected. */
    List<String> possible(String typeName) {
        return switch (types.get(typeName)) {
            case Type.Interface face -> face.members();
            case Type.Union union -> union.members();
            case Type.Entity entity -> List.of(entity.name());
            case Type.Value value -> List.of(value.name());
            case null -> throw new IllegalArgumentException("no type " + typeName);
        };
    }

    /** The true value of a field, with references as {@link Row}s. */
    @Nullable Object valueOf(Row row, String fieldName, @Nullable Object argument) {
        if (unknown.getOrDefault(row, Set.of()).contains(fieldName) || doubtful.contains(row)) {
            return null;
        }
        Field field = fieldsOf(row.type()).get(fieldName);
        return switch (field.content()) {
            case Content.Scalar scalar -> row.values().get(fieldName);
            case Content.Reference reference -> row.values().get(fieldName);
            case Content.Fragile fragile -> {
                if (row.number() % 2 == 1) {
                    throw new IllegalStateException("nobody knows " + row + "." + fieldName);
                }
                yield row.values().get(fieldName);
            }
            case Content.Counter counter -> counters.getOrDefault(row, 0);
            case Content.WithArgument argumentative -> row + "." + fieldName + ":" + argument;
            case Content.WithInput argumentative -> row + "." + fieldName + ":" + canonical(argument);
            case Content.Computed(List<Input> inputs) -> {
                Map<String, Object> told = new HashMap<>();
                inputs.forEach(input -> told.put(input.field(), told(row, input)));
                yield inputs.stream().anyMatch(input -> isDoubtful(row, input)) ? null : compute(fieldName, told);
            }
            case Content.FromContext contextual -> throw new IllegalStateException("it depends on the way to it");
        };
    }

    /** @param above the objects on the way, the nearest first; null stands for the root */
    @Nullable Object valueInContext(Row row, Field field, List<@Nullable Row> above) {
        Map<String, String> fieldOfSetter = ((Content.FromContext) field.content()).fieldOfSetter();
        for (@Nullable Row ancestor : above) {
            String told = fieldOfSetter.get(ancestor == null ? "Query" : ancestor.type());
            if (told != null && ancestor == null) {
                return inContext(row, field.name(), ROOT_CONTEXT);
            } else if (told != null) {
                return doubtful.contains(row) || doubtful.contains(ancestor)
                        ? null
                        : inContext(row, field.name(), valueOf(ancestor, told, 2));
            }
        }
        throw new IllegalStateException("nothing above " + row + " sets a context");
    }

    static String inContext(Row row, String fieldName, @Nullable Object told) {
        return row + "." + fieldName + ":" + told;
    }

    private boolean isDoubtful(Row row, Input input) {
        Object value = input instanceof Input.Below ? row.values().get(input.field()) : null;
        boolean inputIsComputed =
                fieldsOf(row.type()).get(input.field()).content() instanceof Content.Computed(List<Input> inputs)
                        && inputs.stream().anyMatch(further -> isDoubtful(row, further));
        return inputIsComputed || isDoubtful(value);
    }

    private boolean isDoubtful(@Nullable Object value) {
        return switch (value) {
            case Row row -> doubtful.contains(row);
            case List<?> list -> list.stream().anyMatch(this::isDoubtful);
            case null, default -> false;
        };
    }

    /** Changes the row, and hands it back. */
    Row bump(Row row, int by) {
        counters.merge(row, by, Integer::sum);
        return row;
    }

    private @Nullable Object told(Row row, Input input) {
        return switch (input) {
            case Input.Leaf(String field) -> valueOf(row, field, 2);
            case Input.Argued(String field, int argument) -> valueOf(row, field, argument);
            case Input.Below(String field, Map<String, String> below, boolean fragments) ->
                told(valueOf(row, field, 2), below);
        };
    }

    private @Nullable Object told(@Nullable Object value, Map<String, String> below) {
        return switch (value) {
            case Row row -> {
                Map<String, Object> leaf = new HashMap<>();
                String name = below.get(row.type());
                if (name != null) {
                    leaf.put(name, valueOf(row, name, 2));
                }
                yield leaf;
            }
            case List<?> list -> {
                List<Object> all = new ArrayList<>();
                list.forEach(element -> all.add(told(element, below)));
                yield all;
            }
            case null, default -> value;
        };
    }

    /** What a computed field makes of its inputs: the monolith and the subgraph that requires them use the same. */
    static String compute(String fieldName, Map<String, Object> inputs) {
        return fieldName + canonical(inputs);
    }

    private static String canonical(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((name, below) -> sorted.put(String.valueOf(name), canonical(below)));
                sorted.remove("__typename");
                sorted.remove("onlyHere");
                yield sorted.toString();
            }
            case List<?> list -> list.stream().map(World::canonical).toList().toString();
            case null, default -> String.valueOf(value);
        };
    }

    /** @param key as a representation tells it: nested objects are maps */
    Optional<Row> find(String type, Map<String, ?> key) {
        return possible(type).stream()
                .flatMap(name -> rows.getOrDefault(name, List.of()).stream())
                .filter(row -> matches(row, key))
                .findFirst();
    }

    private static boolean matches(Row row, Map<?, ?> key) {
        return key.entrySet().stream()
                .filter(entry -> !"__typename".equals(entry.getKey()))
                .allMatch(entry -> matches(row.values().get(String.valueOf(entry.getKey())), entry.getValue()));
    }

    private static boolean matches(@Nullable Object known, @Nullable Object told) {
        return known instanceof Row row && told instanceof Map<?, ?> below
                ? matches(row, below)
                : String.valueOf(known).equals(String.valueOf(told));
    }
}
