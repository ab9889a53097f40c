package io.weft.gateway.differential;

import io.weft.gateway.differential.StitchedWorld.Content;
import io.weft.gateway.differential.StitchedWorld.Field;
import io.weft.gateway.differential.StitchedWorld.Key;
import io.weft.gateway.differential.StitchedWorld.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A random service: what of the world it has, under names of its own, and the configuration that brings it back into the
 * graph under the world's names.
 */
final class StitchedService {

    /** How a root field finds objects. */
    enum Finds {
        ONE,
        IN_ORDER,
        IN_DISORDER
    }

    /** @param name in the graph, below the namespace where there is one */
    record Entry(String name, String kind, Finds finds, boolean takesInputs, String keyType) {}

    final String name;
    final Map<String, Kind> kinds;
    final Map<String, Set<String>> fields = new LinkedHashMap<>();
    final Map<String, Entry> entries = new LinkedHashMap<>();
    final Set<String> roots = new LinkedHashSet<>();
    final boolean isTransformed;
    final boolean isNamespaced;
    final Set<String> boxed = new LinkedHashSet<>();
    private final Random random;

    StitchedService(String name, StitchedWorld world, Random random) {
        this.name = name;
        this.kinds = world.kinds();
        this.random = random;
        this.isTransformed = random.nextBoolean();
        this.isNamespaced = isTransformed && random.nextBoolean();
    }

    void know(String kind) {
        if (!fields.containsKey(kind)) {
            fields.put(kind, new LinkedHashSet<>());
            kinds.get(kind).fields().values().stream()
                    .filter(field -> field.content() instanceof Content.OfKey)
                    .forEach(field -> fields.get(kind).add(field.name()));
        }
    }

    void has(Kind kind, Field field) {
        know(kind.name());
        fields.get(kind.name()).add(field.name());
        if (field.content() instanceof Content.Reference(String target)) {
            know(target);
        }
        if (isTransformed && field.content() instanceof Content.Plain && random.nextInt(3) == 0) {
            boxed.add(kind.name() + "." + field.name());
        }
    }

    /** Ways to find all that it knows. */
    void addEntries() {
        fields.keySet().forEach(kind -> {
            boolean isComputing = fields.get(kind).contains("sum");
            for (int i = 0; i < 1 + random.nextInt(2); i++) {
                Finds finds = Finds.values()[random.nextInt(3)];
                boolean takesInputs = isComputing && (i == 0 || random.nextBoolean());
                String keyType = switch (kinds.get(kind).key()) {
                    case ID -> "ID";
                    case NUMBER -> List.of("Int", "ID", "String").get(random.nextInt(3));
                    case PAIR, NESTED -> "";
                };
                String entry = name + "_" + kind + "_" + i;
                entries.put(entry, new Entry(entry, kind, finds, takesInputs, keyType));
            }
        });
    }

    /** The service's own name for an element. */
    String own(String name) {
        return isTransformed ? "x_" + name : name;
    }

    String ownType(String type) {
        return isTransformed ? type.replaceAll("T(\\d)", "XT$1") : type;
    }

    String sdl() {
        StringBuilder out = new StringBuilder("type Query {\n  " + own("ping_" + name) + ": Int\n");
        roots.forEach(root -> out.append("  " + own(root) + ": " + ownType(rootType(root)) + "\n"));
        entries.values()
                .forEach(entry -> out.append("  " + own(entry.name()) + arguments(entry) + ": "
                        + ownType(entry.finds() == Finds.ONE ? entry.kind() : "[" + entry.kind() + "]") + "\n"));
        out.append("}\n");
        fields.forEach((kind, names) -> {
            out.append("type " + ownType(kind) + " {\n");
            List<String> inBox = names.stream()
                    .filter(field -> boxed.contains(kind + "." + field))
                    .toList();
            names.stream()
                    .filter(field -> !inBox.contains(field))
                    .forEach(field -> out.append("  " + own(field) + ": "
                            + ownType(kinds.get(kind).fields().get(field).type()) + "\n"));
            out.append(inBox.isEmpty() ? "}\n" : "  box: Box" + kind + "!\n}\ntype Box" + kind + " {\n");
            inBox.forEach(field -> out.append("  " + own(field) + ": "
                    + kinds.get(kind).fields().get(field).type() + "\n"));
            out.append(inBox.isEmpty() ? "" : "}\n");
            if (kinds.get(kind).key() == Key.NESTED) {
                out.append("type " + ownType(kind + "Home") + " {\n  city: String!\n  street: Int!\n}\n");
            }
        });
        entries.values().stream().filter(this::takesObjects).forEach(entry -> out.append(input(entry)));
        return out.toString();
    }

