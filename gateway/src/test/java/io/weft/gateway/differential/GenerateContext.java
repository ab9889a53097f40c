package io.weft.gateway.differential;

import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartField;
import io.weft.gateway.differential.Cut.PartType;
import io.weft.gateway.differential.Cut.Role;
import io.weft.gateway.differential.Cut.RootField;
import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Field;
import io.weft.gateway.differential.World.Type;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Adds {@code @context} and {@code @fromContext}: one part sets the context and has the field that takes of it. */
final class GenerateContext {
    private final World world;
    private final Random random;
    private final List<Part> parts;
    private final KnowTypes knowledge;

    GenerateContext(World world, Random random, List<Part> parts, KnowTypes knowledge) {
        this.world = world;
        this.random = random;
        this.parts = parts;
        this.knowledge = knowledge;
    }

    void add() {
        for (Type.Entity entity : world.all(Type.Entity.class)) {
            for (Field field : entity.fields().values()) {
                if (field.content() instanceof Content.FromContext(Map<String, String> fieldOfSetter)) {
                    List<Part> able = parts.stream()
                            .filter(part -> mayTell(part, entity, fieldOfSetter))
                            .toList();
                    if (!able.isEmpty()) {
                        add(able.get(random.nextInt(able.size())), entity, field, fieldOfSetter);
                    }
                }
            }
        }
    }

    private boolean mayTell(Part part, Type.Entity entity, Map<String, String> fieldOfSetter) {
        return knowledge.mayKnow(part, entity.name())
                && fieldOfSetter.entrySet().stream()
                        .allMatch(setter -> switch (world.types().get(setter.getKey())) {
                            case Type.Value value -> part.resolves(value.name(), setter.getValue());
                            case null -> true;
                            case Type other -> knowledge.mayKnow(part, other.name());
                        });
    }

    private void add(Part part, Type.Entity entity, Field field, Map<String, String> fieldOfSetter) {
        PartType type = knowledge.entity(part, entity);
        if (!type.keys.containsValue(true)) {
            return;
        }
        type.fields.put(field.name(), new PartField(field.name(), field.type(), Role.RESOLVED));
        fieldOfSetter.forEach((setter, told) -> {
            switch (world.types().get(setter)) {
                case Type.Entity above -> {
                    PartType here = knowledge.entity(part, above);
                    here.setsContext = true;
                    here.fields.putIfAbsent(
                            told, new PartField(told, above.fields().get(told).type(), Role.EXTERNAL));
                }
                case null -> part.queries.put(told, new RootField(told, "String", "String", false));
                case Type other -> part.types.get(other.name()).setsContext = true;
            }
        });
    }
}
