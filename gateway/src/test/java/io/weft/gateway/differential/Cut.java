package io.weft.gateway.differential;

import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Field;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A random distribution of a {@link World} over federation subgraphs. */
record Cut(List<Part> parts) {

    /** What one subgraph holds. */
    record Part(String name, Map<String, PartType> types, Map<String, RootField> roots) {
        Part(String name) {
            this(name, new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /** A type as a part defines it. */
    record PartType(String name, Map<Key, Boolean> resolvableKeys, Map<String, PartField> fields) {
        PartType(String name) {
            this(name, new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        boolean resolves(String field) {
            return fields.containsKey(field) && fields.get(field).role() == Role.RESOLVED;
        }
    }

    enum Role {
        /** The part answers the field. */
        RESOLVED,
        /** The part names the field, another one answers it. */
        EXTERNAL,
        /** The part still has the field, another one has taken it over. */
        OVERRIDDEN
    }

    record PartField(String name, String type, Role role, List<String> directives, Set<String> provides) {}

    record RootField(String name, String type, String target, boolean shareable) {}

    static Cut random(World world, Random random) {
        return new Cutter(world, random).cut();
    }

    private static final class Cutter {
        private final World world;
        private final Random random;
        private final List<Part> parts = new ArrayList<>();
        /** coordinate to the parts that answer it. */
        private final Map<String, Set<Part>> owners = new LinkedHashMap<>();

        Cutter(World world, Random random) {
            this.world = world;
            this.random = random;
            for (int i = 0; i < 2 + random.nextInt(4); i++) {
                parts.add(new Part(String.valueOf((char) ('a' + i))));
            }
        }

        Cut cut() {
            world.entities().forEach(this::chooseOwners);
            world.types().values().forEach(type -> {
                if (type instanceof Type.Value value) {
                    chooseValueOwners(value);
                }
            });
            for (Type.Entity entity : world.entities()) {
                entity.fields()
                        .values()
                        .forEach(field -> owners.getOrDefault(entity.name() + "." + field.name(), Set.of())
                                .forEach(part -> define(part, entity, field)));
            }
            chooseRoots();
            parts.forEach(this::defineInterfaceFields);
            for (Type.Entity entity : world.entities()) {
                entity.fields().values().forEach(field -> {
                    if (field.content() instanceof Content.Computed(List<String> requires)) {
                        computed(entity, field, requires);
                    }
                });
            }
            parts.forEach(this::provide);
            override();
            return new Cut(
                    parts.stream().filter(part -> !part.types().isEmpty()).toList());
        }

        private void chooseOwners(Type.Entity entity) {
            List<Part> home = somePartsOrMore(1);
            Set<String> keyFields = new TreeSet<>();
            entity.keys().forEach(key -> keyFields.addAll(key.fields()));
            for (Field field : entity.fields().values()) {
                if (keyFields.contains(field.name()) || field.content() instanceof Content.Computed) {
                    continue;
                }
                Set<Part> answering = new LinkedHashSet<>();
                answering.add(home.get(random.nextInt(home.size())));
                if (random.nextInt(4) == 0) {
                    answering.add(home.get(random.nextInt(home.size())));
                }
                owners.put(entity.name() + "." + field.name(), answering);
            }
            home.forEach(part -> entityType(part, entity));
        }

        private void chooseValueOwners(Type.Value value) {
            for (Field field : value.fields().values()) {
                owners.put(value.name() + "." + field.name(), new LinkedHashSet<>(somePartsOrMore(1)));
            }
        }

        private List<Part> somePartsOrMore(int atLeast) {
            List<Part> shuffled = new ArrayList<>(parts);
            Collections.shuffle(shuffled, random);
            return shuffled.subList(0, Math.min(parts.size(), atLeast + random.nextInt(parts.size())));
        }

        private PartType entityType(Part part, Type.Entity entity) {
            PartType known = part.types().get(entity.name());
            if (known != null) {
                return known;
            }
            PartType type = new PartType(entity.name());
            part.types().put(entity.name(), type);
            List<Key> keys = new ArrayList<>(entity.keys());
            Collections.shuffle(keys, random);
            keys.subList(0, 1 + random.nextInt(keys.size())).forEach(key -> addKey(type, entity, key));
            return type;
        }

        private void addKey(PartType type, Type.Entity entity, Key key) {
            type.resolvableKeys().putIfAbsent(key, random.nextInt(12) > 0);
            key.fields()
                    .forEach(name -> type.fields()
                            .put(
                                    name,
                                    new PartField(
                                            name,
                                            entity.fields().get(name).type(),
                                            Role.RESOLVED,
                                            List.of(),
                                            Set.of())));
        }

        private void define(Part part, Type.Entity entity, Field field) {
            PartType type = entityType(part, entity);
            boolean shared = owners.get(entity.name() + "." + field.name()).size() > 1;
            // Not where an interface promises more: such a supergraph is refused, and rightly.
            boolean promised = entity.interfaces().stream()
                    .anyMatch(face -> world.fieldsOf(face).containsKey(field.name()));
            String declared = shared && !promised && field.type().endsWith("!") && random.nextInt(4) == 0
                    ? field.type().substring(0, field.type().length() - 1)
                    : field.type();
            type.fields()
                    .put(
                            field.name(),
                            new PartField(
                                    field.name(),
                                    declared,
                                    Role.RESOLVED,
                                    shared ? List.of("@shareable") : List.of(),
                                    new TreeSet<>()));
            if (field.content() instanceof Content.Reference(String target)) {
                know(part, target);
            }
        }

        /** Makes sure the part defines {@code target}, so that a field can return it. */
        private void know(Part part, String target) {
            if (part.types().containsKey(target)) {
                return;
            }
            switch (world.types().get(target)) {
                case Type.Entity entity -> entityType(part, entity);
                case Type.Value value -> {
                    PartType type = new PartType(value.name());
                    part.types().put(value.name(), type);
                    List<Field> here = value.fields().values().stream()
                            .filter(field -> owners.get(value.name() + "." + field.name())
                                    .contains(part))
                            .toList();
                    (here.isEmpty() ? value.fields().values() : here)
                            .forEach(field -> type.fields()
                                    .put(
                                            field.name(),
                                            new PartField(
                                                    field.name(),
                                                    field.type(),
                                                    Role.RESOLVED,
                                                    List.of("@shareable"),
                                                    Set.of())));
                }
                case Type.Interface face -> {
                    part.types().put(face.name(), new PartType(face.name()));
                    face.members().forEach(member -> member(part, member));
                }
                case Type.Union union -> {
                    part.types().put(union.name(), new PartType(union.name()));
                    union.members().forEach(member -> member(part, member));
                }
                case null -> throw new IllegalStateException("no type " + target);
            }
        }

        private void member(Part part, String name) {
            Type.Entity entity = (Type.Entity) world.types().get(name);
            addKey(entityType(part, entity), entity, entity.keys().getFirst());
        }

        private void chooseRoots() {
            for (Type type : world.types().values()) {
                if (type instanceof Type.Value) {
                    continue;
                }
                Set<Part> answering = new LinkedHashSet<>();
                answering.add(parts.get(random.nextInt(parts.size())));
                if (random.nextInt(5) == 0) {
                    answering.add(parts.get(random.nextInt(parts.size())));
                }
                boolean shareable = answering.size() > 1;
                for (Part part : answering) {
                    know(part, type.name());
                    String all = "all" + type.name();
                    part.roots().put(all, new RootField(all, "[" + type.name() + "!]!", type.name(), shareable));
                    if (type instanceof Type.Entity) {
                        String one = "one" + type.name();
                        part.roots().put(one, new RootField(one, type.name(), type.name(), shareable));
                    }
                }
            }
        }

        /** An interface has here what all its members here answer. */
        private void defineInterfaceFields(Part part) {
            for (Type type : world.types().values()) {
                if (type instanceof Type.Interface face && part.types().containsKey(face.name())) {
                    PartType here = part.types().get(face.name());
                    face.fields().values().stream()
                            .filter(field -> face.members().stream()
                                    .allMatch(member -> part.types().get(member).resolves(field.name())))
                            .forEach(field -> here.fields()
                                    .put(
                                            field.name(),
                                            new PartField(
                                                    field.name(), field.type(), Role.RESOLVED, List.of(), Set.of())));
                    // A member may have been declared nullable where it is shared; the interface must not promise more.
                    here.fields().replaceAll((name, field) -> {
                        boolean nullable = face.members().stream()
                                .anyMatch(member -> !part.types()
                                        .get(member)
                                        .fields()
                                        .get(name)
                                        .type()
                                        .endsWith("!"));
                        return nullable && field.type().endsWith("!")
                                ? new PartField(
                                        name,
                                        field.type().substring(0, field.type().length() - 1),
                                        field.role(),
                                        field.directives(),
                                        field.provides())
                                : field;
                    });
                }
            }
        }

        private void computed(Type.Entity entity, Field field, List<String> requires) {
            List<Part> able = parts.stream()
                    .filter(part -> requires.stream()
                            .noneMatch(required -> part.types().containsKey(entity.name())
                                    && part.types().get(entity.name()).fields().containsKey(required)))
                    .toList();
            if (able.isEmpty()) {
                return;
            }
            PartType type = entityType(able.get(random.nextInt(able.size())), entity);
            requires.forEach(required -> type.fields()
                    .put(
                            required,
                            new PartField(
                                    required,
                                    entity.fields().get(required).type(),
                                    Role.EXTERNAL,
                                    List.of("@external"),
                                    Set.of())));
            type.fields()
                    .put(
                            field.name(),
                            new PartField(
                                    field.name(),
                                    field.type(),
                                    Role.RESOLVED,
                                    List.of("@requires(fields: \"" + String.join(" ", requires) + "\")"),
                                    Set.of()));
        }

        private void provide(Part part) {
            for (PartType type : List.copyOf(part.types().values())) {
                if (!(world.types().get(type.name()) instanceof Type.Entity)) {
                    continue;
                }
                for (PartField field : List.copyOf(type.fields().values())) {
                    Field truth = world.fieldsOf(type.name()).get(field.name());
                    if (random.nextInt(4) > 0
                            || !field.directives().isEmpty()
                            || !(truth.content() instanceof Content.Reference(String target))
                            || !(world.types().get(target) instanceof Type.Entity entity)) {
                        continue;
                    }
                    PartType targetType = part.types().get(target);
                    entity.fields().values().stream()
                            .filter(candidate -> candidate.content() instanceof Content.Scalar)
                            .filter(candidate -> owners.containsKey(entity.name() + "." + candidate.name()))
                            .filter(candidate -> !targetType.fields().containsKey(candidate.name()))
                            .findFirst()
                            .ifPresent(provided -> provide(type, field, entity, targetType, provided));
                }
            }
        }

        private void provide(PartType type, PartField field, Type.Entity entity, PartType targetType, Field provided) {
            targetType
                    .fields()
                    .put(
                            provided.name(),
                            new PartField(
                                    provided.name(), provided.type(), Role.EXTERNAL, List.of("@external"), Set.of()));
            type.fields()
                    .put(
                            field.name(),
                            new PartField(
                                    field.name(),
                                    field.type(),
                                    field.role(),
                                    List.of("@provides(fields: \"" + provided.name() + "\")"),
                                    Set.of(provided.name())));
            for (Part owner : owners.getOrDefault(entity.name() + "." + provided.name(), Set.of())) {
                owner.types()
                        .get(entity.name())
                        .fields()
                        .computeIfPresent(
                                provided.name(),
                                (name, known) -> new PartField(
                                        name, known.type(), known.role(), List.of("@shareable"), known.provides()));
            }
        }

        private void override() {
            for (Type.Entity entity : world.entities()) {
                for (Field field : entity.fields().values()) {
                    Set<Part> answering = owners.getOrDefault(entity.name() + "." + field.name(), Set.of());
                    if (answering.size() != 1
                            || !(field.content() instanceof Content.Scalar)
                            || random.nextInt(10) > 0) {
                        continue;
                    }
                    Part owner = answering.iterator().next();
                    PartField owned = owner.types().get(entity.name()).fields().get(field.name());
                    parts.stream()
                            .filter(part -> part != owner && part.types().containsKey(entity.name()))
                            .filter(part ->
                                    !part.types().get(entity.name()).fields().containsKey(field.name()))
                            .findFirst()
                            .filter(part -> owned.directives().isEmpty())
                            .ifPresent(old -> {
                                old.types()
                                        .get(entity.name())
                                        .fields()
                                        .put(
                                                field.name(),
                                                new PartField(
                                                        field.name(),
                                                        field.type(),
                                                        Role.OVERRIDDEN,
                                                        List.of(),
                                                        Set.of()));
                                owner.types()
                                        .get(entity.name())
                                        .fields()
                                        .put(
                                                field.name(),
                                                new PartField(
                                                        field.name(),
                                                        field.type(),
                                                        Role.RESOLVED,
                                                        List.of("@override(from: \"" + old.name() + "\")"),
                                                        Set.of()));
                            });
                }
            }
        }
    }

    /** The SDL a part would publish. */
    static String sdl(World world, Part part) {
        StringBuilder out = new StringBuilder("""
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", \
                "@requires", "@provides", "@shareable", "@override", "@interfaceObject"])
                """);
        if (!part.roots().isEmpty()) {
            out.append("type Query {\n");
            part.roots()
                    .values()
                    .forEach(root -> out.append("  ")
                            .append(root.name())
                            .append(root.name().startsWith("one") ? "(id: ID!)" : "")
                            .append(": ")
                            .append(root.type())
                            .append(root.shareable() ? " @shareable" : "")
                            .append('\n'));
            out.append("}\n");
        }
        part.types().values().forEach(type -> {
            switch (world.types().get(type.name())) {
                case Type.Entity entity -> {
                    out.append("type ").append(entity.name());
                    List<String> faces = entity.interfaces().stream()
                            .filter(part.types()::containsKey)
                            .toList();
                    out.append(faces.isEmpty() ? "" : " implements " + String.join(" & ", faces));
                    type.resolvableKeys()
                            .forEach((key, resolvable) -> out.append(" @key(fields: \"")
                                    .append(key.fieldSet())
                                    .append(resolvable ? "\")" : "\", resolvable: false)"));
                    fields(out, type, world.fieldsOf(type.name()));
                }
                case Type.Value value -> {
                    out.append("type ").append(value.name());
                    fields(out, type, world.fieldsOf(type.name()));
                }
                case Type.Interface face -> {
                    out.append("interface ").append(face.name());
                    fields(out, type, world.fieldsOf(type.name()));
                }
                case Type.Union union ->
                    out.append("union ")
                            .append(union.name())
                            .append(" = ")
                            .append(String.join(" | ", union.members()))
                            .append('\n');
                case null -> throw new IllegalStateException("no type " + type.name());
            }
        });
        return out.toString();
    }

    private static void fields(StringBuilder out, PartType type, Map<String, Field> truth) {
        out.append(" {\n");
        type.fields()
                .values()
                .forEach(field -> out.append("  ")
                        .append(field.name())
                        .append(truth.get(field.name()).content() instanceof Content.WithArgument ? "(n: Int = 2)" : "")
                        .append(": ")
                        .append(field.type())
                        .append(field.directives().isEmpty() ? "" : " " + String.join(" ", field.directives()))
                        .append('\n'));
        out.append("}\n");
    }
}
