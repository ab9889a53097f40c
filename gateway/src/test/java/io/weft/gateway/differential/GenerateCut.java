package io.weft.gateway.differential;

import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartField;
import io.weft.gateway.differential.Cut.PartType;
import io.weft.gateway.differential.Cut.Role;
import io.weft.gateway.differential.Cut.RootField;
import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Field;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Deals the fields of a world out to parts: types, keys, owners, roots. {@link GenerateFeatures} adds the rest. */
final class GenerateCut {
    private final World world;
    private final Random random;
    private final List<Part> parts = new ArrayList<>();
    private final KnowTypes knowledge;

    /** Coordinate to the parts that answer it. */
    private final Map<String, Set<Part>> owners = new LinkedHashMap<>();

    /** Interface to the part that knows it as an object. */
    private final Map<String, Part> standIns = new HashMap<>();

    GenerateCut(World world, Random random) {
        this.world = world;
        this.random = random;
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            parts.add(new Part(String.valueOf((char) ('a' + i))));
        }
        this.knowledge = new KnowTypes(world, random, owners, standIns);
    }

    Cut cut() {
        world.all(Type.Value.class)
                .forEach(value -> value.fields()
                        .values()
                        .forEach(field ->
                                owners.put(value.name() + "." + field.name(), new LinkedHashSet<>(some(parts, 1)))));
        world.all(Type.Value.class).stream()
                .filter(value -> random.nextBoolean())
                .forEach(value -> value.fields()
                        .keySet()
                        .forEach(field -> owners.put(value.name() + "." + field, new LinkedHashSet<>(parts))));
        world.all(Type.Interface.class).forEach(this::chooseStandIn);
        world.all(Type.Entity.class).forEach(this::chooseOwners);
        for (Type.Entity entity : world.all(Type.Entity.class)) {
            for (Field field : entity.fields().values()) {
                Set<Part> answering = owners.getOrDefault(entity.name() + "." + field.name(), Set.of());
                answering.forEach(part -> define(part, entity, field, answering.size() > 1));
            }
        }
        chooseRoots();
        chooseMutations();
        GenerateFeatures features = new GenerateFeatures(world, random, parts, knowledge, owners, standIns);
        features.computed();
        new GenerateContext(world, random, parts, knowledge).add();
        parts.forEach(this::defineInterfaceFields);
        features.addRest();
        parts.removeIf(part -> part.types.isEmpty());
        new GenerateGaps(world, random, parts, standIns.keySet()).leaveRowsOut();
        return new Cut(parts);
    }

    /** One part knows the interface as an object and owns some of its fields; another has interface and members. */
    private void chooseStandIn(Type.Interface face) {
        boolean overlaps = standIns.keySet().stream()
                .anyMatch(other -> !Collections.disjoint(world.possible(other), face.members()));
        if (random.nextBoolean() || overlaps && random.nextBoolean()) {
            return;
        }
        List<Part> strangers = parts.stream()
                .filter(part -> face.members().stream().noneMatch(part.types::containsKey))
                .toList();
        if (strangers.isEmpty()) {
            return;
        }
        Part standIn = strangers.get(random.nextInt(strangers.size()));
        List<Part> homes = parts.stream()
                .filter(part -> part != standIn && knowledge.mayKnow(part, face.name()))
                .toList();
        if (homes.isEmpty()) {
            return;
        }
        standIns.put(face.name(), standIn);
        knowledge.know(standIn, face.name(), face.members());
        Part home = homes.get(random.nextInt(homes.size()));
        knowledge.know(home, face.name(), face.members());
        home.types.get(face.name()).keys.put(Key.of("id"), true);
        face.members().forEach(member -> {
            PartType type = home.types.get(member);
            knowledge.addKey(home, type, Key.of("id"));
            type.keys.put(Key.of("id"), true);
        });
        for (Field field : face.fields().values()) {
            boolean takes = field.content() instanceof Content.Scalar
                    || field.content() instanceof Content.Reference(String target, var allowed)
                            && knowledge.mayKnow(standIn, target, allowed);
            boolean isTaken =
                    face.members().stream().anyMatch(member -> owners.containsKey(member + "." + field.name()));
            if (!field.name().equals("id") && takes && !isTaken && random.nextBoolean()) {
                if (field.content() instanceof Content.Reference(String target, var allowed)) {
                    knowledge.know(standIn, target, allowed);
                }
                standIn.types
                        .get(face.name())
                        .fields
                        .put(field.name(), new PartField(field.name(), field.type(), Role.RESOLVED));
                face.members().forEach(member -> owners.put(member + "." + field.name(), Set.of()));
            }
        }
    }

    private void chooseOwners(Type.Entity entity) {
        List<Part> possible = parts.stream()
                .filter(part -> knowledge.mayKnow(part, entity.name()))
                .toList();
        List<Part> home = some(possible, 1);
        Set<String> keyFields = new HashSet<>();
        entity.keys().forEach(key -> keyFields.addAll(key.fields().keySet()));
        for (Field field : entity.fields().values()) {
            if (keyFields.contains(field.name())
                    || field.needsMore()
                    || owners.containsKey(entity.name() + "." + field.name())) {
                continue;
            }
            List<Part> able = home.stream()
                    .filter(part -> !(field.content() instanceof Content.Reference(String target, var allowed))
                            || knowledge.mayKnow(part, target, allowed))
                    .toList();
            Set<Part> answering = new LinkedHashSet<>();
            if (!able.isEmpty()) {
                answering.add(able.get(random.nextInt(able.size())));
                if (random.nextInt(4) == 0) {
                    answering.add(able.get(random.nextInt(able.size())));
                }
            }
            owners.put(entity.name() + "." + field.name(), answering);
        }
        home.forEach(part -> knowledge.entity(part, entity));
    }

    private void define(Part part, Type.Entity entity, Field field, boolean shared) {
        PartType type = knowledge.entity(part, entity);
        // Not where an interface promises more: such a supergraph is refused, and rightly.
        boolean promised = entity.interfaces().stream()
                .anyMatch(face -> world.fieldsOf(face).containsKey(field.name()));
        boolean nullable = shared && !promised && field.type().endsWith("!") && random.nextInt(4) == 0;
        PartField own = new PartField(
                field.name(),
                nullable ? field.type().substring(0, field.type().length() - 1) : field.type(),
                Role.RESOLVED);
        own.shareable = shared;
        type.fields.put(field.name(), own);
        if (field.content() instanceof Content.Reference(String target, var allowed)) {
            knowledge.know(part, target, allowed);
        }
    }

    private void chooseRoots() {
        for (Type type : world.types().values()) {
            if (type instanceof Type.Value) {
                sharedRoot(type);
                continue;
            }
            List<Part> able = parts.stream()
                    .filter(part -> knowledge.mayKnow(part, type.name()))
                    .toList();
            Set<Part> answering =
                    new LinkedHashSet<>(some(able, 0).stream().limit(1).toList());
            if (!able.isEmpty() && random.nextInt(5) == 0) {
                answering.add(able.get(random.nextInt(able.size())));
            }
            for (Part part : answering) {
                boolean shareable = answering.size() > 1;
                knowledge.know(part, type.name(), world.possible(type.name()));
                String all = "all" + type.name();
                part.queries.put(all, new RootField(all, "[" + type.name() + "!]!", type.name(), shareable));
                if (!(type instanceof Type.Union)) {
                    String one = "one" + type.name();
                    part.queries.put(one, new RootField(one, type.name(), type.name(), shareable));
                }
            }
        }
    }

    /** Objects without keys: every part with some of their fields lists them all. */
    private void sharedRoot(Type type) {
        List<Part> able = parts.stream()
                .filter(part -> knowledge.mayKnow(part, type.name()))
                .toList();
        if (random.nextBoolean() && !type.name().equals("K")) {
            String all = "all" + type.name();
            for (Part part : able) {
                knowledge.know(part, type.name(), List.of(type.name()));
                part.queries.put(all, new RootField(all, "[" + type.name() + "!]!", type.name(), able.size() > 1));
            }
        }
    }

    /** A mutation may stand in any part that knows the type, also where it does not answer what it changes. */
    private void chooseMutations() {
        for (Type.Entity entity : world.all(Type.Entity.class)) {
            List<Part> able = parts.stream()
                    .filter(part -> part.types.containsKey(entity.name()))
                    .toList();
            if (entity.fields().containsKey("count") && !able.isEmpty()) {
                String name = "bump" + entity.name();
                Set<Part> acting = new LinkedHashSet<>(List.of(able.get(random.nextInt(able.size()))));
                if (random.nextInt(3) == 0) {
                    acting.add(able.get(random.nextInt(able.size())));
                }
                acting.forEach(part ->
                        part.mutations.put(name, new RootField(name, entity.name(), entity.name(), acting.size() > 1)));
            }
        }
    }

    /** An interface has here what all its members here answer, where every member answers it somewhere. */
    private void defineInterfaceFields(Part part) {
        for (Type.Interface face : world.all(Type.Interface.class)) {
            PartType here = part.types.get(face.name());
            if (here == null || here.standsIn) {
                continue;
            }
            for (Field field : face.fields().values()) {
                boolean everywhere = face.members().stream()
                        .allMatch(member -> field.name().equals("id")
                                || parts.stream().anyMatch(any -> any.resolves(member, field.name())));
                boolean all = here.members.stream().allMatch(member -> part.resolves(member, field.name()));
                boolean free = !standIns.containsKey(face.name())
                        || !standIns.get(face.name()).resolves(face.name(), field.name());
                if (all && (everywhere && free || field.name().equals("id"))) {
                    boolean nonNull = here.members.stream()
                            .allMatch(member -> part.types
                                    .get(member)
                                    .fields
                                    .get(field.name())
                                    .type
                                    .endsWith("!"));
                    String type = nonNull || !field.type().endsWith("!")
                            ? field.type()
                            : field.type().substring(0, field.type().length() - 1);
                    here.fields.put(field.name(), new PartField(field.name(), type, Role.RESOLVED));
                }
            }
        }
    }

    private <T> List<T> some(List<T> all, int atLeast) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(
                0, Math.min(all.size(), atLeast + random.nextInt(Math.max(1, all.size() + 1 - atLeast))));
    }
}
