package io.weft.gateway.differential;

import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartField;
import io.weft.gateway.differential.Cut.PartType;
import io.weft.gateway.differential.Cut.Role;
import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Field;
import io.weft.gateway.differential.World.Input;
import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Adds {@code @requires}, {@code @provides}, {@code @override} and Federation 1 to a cut. */
final class GenerateFeatures {
    private final World world;
    private final Random random;
    private final List<Part> parts;
    private final KnowTypes knowledge;
    private final Map<String, Set<Part>> owners;
    private final Map<String, Part> standIns;

    GenerateFeatures(
            World world,
            Random random,
            List<Part> parts,
            KnowTypes knowledge,
            Map<String, Set<Part>> owners,
            Map<String, Part> standIns) {
        this.world = world;
        this.random = random;
        this.parts = parts;
        this.knowledge = knowledge;
        this.owners = owners;
        this.standIns = standIns;
    }

    void computed() {
        for (Type.Entity entity : world.all(Type.Entity.class)) {
            for (Field field : entity.fields().values()) {
                if (field.content() instanceof Content.Computed(List<Input> inputs)) {
                    List<Part> able = parts.stream()
                            .filter(part -> mayCompute(part, entity, field, inputs))
                            .toList();
                    if (!able.isEmpty() && standIn(entity, field).isEmpty()) {
                        Part part = able.get(random.nextInt(able.size()));
                        compute(part, knowledge.entity(part, entity), entity.fields(), field, inputs);
                    }
                }
            }
        }
        standIns.forEach((name, part) -> {
            Type.Interface face = (Type.Interface) world.types().get(name);
            for (Field field : face.fields().values()) {
                if (field.content() instanceof Content.Computed(List<Input> inputs) && mayStandInCompute(face, field)) {
                    compute(part, part.types.get(name), face.fields(), field, inputs);
                }
            }
        });
    }

    /** The interface whose stand-in computes the field for all members. */
    private Optional<String> standIn(Type.Entity entity, Field field) {
        return entity.interfaces().stream()
                .filter(face -> standIns.containsKey(face)
                        && world.fieldsOf(face).containsKey(field.name())
                        && mayStandInCompute((Type.Interface) world.types().get(face), field))
                .findFirst();
    }

    private boolean mayStandInCompute(Type.Interface face, Field field) {
        Part part = standIns.get(face.name());
        return field.content() instanceof Content.Computed(List<Input> inputs)
                && inputs.stream()
                        .allMatch(input -> !part.resolves(face.name(), input.field())
                                && parts.stream().anyMatch(home -> isHome(home, face, input.field())));
    }

    /** Whether the part knows the interface with all its members, and answers the field for all. */
    private static boolean isHome(Part part, Type.Interface face, String field) {
        PartType here = part.types.get(face.name());
        return here != null
                && !here.standsIn
                && here.members.containsAll(face.members())
                && face.members().stream().allMatch(member -> part.resolves(member, field));
    }

    private boolean isAnswered(String type, String field) {
        return parts.stream().anyMatch(part -> part.resolves(type, field));
    }

    private boolean mayCompute(Part part, Type.Entity entity, Field field, List<Input> inputs) {
        if (!knowledge.mayKnow(part, entity.name())) {
            return false;
        }
        for (Input input : inputs) {
            boolean answered = isAnswered(entity.name(), input.field());
            boolean ownElsewhere = !part.resolves(entity.name(), input.field());
            boolean known = !(entity.fields().get(input.field()).content()
                            instanceof Content.Reference(String target, var allowed))
                    || knowledge.mayKnow(part, target, allowed)
                            && !(input instanceof Input.Below && standIns.get(target) == part);
            if (!answered || !ownElsewhere || !known) {
                return false;
            }
        }
        return !part.defines(entity.name(), field.name());
    }

    private void compute(Part part, PartType type, Map<String, Field> truth, Field field, List<Input> inputs) {
        PartField own = new PartField(field.name(), field.type(), Role.RESOLVED);
        own.requires =
                Optional.of(String.join(" ", inputs.stream().map(Input::text).toList()));
        type.fields.put(field.name(), own);
        for (Input input : inputs) {
            Field needed = truth.get(input.field());
            type.fields.putIfAbsent(needed.name(), new PartField(needed.name(), needed.type(), Role.EXTERNAL));
            if (input instanceof Input.Below(var name, Map<String, String> below, var fragments)
                    && needed.content() instanceof Content.Reference(String target, var allowed)) {
                knowledge.know(part, target, allowed);
                below.forEach((member, leaf) -> part.types
                        .get(member)
                        .fields
                        .putIfAbsent(
                                leaf,
                                new PartField(
                                        leaf, world.fieldsOf(member).get(leaf).type(), Role.EXTERNAL)));
            }
        }
    }

    void addRest() {
        parts.forEach(this::provide);
        override();
        parts.stream().filter(this::mayBeFirst).findFirst().ifPresent(part -> part.first = random.nextInt(2) == 0);
        matchExternals();
    }

