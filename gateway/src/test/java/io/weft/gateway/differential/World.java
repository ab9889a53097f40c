package io.weft.gateway.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A random monolith: types with data. What it holds is true; every gateway over any cut of it must answer so. */
record World(Map<String, Type> types, Map<String, List<Row>> rows) {

    /** A type of the monolith. */
    sealed interface Type {
        String name();

        record Entity(String name, List<Key> keys, Map<String, Field> fields, List<String> interfaces)
                implements Type {}

        record Value(String name, Map<String, Field> fields) implements Type {}

        record Interface(String name, Map<String, Field> fields, List<String> members) implements Type {}

        record Union(String name, List<String> members) implements Type {}
    }

    /** The fields that identify an entity together. */
    record Key(List<String> fields) {
        String fieldSet() {
            return String.join(" ", fields);
        }
    }

    /** A field: what it holds, and how it is typed. */
    record Field(String name, Content content, String type) {
        boolean isLeaf() {
            return !(content instanceof Content.Reference);
        }
    }

    sealed interface Content {
        /** Stored in the row. */
        record Scalar() implements Content {}

        /** Depends on the argument {@code n}, which has the default 2. */
        record WithArgument() implements Content {}

        /** Other rows: {@code target} is any composite type. */
        record Reference(String target) implements Content {}

        /** Made of other fields of the same object, which the subgraph must be told ({@code @requires}). */
        record Computed(List<String> requires) implements Content {}
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
        return new Generator(random).generate();
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

    List<Type.Entity> entities() {
        return types.values().stream()
                .filter(Type.Entity.class::isInstance)
                .map(Type.Entity.class::cast)
                .toList();
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
    @Nullable Object valueOf(Row row, String fieldName, int argument) {
        Field field = fieldsOf(row.type()).get(fieldName);
        return switch (field.content()) {
            case Content.Scalar scalar -> row.values().get(fieldName);
            case Content.Reference reference -> row.values().get(fieldName);
            case Content.WithArgument argumentative -> row + "." + fieldName + ":" + argument;
            case Content.Computed(List<String> requires) -> {
                Map<String, Object> inputs = new LinkedHashMap<>();
                requires.forEach(required -> inputs.put(required, row.values().get(required)));
                yield compute(fieldName, inputs);
            }
        };
    }

    /** What a computed field makes of its inputs: the monolith and the subgraph that requires them use the same. */
    static String compute(String fieldName, Map<String, Object> inputs) {
        return fieldName + new TreeMap<>(inputs);
    }

    private static final class Generator {
        private final Random random;
        private final Map<String, Type> types = new LinkedHashMap<>();
        private final Map<String, List<Row>> rows = new LinkedHashMap<>();

        Generator(Random random) {
            this.random = random;
        }

        World generate() {
            List<String> entities = names("E", 2 + random.nextInt(3));
            List<String> values = names("V", random.nextInt(2));
            List<String> interfaces = names("I", random.nextInt(2));
            List<String> unions = names("U", random.nextInt(2));
            Map<String, List<String>> members = new LinkedHashMap<>();
            interfaces.forEach(name -> members.put(name, some(entities, 2)));
            unions.forEach(name -> members.put(name, some(entities, 2)));
            values.forEach(name -> types.put(name, new Type.Value(name, scalars("v", 2 + random.nextInt(2)))));

            List<String> targets = new ArrayList<>(entities);
            targets.addAll(values);
            targets.addAll(interfaces);
            targets.addAll(unions);
            Map<String, Map<String, Field>> interfaceFields = new LinkedHashMap<>();
            interfaces.forEach(name -> {
                Map<String, Field> fields = new LinkedHashMap<>();
                fields.put("id", new Field("id", new Content.Scalar(), "ID!"));
                fields.putAll(scalars(name.toLowerCase(java.util.Locale.ROOT) + "f", 1 + random.nextInt(2)));
                if (random.nextBoolean()) {
                    add(fields, reference(name.toLowerCase(java.util.Locale.ROOT) + "ref", targets));
                }
                interfaceFields.put(name, fields);
                types.put(name, new Type.Interface(name, fields, members.get(name)));
            });
            unions.forEach(name -> types.put(name, new Type.Union(name, members.get(name))));
            for (String name : entities) {
                List<String> implemented = interfaces.stream()
                        .filter(face -> members.get(face).contains(name))
                        .toList();
                types.put(name, entity(name, implemented, interfaceFields, targets));
            }
            entities.forEach(name -> rows.put(name, emptyRows(name, 2 + random.nextInt(3))));
            values.forEach(name -> rows.put(name, emptyRows(name, 2)));
            rows.values().forEach(all -> all.forEach(this::fill));
            return new World(types, rows);
        }

        private Type.Entity entity(
                String name,
                List<String> implemented,
                Map<String, Map<String, Field>> interfaceFields,
                List<String> targets) {
            Map<String, Field> fields = new LinkedHashMap<>();
            List<Key> keys = new ArrayList<>(List.of(new Key(List.of("id"))));
            add(fields, new Field("id", new Content.Scalar(), "ID!"));
            if (random.nextInt(3) == 0) {
                add(fields, new Field("code", new Content.Scalar(), "String!"));
                keys.add(new Key(List.of("code")));
            }
            if (random.nextInt(4) == 0) {
                add(fields, new Field("org", new Content.Scalar(), "ID!"));
                add(fields, new Field("num", new Content.Scalar(), "Int!"));
                keys.add(new Key(List.of("org", "num")));
            }
            implemented.forEach(face -> fields.putAll(interfaceFields.get(face)));
            Map<String, Field> own = scalars("s", 2 + random.nextInt(3));
            fields.putAll(own);
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                add(fields, reference("r" + i, targets));
            }
            if (random.nextBoolean()) {
                add(fields, new Field("args", new Content.WithArgument(), "String!"));
            }
            if (random.nextInt(3) > 0) {
                List<String> requires = some(List.copyOf(own.keySet()), 1);
                add(fields, new Field("calc", new Content.Computed(requires), "String"));
            }
            return new Type.Entity(name, List.copyOf(keys), fields, implemented);
        }

        private Field reference(String name, List<String> targets) {
            String target = targets.get(random.nextInt(targets.size()));
            String type = switch (random.nextInt(6)) {
                case 0 -> target + "!";
                case 1 -> "[" + target + "!]!";
                case 2 -> "[" + target + "]";
                case 3 -> "[[" + target + "]]";
                default -> target;
            };
            return new Field(name, new Content.Reference(target), type);
        }

        private Map<String, Field> scalars(String prefix, int count) {
            Map<String, Field> fields = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                String type = List.of("String", "Int", "String!", "Boolean", "[String!]", "Float!")
                        .get(random.nextInt(6));
                add(fields, new Field(prefix + i, new Content.Scalar(), type));
            }
            return fields;
        }

