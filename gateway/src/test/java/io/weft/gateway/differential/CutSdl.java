package io.weft.gateway.differential;

import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartField;
import io.weft.gateway.differential.Cut.PartType;
import io.weft.gateway.differential.Cut.Role;
import io.weft.gateway.differential.Cut.RootField;
import io.weft.gateway.differential.World.Content;
import io.weft.gateway.differential.World.Field;
import io.weft.gateway.differential.World.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The SDL a part publishes. */
final class CutSdl {
    private static final String CONTEXT = " @context(name: \"c\")";

    private final World world;
    private final Part part;
    private final StringBuilder out = new StringBuilder();

    private CutSdl(World world, Part part) {
        this.world = world;
        this.part = part;
    }

    static String of(World world, Part part) {
        return new CutSdl(world, part).write();
    }

    private String write() {
        if (!part.first) {
            boolean hasContext = part.types.values().stream().anyMatch(type -> type.fields.containsKey("told"));
            out.append("extend schema @link(url: \"https://specs.apollo.dev/federation/v2.")
                    .append(hasContext ? "8" : "7")
                    .append("\", import: [\"@key\", \"@external\", \"@requires\", \"@provides\", \"@shareable\", ")
                    .append("\"@override\", \"@interfaceObject\", \"@inaccessible\"")
                    .append(hasContext ? ", \"@context\", \"@fromContext\"" : "")
                    .append("])\n");
        }
        roots("Query", part.queries, "(id: ID!)");
        roots("Mutation", part.mutations, "(id: ID!, by: Int! = 1)");
        part.types.values().forEach(this::type);
        common();
        return out.toString();
    }

    private void roots(String type, Map<String, RootField> fields, String arguments) {
        if (!fields.isEmpty()) {
            out.append(part.first ? "extend type " : "type ").append(type);
            out.append(fields.containsKey(World.ROOT_CONTEXT) ? CONTEXT : "").append(" {\n");
            fields.values()
                    .forEach(field -> out.append("  ")
                            .append(field.name())
                            .append(
                                    field.name().startsWith("all")
                                                    || field.name().equals(World.ROOT_CONTEXT)
                                            ? ""
                                            : arguments)
                            .append(": ")
                            .append(field.type())
                            .append(field.shareable() && !part.first ? " @shareable" : "")
                            .append('\n'));
            out.append("}\n");
        }
    }

    private void type(PartType type) {
        switch (world.types().get(type.name)) {
            case Type.Entity entity -> {
                List<String> faces = entity.interfaces().stream()
                        .filter(face -> part.types.containsKey(face)
                                && part.types.get(face).members.contains(entity.name()))
                        .toList();
                out.append(part.first ? "extend type " : "type ").append(entity.name());
                out.append(faces.isEmpty() ? "" : " implements " + String.join(" & ", faces));
                keys(type);
                out.append(type.setsContext ? CONTEXT : "");
                fields(type);
            }
            case Type.Value value -> {
                out.append("type ").append(value.name()).append(type.setsContext ? CONTEXT : "");
                fields(type);
            }
            case Type.Interface face -> {
                out.append(type.standsIn ? "type " : "interface ").append(face.name());
                keys(type);
                out.append(type.standsIn ? " @interfaceObject" : "");
                fields(type);
            }
            case Type.Union union ->
                out.append("union ")
                        .append(union.name())
                        .append(" = ")
                        .append(String.join(" | ", type.members))
                        .append('\n');
            case null -> throw new IllegalStateException("no type " + type.name);
        }
    }

    private void keys(PartType type) {
        type.keys.forEach((key, resolvable) -> out.append(" @key(fields: \"")
                .append(key.fieldSet())
                .append(resolvable ? "\")" : "\", resolvable: false)"));
    }

    private void fields(PartType type) {
        Set<String> keyFields = new HashSet<>();
        type.keys.keySet().forEach(key -> keyFields.addAll(key.fields().keySet()));
        Map<String, Field> truth = world.fieldsOf(type.name);
        out.append(" {\n");
        type.fields.values().forEach(field -> {
            boolean external = field.role == Role.EXTERNAL || part.first && keyFields.contains(field.name);
            out.append("  ")
                    .append(field.name)
                    .append(arguments(truth.get(field.name)))
                    .append(": ")
                    .append(field.type)
                    .append(external ? " @external" : "")
                    .append(field.shareable && !part.first && !external ? " @shareable" : "");
            directives(field);
            out.append('\n');
        });
        out.append("}\n");
    }

    private static String arguments(Field field) {
        return switch (field.content()) {
            case Content.WithArgument argued -> "(n: Int = 2)";
            case Content.WithInput argued -> "(in: In = {a: 3, d: {b: \"q\"}})";
            case Content.FromContext(Map<String, String> fieldOfSetter) -> {
                StringBuilder selections = new StringBuilder("$c");
                fieldOfSetter.forEach((setter, told) -> selections
                        .append(" ... on ")
                        .append(setter)
                        .append(" { ")
                        .append(told)
                        .append(" }"));
                yield "(c: String @fromContext(field: \"" + selections + "\"))";
            }
            default -> "";
        };
    }

    /** In every other part with a field that only it knows. */
    private void common() {
        if (out.indexOf("In = ") >= 0 || out.indexOf("Color") >= 0) {
            boolean more = (part.name.charAt(0) + world.types().size()) % 2 == 0;
            String common = part.first ? World.COMMON.replace(" @inaccessible", "") : World.COMMON;
            out.append(more ? common.replace("input In {", "input In { onlyHere: Int = 9,") : common);
        }
    }

    private void directives(PartField field) {
        field.requires.ifPresent(
                text -> out.append(" @requires(fields: \"").append(text).append("\")"));
        field.overrides.ifPresent(from -> out.append(" @override(from: \"")
                .append(from)
                .append(field.label.map(label -> "\", label: \"" + label).orElse(""))
                .append("\")"));
        if (!field.provides.isEmpty()) {
            out.append(" @provides(fields: \"");
            if (field.providesFragments) {
                field.provides.forEach((type, name) -> out.append("... on ")
                        .append(type)
                        .append(" { ")
                        .append(name)
                        .append(" } "));
            } else {
                out.append(String.join(" ", field.provides.values()));
            }
            out.append("\")");
        }
    }
}
