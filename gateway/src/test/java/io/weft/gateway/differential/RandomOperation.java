package io.weft.gateway.differential;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** A random valid operation, as a tree that can be made smaller. */
record RandomOperation(String kind, List<Node> roots, Map<String, Object> variables) {

    private static final List<String> OPTIONAL =
            List.of(", $n: Int", ", $m: Int = 3", ", $maybe: Boolean = true", ", $s: String", ", $in: In");

    /** A field or an inline fragment, with what stands below. */
    record Node(String head, List<Node> children) {}

    String document() {
        StringBuilder out = new StringBuilder(kind)
                .append(" Random($yes: Boolean!, $no: Boolean!")
                .append(String.join("", OPTIONAL))
                .append(") {\n");
        out.append("  used: __typename @include(if: $yes) @skip(if: $no)\n");
        List<String> fragments = new ArrayList<>();
        roots.forEach(node -> print(out, node, "  ", fragments));
        String text = out.append("}\n").toString() + String.join("", fragments);
        String body = text.substring(text.indexOf("{\n"));
        for (String variable : OPTIONAL) {
            String name = variable.substring(3, variable.indexOf(':'));
            if (!Pattern.compile("\\$" + name + "\\b").matcher(body).find()) {
                text = text.replace(variable, "");
            }
        }
        return text;
    }

    /** @param fragments of their own, where a fragment is not written where it stands */
    private static void print(StringBuilder out, Node node, String indent, List<String> fragments) {
        if (node.head().startsWith("... on ") && node.hashCode() % 3 == 0) {
            String type = node.head().split(" ")[2];
            StringBuilder own = new StringBuilder("fragment F%d on %s {\n".formatted(fragments.size(), type));
            out.append(indent).append("...F").append(fragments.size());
            out.append(node.head().substring("... on ".length() + type.length()))
                    .append('\n');
            int place = fragments.size();
            fragments.add("");
            node.children().forEach(child -> print(own, child, "  ", fragments));
            fragments.set(place, own.append("}\n").toString());
            return;
        }
        out.append(indent).append(node.head());
        if (!node.children().isEmpty()) {
            out.append(" {\n");
            node.children().forEach(child -> print(out, child, indent + "  ", fragments));
            out.append(indent).append('}');
        }
        out.append('\n');
    }

    /** All operations that lack one node of this one; the largest cuts first. */
    List<RandomOperation> smaller() {
        List<RandomOperation> all = new ArrayList<>();
        without(roots).forEach(fewer -> all.add(new RandomOperation(kind, fewer, variables)));
        return all.stream().filter(operation -> !operation.roots().isEmpty()).toList();
    }

