package io.weft.gateway.differential;

import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Field;
import io.weft.gateway.differential.World.Input;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Row;
import io.weft.gateway.differential.World.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes up types and data. */
final class GenerateWorld {
    /** Fields that may stand in keys. */
    private static final Set<String> KEYS = Set.of("id", "code", "org", "num", "part", "own");

    private final Random random;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final Map<String, Map<String, Field>> scalarsOf = new LinkedHashMap<>();
    private List<String> targets = List.of();

    GenerateWorld(Random random) {
        this.random = random;
    }

    World generate() {
        List<String> entities = names("E", 2 + random.nextInt(3));
        List<String> values = names("V", random.nextInt(3));
        List<String> interfaces = names("I", random.nextInt(3));
        List<String> unions = names("U", random.nextInt(3));
        List<String> objects = new ArrayList<>(entities);
        objects.addAll(values);
        interfaces.forEach(name -> members.put(name, some(entities, 2)));
        unions.forEach(name -> members.put(name, some(random.nextBoolean() ? entities : objects, 2)));
        entities.forEach(name -> scalarsOf.put(name, scalars("s", 2 + random.nextInt(3))));
        targets = new ArrayList<>(entities);
        targets.addAll(values);
        targets.addAll(interfaces);
        targets.addAll(unions);
        values.forEach(name -> types.put(name, value(name)));
        types.put("K", new Type.Value("K", keyPart()));
        interfaces.forEach(name -> types.put(name, face(name)));
        unions.forEach(name -> types.put(name, new Type.Union(name, members.get(name))));
        entities.forEach(name -> types.put(name, entity(name, entities)));
        context(entities);
        List.copyOf(types.keySet()).forEach(name -> {
            if (types.get(name) instanceof Type.Entity || types.get(name) instanceof Type.Value) {
                rows.put(name, emptyRows(name, 2 + random.nextInt(3)));
            }
        });
        rows.values().forEach(all -> all.forEach(this::fill));
        return new World(types, rows, new HashMap<>(), new HashMap<>(), Set.of());
    }

    /** One entity's field that takes a value of what stands above it. */
    private void context(List<String> entities) {
        if (random.nextInt(3) > 0) {
            return;
        }
        Map<String, String> fieldOfSetter = new LinkedHashMap<>();
        for (String setter : some(targets, 1)) {
            if (types.get(setter) instanceof Type.Entity || types.get(setter) instanceof Type.Value) {
                Map<String, Field> fields = types.get(setter) instanceof Type.Entity entity
                        ? entity.fields()
                        : ((Type.Value) types.get(setter)).fields();
                fields.values().stream()
                        .filter(field -> field.content() instanceof Content.Scalar && !KEYS.contains(field.name()))
                        .filter(field -> field.type().replace("!", "").equals("String"))
                        .findFirst()
                        .ifPresent(field -> fieldOfSetter.put(setter, field.name()));
            }
        }
        if (fieldOfSetter.isEmpty() || random.nextInt(4) > 0) {
            fieldOfSetter.put("Query", World.ROOT_CONTEXT);
        }
        Type.Entity entity = (Type.Entity) types.get(entities.get(random.nextInt(entities.size())));
        add(entity.fields(), new Field("told", new Content.FromContext(fieldOfSetter), "String"));
    }

    private static Map<String, Field> keyPart() {
        Map<String, Field> fields = new LinkedHashMap<>();
        add(fields, scalar("x", "ID!"));
        add(fields, scalar("y", "Int!"));
        return fields;
    }

    private Type value(String name) {
        Map<String, Field> fields = scalars("v", 2 + random.nextInt(2));
        if (random.nextInt(2) == 0) {
            String target = targets.get(random.nextInt(targets.size()));
            List<String> allowed = members.containsKey(target) ? some(members.get(target), 1) : List.of(target);
            String type = List.of(target, "[" + target + "]").get(random.nextInt(2));
            add(fields, new Field("ve", new Content.Reference(target, allowed), type));
        }
        return new Type.Value(name, fields);
    }