        private void fill(Row row) {
            Map<String, Field> fields = switch (types.get(row.type())) {
                case Type.Entity entity -> entity.fields();
                case Type.Value value -> value.fields();
                default -> throw new IllegalStateException(row.type() + " has no rows");
            };
            fields.values().forEach(field -> {
                if (field.content() instanceof Content.Scalar || field.content() instanceof Content.Reference) {
                    row.values().put(field.name(), value(row, field, field.type()));
                }
            });
        }

        private Object value(Row row, Field field, String type) {
            if (type.endsWith("!")) {
                String nullable = type.substring(0, type.length() - 1);
                Object value = value(row, field, nullable);
                while (value == null) {
                    value = value(row, field, nullable);
                }
                return value;
            }
            if (random.nextInt(6) == 0) {
                return null;
            }
            if (type.startsWith("[")) {
                List<Object> list = new ArrayList<>();
                int length = random.nextInt(4);
                for (int i = 0; i < length; i++) {
                    list.add(value(row, field, type.substring(1, type.length() - 1)));
                }
                return list;
            }
            return switch (type) {
                case "ID" -> row.type() + "-" + row.number();
                case "String" -> row + "." + field.name() + (field.name().equals("code") ? "" : special());
                case "Int" -> field.name().equals("num") ? row.number() : random.nextInt(100);
                case "Boolean" -> random.nextBoolean();
                case "Float" -> random.nextInt(1000) / 8.0;
                default -> anyRow(type);
            };
        }

        private String special() {
            return List.of("", "", " \"quoted\"", " ünï\n").get(random.nextInt(4));
        }

        private Object anyRow(String type) {
            List<String> possible = switch (types.get(type)) {
                case Type.Interface face -> face.members();
                case Type.Union union -> union.members();
                default -> List.of(type);
            };
            List<Row> candidates = rows.get(possible.get(random.nextInt(possible.size())));
            return candidates.get(random.nextInt(candidates.size()));
        }

        private static List<Row> emptyRows(String type, int count) {
            List<Row> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(new Row(type, i, new LinkedHashMap<>()));
            }
            return all;
        }

        private static List<String> names(String prefix, int count) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                names.add(prefix + i);
            }
            return names;
        }

        private List<String> some(List<String> all, int atLeast) {
            List<String> shuffled = new ArrayList<>(all);
            java.util.Collections.shuffle(shuffled, random);
            int count = Math.min(all.size(), atLeast + random.nextInt(Math.max(1, all.size() - atLeast + 1)));
            return shuffled.subList(0, count).stream().sorted().toList();
        }

        private static void add(Map<String, Field> fields, Field field) {
            fields.put(field.name(), field);
        }
    }

    Optional<Row> find(String type, Map<String, Object> key) {
        return rows.getOrDefault(type, List.of()).stream()
                .filter(row -> key.entrySet().stream()
                        .allMatch(entry -> String.valueOf(row.values().get(entry.getKey()))
                                .equals(String.valueOf(entry.getValue()))))
                .findFirst();
    }
}
