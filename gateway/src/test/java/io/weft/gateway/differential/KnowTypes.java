package io.weft.gateway.differential;

import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartField;
import io.weft.gateway.differential.Cut.PartType;
import io.weft.gateway.differential.Cut.Role;
import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Field;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes parts define the types they need. */
final class KnowTypes {
    private final World world;
    private final Random random;
    private final Map<String, Set<Part>> owners;
    private final Map<String, Part> standIns;

    KnowTypes(World world, Random random, Map<String, Set<Part>> owners, Map<String, Part> standIns) {
        this.world = world;
        this.random = random;
        this.owners = owners;
        this.standIns = standIns;
    }

    boolean mayKnow(Part part, String target) {
        return mayKnow(part, target, world.possible(target));
    }

    /** A part that knows an interface as an object may not know its members. */
    boolean mayKnow(Part part, String target, List<String> members) {
        return mayKnow(part, target, members, new HashSet<>());
    }

    private boolean mayKnow(Part part, String target, List<String> members, Set<String> seen) {
        if (!seen.add(target + members)) {
            return true;
        }
        if (standIns.get(target) == part) {
            return true;
        }
        return switch (world.types().get(target)) {
            case Type.Value value ->
                value.fields().values().stream()
                        .allMatch(field -> !(field.content() instanceof Content.Reference(String below, var allowed))
                                || mayKnow(part, below, allowed, seen));
            case Type.Entity entity -> isFree(part, entity.name());
            case Type.Interface face ->
                !standsIn(part, face) && members.stream().allMatch(member -> isFree(part, member));
            case Type.Union union -> members.stream().allMatch(member -> mayKnow(part, member, List.of(member), seen));
            case null -> throw new IllegalArgumentException("no type " + target);
        };
    }

    private static boolean standsIn(Part part, Type.Interface face) {
        return part.types.containsKey(face.name()) && part.types.get(face.name()).standsIn;
    }

    private boolean isFree(Part part, String entity) {
        return standIns.entrySet().stream()
                .noneMatch(standIn -> standIn.getValue() == part
                        && world.possible(standIn.getKey()).contains(entity));
    }

    /** Makes sure the part defines {@code target} with {@code members}, so that a field can return it. */
    void know(Part part, String target, List<String> members) {
        PartType known = part.types.get(target);
        switch (world.types().get(target)) {
            case Type.Entity entity -> entity(part, entity);
            case Type.Value value -> {
                if (known == null) {
                    value(part, value);
                }
            }
            case Type.Interface face
            when standIns.get(face.name()) == part -> {
                PartType type = part.types.computeIfAbsent(face.name(), PartType::new);
                type.standsIn = true;
                type.keys.put(Key.of("id"), true);
                type.fields.putIfAbsent("id", new PartField("id", "ID!", Role.RESOLVED));
            }
            case Type.Interface face -> {
                PartType type = part.types.computeIfAbsent(face.name(), PartType::new);
                type.members.addAll(members);
                members.forEach(member -> member(part, member));
            }
            case Type.Union union -> {
                PartType type = part.types.computeIfAbsent(union.name(), PartType::new);
                type.members.addAll(members);
                members.forEach(member -> member(part, member));
            }
            case null -> throw new IllegalArgumentException("no type " + target);
        }
    }

    private void value(Part part, Type.Value value) {
        PartType type = new PartType(value.name());
        part.types.put(value.name(), type);
        List<Field> here = value.fields().values().stream()
                .filter(field -> value.name().equals("K")
                        || owners.get(value.name() + "." + field.name()).contains(part))
                .toList();
        for (Field field : here.isEmpty() ? value.fields().values() : here) {
            PartField own = new PartField(field.name(), field.type(), Role.RESOLVED);
            own.shareable = true;
            type.fields.put(field.name(), own);
            if (field.content() instanceof Content.Reference(String target, var allowed)) {
                know(part, target, allowed);
            }
        }
    }

    PartType entity(Part part, Type.Entity entity) {
        PartType known = part.types.get(entity.name());
        if (known != null) {
            return known;
        }
        PartType type = new PartType(entity.name());
        part.types.put(entity.name(), type);
        List<Key> keys = new ArrayList<>(entity.keys());
        Collections.shuffle(keys, random);
        int count = 1 + random.nextInt(keys.size());
        for (Key key : keys) {
            if (count > 0 && addKey(part, type, key)) {
                count--;
            }
        }
        return type;
    }

    private void member(Part part, String name) {
        if (world.types().get(name) instanceof Type.Entity entity) {
            addKey(part, entity(part, entity), entity.keys().getFirst());
        } else {
            know(part, name, List.of(name));
        }
    }

    /** Where the part may know what stands in the key. */
    boolean addKey(Part part, PartType type, Key key) {
        Map<String, Field> truth = world.fieldsOf(type.name);
        for (String name : key.fields().keySet()) {
            if (truth.get(name).content() instanceof Content.Reference(String target, var allowed)
                    && !mayKnow(part, target, allowed)) {
                return false;
            }
        }
        type.keys.putIfAbsent(key, random.nextInt(12) > 0);
        key.fields().forEach((name, below) -> {
            type.fields.putIfAbsent(name, new PartField(name, truth.get(name).type(), Role.RESOLVED));
            if (truth.get(name).content() instanceof Content.Reference(String target, var allowed)) {
                know(part, target, allowed);
                if (world.types().get(target) instanceof Type.Entity owner) {
                    addKey(part, entity(part, owner), Key.of("id"));
                }
            }
        });
        return true;
    }
}