    private Type face(String name) {
        String prefix = name.toLowerCase(Locale.ROOT);
        Map<String, Field> fields = new LinkedHashMap<>();
        add(fields, scalar("id", "ID!"));
        Map<String, Field> own = scalars(prefix + "f", 1 + random.nextInt(3));
        fields.putAll(own);
        if (random.nextBoolean()) {
            add(fields, reference(prefix + "ref"));
        }
        if (random.nextInt(3) == 0) {
            List<Input> inputs = List.of(new Input.Leaf(own.keySet().iterator().next()));
            add(fields, new Field(prefix + "calc", new Content.Computed(inputs), "String"));
        }
        return new Type.Interface(name, fields, members.get(name));
    }

    private Type entity(String name, List<String> entities) {
        Map<String, Field> fields = new LinkedHashMap<>();
        List<Key> keys = new ArrayList<>(List.of(Key.of("id")));
        add(fields, scalar("id", "ID!"));
        keys(name, entities, fields, keys);
        List<String> implemented = members.keySet().stream()
                .filter(face -> types.get(face) instanceof Type.Interface
                        && members.get(face).contains(name))
                .toList();
        implemented.forEach(face -> fields.putAll(((Type.Interface) types.get(face)).fields()));
        fields.putAll(scalarsOf.get(name));
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            add(fields, reference("r" + i));
        }
        if (random.nextBoolean()) {
            add(fields, new Field("args", new Content.WithArgument(), "String!"));
        }
        if (random.nextInt(3) == 0) {
            add(fields, new Field("input", new Content.WithInput(), "String"));
        }
        if (random.nextInt(3) == 0) {
            add(fields, new Field("count", new Content.Counter(), "Int!"));
        }
        if (random.nextInt(4) == 0) {
            add(fields, new Field("fragile", new Content.Fragile(), "String"));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            add(fields, new Field("calc" + i, new Content.Computed(inputs(fields)), "String"));
        }
        return new Type.Entity(name, List.copyOf(keys), fields, implemented);
    }

    private void keys(String name, List<String> entities, Map<String, Field> fields, List<Key> keys) {
        if (random.nextInt(3) == 0) {
            add(fields, scalar("code", orNull("String!")));
            keys.add(Key.of("code"));
        }
        if (random.nextInt(4) == 0) {
            add(fields, scalar("org", orNull("ID!")));
            add(fields, scalar("num", "Int!"));
            keys.add(Key.of("org", "num"));
        }
        if (random.nextInt(5) == 0) {
            add(fields, new Field("part", new Content.Reference("K", List.of("K")), orNull("K!")));
            keys.add(new Key(Map.of("part", List.of("x", "y"))));
        }
        List<String> others =
                entities.stream().filter(other -> !other.equals(name)).toList();
        if (random.nextInt(8) == 0) {
            String owner = others.get(random.nextInt(others.size()));
            add(fields, new Field("own", new Content.Reference(owner, List.of(owner)), orNull(owner + "!")));
            Map<String, List<String>> key = new LinkedHashMap<>();
            key.put("own", List.of("id"));
            key.put("id", List.of());
            keys.add(new Key(key));
        }
    }

    private String orNull(String type) {
        return random.nextInt(3) == 0 ? type.substring(0, type.length() - 1) : type;
    }

    private List<Input> inputs(Map<String, Field> fields) {
        List<Input> inputs = new ArrayList<>();
        for (Field field : some(List.copyOf(fields.values()), 1)) {
            if (inputs.size() == 3 || KEYS.contains(field.name())) {
                continue;
            }
            switch (field.content()) {
                case Content.Scalar scalar -> inputs.add(new Input.Leaf(field.name()));
                case Content.Computed computed -> inputs.add(new Input.Leaf(field.name()));
                case Content.WithArgument argued -> inputs.add(new Input.Argued(field.name(), random.nextInt(4)));
                case Content.Reference(String target, List<String> allowed) -> {
                    if (allowed.stream().allMatch(scalarsOf::containsKey) && random.nextBoolean()) {
                        boolean fragments = !target.startsWith("E");
                        Map<String, String> below = new LinkedHashMap<>();
                        allowed.forEach(type -> below.put(
                                type, scalarsOf.get(type).keySet().iterator().next()));
                        inputs.add(new Input.Below(field.name(), below, fragments));
                    }
                }
                case Content.WithInput argued -> {}
                case Content.Fragile fragile -> {}
                case Content.Counter counter -> {}
                case Content.FromContext contextual -> {}
            }
        }
        return inputs.isEmpty() ? List.of(new Input.Leaf("s0")) : inputs;
    }

    private Field reference(String name) {
        String target = targets.get(random.nextInt(targets.size()));
        List<String> allowed = members.containsKey(target) ? some(members.get(target), 1) : List.of(target);
        String type = switch (random.nextInt(6)) {
            case 0 -> target + "!";
            case 1 -> "[" + target + "!]!";
            case 2 -> "[" + target + "]";
            case 3 -> "[[" + target + "]]";
            default -> target;
        };
        return new Field(name, new Content.Reference(target, allowed), type);
    }

    private static Field scalar(String name, String type) {
        return new Field(name, new Content.Scalar(), type);
    }

    private Map<String, Field> scalars(String prefix, int count) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String type = List.of("String", "Int", "String!", "Boolean", "[String!]", "Float!", "Color", "[Color]!")
                    .get(random.nextInt(8));
            add(fields, scalar(prefix + i, type));
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
            switch (field.content()) {
                case Content.Scalar scalar -> row.values().put(field.name(), value(row, field, field.type()));
                case Content.Fragile fragile -> row.values().put(field.name(), row + ".fragile");
                case Content.Reference reference -> row.values().put(field.name(), value(row, field, field.type()));
                case Content.Counter counter -> {}
                case Content.WithArgument argued -> {}
                case Content.WithInput argued -> {}
                case Content.Computed computed -> {}
                case Content.FromContext contextual -> {}
            }
        });
    }

    private @Nullable Object value(Row row, Field field, String type) {
        if (type.endsWith("!")) {
            String nullable = type.substring(0, type.length() - 1);
            Object value = value(row, field, nullable);
            while (value == null) {
                value = value(row, field, nullable);
            }
            return value;
        }
        if (random.nextInt(KEYS.contains(field.name()) ? 3 : 6) == 0) {
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
            case "Int" -> field.name().equals("num") || field.name().equals("y") ? row.number() : random.nextInt(100);
            case "Color" -> World.COLORS.get(random.nextInt(7) % 4);
            case "Boolean" -> random.nextBoolean();
            case "Float" -> random.nextInt(1000) / 8.0;
            default -> anyRow(row, field);
        };
    }

    private String special() {
        return List.of("", "", " \"quoted\"", " ünï\n").get(random.nextInt(4));
    }

    private Object anyRow(Row row, Field field) {
        List<String> allowed = ((Content.Reference) field.content()).allowed();
        List<Row> candidates = rows.get(allowed.get(random.nextInt(allowed.size())));
        // what identifies an object must differ from the next one's
        int index = field.name().equals("part") ? row.number() % candidates.size() : random.nextInt(candidates.size());
        return candidates.get(index);
    }

    private static List<Row> emptyRows(String type, int count) {
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < (type.equals("K") ? 8 : count); i++) {
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

    /** In their order. */
    private <T> List<T> some(List<T> all, int atLeast) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        int count = Math.min(all.size(), atLeast + random.nextInt(Math.max(1, all.size() - atLeast + 1)));
        List<T> chosen = new ArrayList<>(all);
        chosen.retainAll(shuffled.subList(0, count));
        return chosen;
    }

    private static void add(Map<String, Field> fields, Field field) {
        fields.put(field.name(), field);
    }
}