    static String rootType(String root) {
        return root.startsWith("all") ? "[" + root.substring(3) + "!]!" : root.substring(4);
    }

    private boolean takesObjects(Entry entry) {
        return entry.finds() != Finds.ONE
                && (entry.takesInputs() || kinds.get(entry.kind()).key().paths.size() > 1);
    }

    private String inputName(Entry entry) {
        return "Key_" + entry.name();
    }

    private String leafType(Entry entry, String path) {
        return switch (path) {
            case "id", "number" -> entry.keyType();
            case "home.street" -> "Int";
            default -> "String";
        };
    }

    private static String leaf(String path) {
        return path.substring(path.indexOf('.') + 1);
    }

    private String input(Entry entry) {
        StringBuilder out = new StringBuilder();
        List<String> paths = kinds.get(entry.kind()).key().paths;
        boolean isNested = paths.getFirst().contains(".");
        if (isNested) {
            out.append("input " + inputName(entry) + "Home {\n");
            paths.forEach(path -> out.append("  " + leaf(path) + ": " + leafType(entry, path) + "!\n"));
            out.append("}\n");
        }
        out.append("input " + inputName(entry) + " {\n");
        if (isNested) {
            out.append("  " + own("where") + ": " + inputName(entry) + "Home!\n");
        } else {
            paths.forEach(path -> out.append("  " + own(path) + ": " + leafType(entry, path) + "!\n"));
        }
        return out.append(entry.takesInputs() ? "  p0: Int\n  p1: Int\n}\n" : "}\n")
                .toString();
    }

    private String arguments(Entry entry) {
        List<String> paths = kinds.get(entry.kind()).key().paths;
        List<String> arguments = new ArrayList<>();
        if (takesObjects(entry)) {
            arguments.add(own("keys") + ": [" + inputName(entry) + "!]!");
        } else if (entry.finds() != Finds.ONE) {
            arguments.add(own("keys") + ": [" + leafType(entry, paths.getFirst()) + "!]!");
        } else {
            paths.forEach(path -> arguments.add(own(leaf(path)) + ": " + leafType(entry, path) + "!"));
            if (entry.takesInputs()) {
                arguments.addAll(List.of("p0: Int", "p1: Int"));
            }
        }
        return "(" + String.join(", ", arguments) + ")";
    }

    /** As an element of {@code subgraphs}. */
    String yaml() {
        StringBuilder out = new StringBuilder("  - name: " + name + "\n    maxBatchSize: " + (1 + random.nextInt(6))
                + "\n    inaccessible: ["
                + entries.keySet().stream()
                        .map(entry -> (isNamespaced ? "Ns_" + name + "Query." : "Query.") + entry)
                        .collect(Collectors.joining(", "))
                + "]\n");
        transforms(out);
        out.append("    merge:\n");
        fields.keySet().forEach(kind -> {
            out.append("      " + kind + ":\n        entryPoints:\n");
            entries.values().stream().filter(entry -> entry.kind().equals(kind)).forEach(entry -> {
                out.append(
                        "          - selectionSet: \"" + kinds.get(kind).key().selectionSet() + "\"\n");
                out.append("            fieldName: " + (isNamespaced ? "ns_" + name + "." : "") + entry.name() + "\n");
                out.append("            args: \"" + args(entry) + "\"\n");
                if (entry.finds() == Finds.IN_DISORDER) {
                    out.append("            match: { by: { "
                            + kinds.get(kind).key().paths.stream()
                                    .map(path -> path + ": " + path)
                                    .collect(Collectors.joining(", "))
                            + " } }\n");
                }
            });
            if (fields.get(kind).contains("sum")) {
                out.append("        fields: { sum: { selectionSet: \"{ p0 p1 }\", computed: true } }\n");
            }
        });
        return out.toString();
    }

