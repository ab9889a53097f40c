package io.weft.gateway.differential;

import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartField;
import io.weft.gateway.differential.Cut.PartType;
import io.weft.gateway.differential.Cut.Role;
import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Input;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Row;
import io.weft.gateway.differential.World.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets parts lack some rows: they answer null when they are asked for them. Only where it makes no difference which way
 * the row is reached: whatever else the part answers of it, nobody else does or requires, and nobody is reached through it.
 */
final class GenerateGaps {
    private final World world;
    private final Random random;
    private final List<Part> parts;
    private final Collection<String> standIns;

    GenerateGaps(World world, Random random, List<Part> parts, Collection<String> standIns) {
        this.world = world;
        this.random = random;
        this.parts = parts;
        this.standIns = standIns;
    }

    void leaveRowsOut() {
        for (Part part : parts) {
            for (Type.Entity entity : world.all(Type.Entity.class)) {
                if (part.types.containsKey(entity.name()) && random.nextInt(2) == 0 && mayLack(part, entity)) {
                    Set<String> answered =
                            new TreeSet<>(part.types.get(entity.name()).fields.keySet());
                    answered.removeIf(field -> field.equals("id") || !part.resolves(entity.name(), field));
                    for (Row row : world.rows().get(entity.name())) {
                        if (random.nextInt(3) == 0) {
                            part.lacks.add(row);
                            world.unknown()
                                    .computeIfAbsent(row, any -> new TreeSet<>())
                                    .addAll(answered);
                        }
                    }
                }
            }
        }
    }

    private boolean mayLack(Part part, Type.Entity entity) {
        PartType type = part.types.get(entity.name());
        return type.keys.keySet().equals(Set.of(Key.of("id")))
                && standIns.stream().noneMatch(face -> world.possible(face).contains(entity.name()))
                && type.fields.values().stream().allMatch(field -> isOnlyHere(part, entity, field));
    }

    private boolean isRequired(Type.Entity entity, String field) {
        return world.types().keySet().stream()
                .anyMatch(type -> world.fieldsOf(type).values().stream().anyMatch(other -> switch (other.content()) {
                    case Content.Computed(List<Input> inputs) ->
                        inputs.stream().anyMatch(input -> isOf(entity, field, type, input));
                    case Content.FromContext(Map<String, String> fieldOfSetter) ->
                        field.equals(fieldOfSetter.get(entity.name()));
                    default -> false;
                }));
    }

    private boolean isOf(Type.Entity entity, String field, String type, Input input) {
        return world.possible(type).contains(entity.name()) && input.field().equals(field)
                || input instanceof Input.Below(var name, Map<String, String> below, var fragments)
                        && field.equals(below.get(entity.name()));
    }

    private boolean isOnlyHere(Part part, Type.Entity entity, PartField field) {
        if (field.name.equals("id") || field.role == Role.EXTERNAL) {
            return true;
        }
        return field.role == Role.RESOLVED
                && !field.shareable
                && field.overrides.isEmpty()
                && !field.type.endsWith("!")
                && !isRequired(entity, field.name)
                && parts.stream().noneMatch(other -> other != part && other.resolves(entity.name(), field.name));
    }
}