    private void provide(Part part) {
        for (PartType type : List.copyOf(part.types.values())) {
            if (!(world.types().get(type.name) instanceof Type.Entity)) {
                continue;
            }
            for (PartField field : List.copyOf(type.fields.values())) {
                boolean eligible =
                        random.nextInt(4) == 0 && field.isPlain() && !field.shareable && field.role == Role.RESOLVED;
                if (eligible
                        && world.fieldsOf(type.name).get(field.name).content()
                                instanceof Content.Reference(String target, List<String> allowed)
                        && !part.types.get(target).standsIn
                        && !(world.types().get(target) instanceof Type.Value)) {
                    provide(part, field, allowed, !(world.types().get(target) instanceof Type.Entity));
                }
            }
        }
    }

    private void provide(Part part, PartField field, List<String> members, boolean fragments) {
        Map<String, String> provided = new LinkedHashMap<>();
        for (String member : members) {
            if (world.types().get(member) instanceof Type.Value) {
                continue;
            }
            PartType type = part.types.get(member);
            world.fieldsOf(member).values().stream()
                    .filter(candidate -> candidate.content() instanceof Content.Scalar)
                    .filter(candidate -> !owners.getOrDefault(member + "." + candidate.name(), Set.of())
                            .isEmpty())
                    .filter(candidate -> !type.fields.containsKey(candidate.name())
                            || type.fields.get(candidate.name()).role == Role.EXTERNAL)
                    .findFirst()
                    .ifPresent(candidate -> provided.put(member, candidate.name()));
        }
        provided.forEach((member, name) -> {
            part.types
                    .get(member)
                    .fields
                    .putIfAbsent(
                            name,
                            new PartField(name, world.fieldsOf(member).get(name).type(), Role.EXTERNAL));
            owners.get(member + "." + name)
                    .forEach(owner -> owner.types.get(member).fields.get(name).shareable = true);
        });
        field.provides = provided;
        field.providesFragments = fragments;
    }

    private void override() {
        for (Type.Entity entity : world.all(Type.Entity.class)) {
            for (Field field : entity.fields().values()) {
                Set<Part> answering = owners.getOrDefault(entity.name() + "." + field.name(), Set.of());
                boolean movable = field.content() instanceof Content.Scalar
                        || field.content() instanceof Content.WithArgument
                        || field.content() instanceof Content.WithInput;
                if (answering.size() != 1 || !movable || random.nextInt(8) > 0) {
                    continue;
                }
                Part owner = answering.iterator().next();
                PartField owned = owner.types.get(entity.name()).fields.get(field.name());
                parts.stream()
                        .filter(part -> part != owner && part.types.containsKey(entity.name()))
                        .filter(part -> !part.defines(entity.name(), field.name()))
                        .filter(part -> owned.isPlain() && !owned.shareable)
                        .findFirst()
                        .ifPresent(old -> override(entity, field, owned, old));
            }
        }
    }

    private void override(Type.Entity entity, Field field, PartField owned, Part old) {
        PartField left = new PartField(field.name(), field.type(), Role.OVERRIDDEN);
        PartType oldType = old.types.get(entity.name());
        oldType.fields.put(field.name(), left);
        owned.overrides = Optional.of(old.name);
        // while the label is off, the old part must be within reach
        if (random.nextInt(3) == 0 && oldType.keys.getOrDefault(Key.of("id"), false)) {
            owned.label = Optional.of("percent(" + 50 * random.nextInt(3) + ")");
            left.overriddenWhile = owned.label;
        }
    }

    /**
     * Federation 1 does not know overrides, interface objects, or keys that do not resolve; and its extensions need
     * somebody who defines what they extend.
     */
    private boolean mayBeFirst(Part part) {
        boolean extendsOthers = part.types.values().stream()
                .filter(type -> world.types().get(type.name) instanceof Type.Entity)
                .allMatch(type -> type.keys.keySet().stream()
                        .flatMap(key -> key.fields().keySet().stream())
                        .allMatch(field ->
                                parts.stream().anyMatch(other -> other != part && other.resolves(type.name, field))));
        return extendsOthers
                && !part.queries.containsKey(World.ROOT_CONTEXT)
                && part.types.values().stream()
                        .allMatch(type -> !type.standsIn
                                && !type.setsContext
                                && !type.fields.containsKey("told")
                                && !type.keys.containsValue(false)
                                && !(world.types().get(type.name) instanceof Type.Interface && !type.keys.isEmpty())
                                && type.fields.values().stream()
                                        .allMatch(field -> field.overrides.isEmpty() && !field.providesFragments));
    }

    /** An external field has the type that the owners together give it. */
    private void matchExternals() {
        parts.forEach(part -> part.types.forEach((name, type) -> type.fields.values().stream()
                .filter(field -> field.role == Role.EXTERNAL)
                .forEach(field -> {
                    boolean nullable = parts.stream()
                            .filter(other -> other.resolves(name, field.name))
                            .anyMatch(other -> !other.types
                                    .get(name)
                                    .fields
                                    .get(field.name)
                                    .type
                                    .endsWith("!"));
                    if (nullable && field.type.endsWith("!")) {
                        field.type = field.type.substring(0, field.type.length() - 1);
                    }
                })));
    }
}