    private String args(Entry entry) {
        List<String> paths = kinds.get(entry.kind()).key().paths;
        String inputs = entry.takesInputs() ? ", p0: $key.p0, p1: $key.p1" : "";
        String leaves =
                paths.stream().map(path -> leaf(path) + ": $key." + path).collect(Collectors.joining(", "));
        if (entry.finds() == Finds.ONE) {
            return leaves + inputs;
        }
        if (!takesObjects(entry)) {
            return "keys: [[$key." + paths.getFirst() + "]]";
        }
        return "keys: [[{ " + (paths.getFirst().contains(".") ? "where: { " + leaves + " }" : leaves) + inputs + " }]]";
    }

    private void transforms(StringBuilder out) {
        if (!isTransformed) {
            return;
        }
        List<String> types = new ArrayList<>(fields.keySet());
        fields.keySet().stream()
                .filter(kind -> kinds.get(kind).key() == Key.NESTED)
                .forEach(kind -> types.add(kind + "Home"));
        List<String> named = new ArrayList<>();
        List<String> hoisted = new ArrayList<>();
        fields.forEach((kind, names) -> names.forEach(field -> {
            String coordinate = kind + "." + field;
            if (boxed.contains(coordinate)) {
                hoisted.add("      - hoistField: { type: " + kind + ", path: [box, " + own(field) + "], as: " + field
                        + ", keep: true }\n");
            } else {
                named.add(kind + "." + own(field) + ": " + field);
            }
        }));
        List<String> arguments = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        entries.values().forEach(entry -> {
            List<String> paths = kinds.get(entry.kind()).key().paths;
            List<String> names = entry.finds() == Finds.ONE
                    ? paths.stream().map(StitchedService::leaf).toList()
                    : List.of("keys");
            names.forEach(each -> arguments.add("Query." + own(entry.name()) + "." + own(each) + ": " + each));
            if (takesObjects(entry)) {
                (paths.getFirst().contains(".") ? List.of("where") : paths)
                        .forEach(each -> inputs.add(inputName(entry) + "." + own(each) + ": " + each));
            }
        });
        List<String> rootNames = new ArrayList<>(roots);
        rootNames.addAll(entries.keySet());
        rootNames.add("ping_" + name);
        out.append("    transforms:\n");
        map(
                out,
                "renameTypes",
                types.stream().map(type -> ownType(type) + ": " + type).toList());
        map(out, "renameFields", named);
        hoisted.forEach(out::append);
        boxed.stream()
                .map(coordinate -> coordinate.substring(0, coordinate.indexOf('.')))
                .distinct()
                .forEach(kind -> out.append("      - filterFields: { exclude: [" + kind + ".box] }\n"));
        map(out, "renameArguments", arguments);
        map(out, "renameInputFields", inputs);
        map(
                out,
                "renameRootFields",
                rootNames.stream()
                        .map(root -> "Query." + own(root) + ": " + root)
                        .toList());
        out.append(isNamespaced ? "      - namespace: ns_" + name + "\n" : "");
    }

    private static void map(StringBuilder out, String transform, List<String> entries) {
        if (!entries.isEmpty()) {
            out.append("      - " + transform + ": { " + String.join(", ", entries) + " }\n");
        }
    }
}