    private static List<List<Node>> without(List<Node> nodes) {
        List<List<Node>> variants = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<Node> fewer = new ArrayList<>(nodes);
            fewer.remove(i);
            variants.add(fewer);
        }
        for (int i = 0; i < nodes.size(); i++) {
            for (List<Node> children : without(nodes.get(i).children())) {
                if (!children.isEmpty()) {
                    List<Node> changed = new ArrayList<>(nodes);
                    changed.set(i, new Node(nodes.get(i).head(), children));
                    variants.add(changed);
                }
            }
        }
        return variants;
    }

    static RandomOperation random(GraphQLSchema schema, Random random) {
        return new Writer(schema, random).write();
    }

    private static final class Writer {
        private static final List<String> ARGUMENTS = List.of(
                "",
                "(in: null)",
                "(in: {})",
                "(in: $in)",
                "(in: {a: $n, b: \"one\"})",
                "(in: {b: [\"x\", \"y\"], c: BLUE, d: {a: null, d: {a: $m}}})",
                "(in: {d: $in, e: {a: 4}})",
                "(in: {c: null, e: [[{a: $n}], [$in, null]]})");

        private static final List<Map<String, Object>> INPUTS = List.of(
                Map.of(),
                Map.of("a", 8, "b", "single", "c", "GREEN"),
                Map.of("d", Map.of("d", Map.of("b", List.of("deep")))),
                Map.of("e", List.of(List.of(Map.of("c", "BLUE"), Map.of()))));

        private final GraphQLSchema schema;
        private final Random random;
        private final int deepest;
        private int aliases;

        Writer(GraphQLSchema schema, Random random) {
            this.schema = schema;
            this.random = random;
            this.deepest = random.nextInt(4) == 0 ? 6 : 4;
        }

        private Map<String, Object> variables() {
            Map<String, Object> values = new HashMap<>();
            values.put("yes", random.nextInt(4) > 0);
            values.put("no", random.nextInt(4) == 0);
            if (random.nextBoolean()) {
                values.put("maybe", random.nextBoolean());
            }
            if (random.nextInt(4) > 0) {
                values.put("n", random.nextInt(3) > 0 ? random.nextInt(10) : null);
            }
            if (random.nextInt(4) == 0) {
                values.put("m", random.nextInt(10));
            }
            if (random.nextBoolean()) {
                values.put("s", random.nextInt(4) > 0 ? "\"s\"" : null);
            }
            if (random.nextInt(3) > 0) {
                values.put("in", INPUTS.get(random.nextInt(INPUTS.size())));
            }
            return values;
        }

        RandomOperation write() {
            List<Node> roots = new ArrayList<>();
            boolean mutation = schema.getMutationType() != null && random.nextInt(4) == 0;
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                field(mutation ? schema.getMutationType() : schema.getQueryType(), 0)
                        .ifPresent(roots::add);
            }
            return roots.isEmpty() ? write() : new RandomOperation(mutation ? "mutation" : "query", roots, variables());
        }

        private List<Node> selections(GraphQLCompositeType type, int depth) {
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                if (random.nextInt(10) == 0) {
                    nodes.add(new Node(alias() + "__typename" + condition(), List.of()));
                } else if (random.nextInt(5) == 0 || type instanceof GraphQLUnionType) {
                    nodes.add(fragment(type, depth));
                } else {
                    field((GraphQLFieldsContainer) type, depth).ifPresent(nodes::add);
                }
            }
            return nodes.isEmpty() ? List.of(new Node("__typename", List.of())) : nodes;
        }

        private Node fragment(GraphQLCompositeType type, int depth) {
            List<GraphQLCompositeType> conditions = schema.getAllTypesAsList().stream()
                    .filter(GraphQLCompositeType.class::isInstance)
                    .map(GraphQLCompositeType.class::cast)
                    .filter(other -> !Collections.disjoint(possible(other), possible(type)))
                    .filter(other -> depth < deepest || other instanceof GraphQLObjectType)
                    .toList();
            if (conditions.isEmpty()) {
                return new Node("__typename", List.of());
            }
            GraphQLCompositeType chosen = conditions.get(random.nextInt(conditions.size()));
            return new Node(
                    "... on " + chosen.getName() + condition(),
                    selections(chosen, chosen instanceof GraphQLObjectType ? depth : depth + 1));
        }

        private List<GraphQLObjectType> possible(GraphQLCompositeType type) {
            return switch (type) {
                case GraphQLObjectType object -> List.of(object);
                case GraphQLInterfaceType face -> schema.getImplementations(face);
                case GraphQLUnionType union ->
                    union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
                default -> List.of();
            };
        }

        private Optional<Node> field(GraphQLFieldsContainer container, int depth) {
            List<GraphQLFieldDefinition> fields = container.getFieldDefinitions();
            GraphQLFieldDefinition field = fields.get(random.nextInt(fields.size()));
            GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
            String arguments = arguments(field, type);
            // An alias unless the field is sure to mean the same wherever it stands.
            boolean plain = random.nextInt(3) > 0 && arguments.isEmpty() && !(type instanceof GraphQLCompositeType);
            String head = (plain ? "" : alias()) + field.getName() + arguments + condition();
            if (type instanceof GraphQLCompositeType composite) {
                return depth >= deepest
                        ? Optional.empty()
                        : Optional.of(new Node(head, selections(composite, depth + 1)));
            }
            return Optional.of(new Node(head, List.of()));
        }

        private String arguments(GraphQLFieldDefinition field, GraphQLNamedType type) {
            if (field.getArgument("id") != null) {
                String name = schema.getType(type.getName()) instanceof GraphQLInterfaceType face
                        ? schema.getImplementations(face).getFirst().getName()
                        : type.getName();
                String by = field.getArgument("by") == null
                        ? ""
                        : List.of("", ", by: 2", ", by: $m").get(random.nextInt(3));
                return "(id: \"" + name + "-" + random.nextInt(3) + "\"" + by + ")";
            }
            if (field.getArgument("n") != null) {
                return List.of("", "(n: null)", "(n: 5)", "(n: $n)", "(n: $m)").get(random.nextInt(5));
            }
            if (field.getArgument("in") != null) {
                return ARGUMENTS.get(random.nextInt(ARGUMENTS.size()));
            }
            return "";
        }

        private String alias() {
            return random.nextInt(4) > 0 ? "x" + aliases++ + ": " : "y" + random.nextInt(3) + ": ";
        }

        private String condition() {
            return switch (random.nextInt(28)) {
                case 4 -> " @include(if: $maybe)";
                case 5 -> " @include(if: $maybe) @skip(if: $no)";
                case 0 -> " @include(if: $yes)";
                case 1 -> " @include(if: $no)";
                case 2 -> " @skip(if: $no)";
                case 3 -> " @skip(if: $yes)";
                case 6 ->
                    List.of(" @skip(if: true)", " @include(if: false)", " @skip(if: false) @include(if: true)")
                            .get(random.nextInt(3));
                default -> "";
            };
        }
    }
}
