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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** A random valid operation, as a tree that can be made smaller. */
record RandomOperation(String kind, List<Node> roots) {

    static final Map<String, Object> VARIABLES = Map.of("yes", true, "no", false, "n", 7);

    /** A field or an inline fragment, with what stands below. */
    record Node(String head, List<Node> children) {}

    String document() {
        StringBuilder out = new StringBuilder(kind)
                .append(" Random($yes: Boolean!, $no: Boolean!, $maybe: Boolean = true, $n: Int, $m: Int = 3) {\n");
        out.append("  used: __typename @include(if: $yes) @skip(if: $no)\n");
        roots.forEach(node -> print(out, node, "  "));
        String text = out.append("}\n").toString();
        String body = text.substring(text.indexOf("{\n"));
        for (String variable : List.of(", $n: Int", ", $m: Int = 3", ", $maybe: Boolean = true")) {
            String name = variable.substring(3, variable.indexOf(':'));
            if (!Pattern.compile("\\$" + name + "\\b").matcher(body).find()) {
                text = text.replace(variable, "");
            }
        }
        return text;
    }

    private static void print(StringBuilder out, Node node, String indent) {
        out.append(indent).append(node.head());
        if (!node.children().isEmpty()) {
            out.append(" {\n");
            node.children().forEach(child -> print(out, child, indent + "  "));
            out.append(indent).append('}');
        }
        out.append('\n');
    }

    /** All operations that lack one node of this one; the largest cuts first. */
    List<RandomOperation> smaller() {
        List<RandomOperation> all = new ArrayList<>();
        without(roots).forEach(fewer -> all.add(new RandomOperation(kind, fewer)));
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
        private final GraphQLSchema schema;
        private final Random random;
        private int aliases;

        Writer(GraphQLSchema schema, Random random) {
            this.schema = schema;
            this.random = random;
        }

        RandomOperation write() {
            List<Node> roots = new ArrayList<>();
            boolean mutation = schema.getMutationType() != null && random.nextInt(4) == 0;
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                field(mutation ? schema.getMutationType() : schema.getQueryType(), 0)
                        .ifPresent(roots::add);
            }
            return roots.isEmpty() ? write() : new RandomOperation(mutation ? "mutation" : "query", roots);
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
            List<GraphQLCompositeType> conditions = new ArrayList<>(List.of(type));
            if (type instanceof GraphQLUnionType union) {
                conditions.clear();
                union.getTypes().forEach(member -> conditions.add((GraphQLObjectType) member));
            }
            if (type instanceof GraphQLInterfaceType face) {
                conditions.addAll(schema.getImplementations(face));
            }
            if (type instanceof GraphQLObjectType object) {
                object.getInterfaces().forEach(face -> conditions.add((GraphQLInterfaceType) face));
            }
            GraphQLCompositeType chosen = conditions.get(random.nextInt(conditions.size()));
            return new Node("... on " + chosen.getName() + condition(), selections(chosen, depth));
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
                return depth >= 4 ? Optional.empty() : Optional.of(new Node(head, selections(composite, depth + 1)));
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
                return List.of("", "(n: 5)", "(n: $n)", "(n: $m)").get(random.nextInt(4));
            }
            return "";
        }

        private String alias() {
            return "x" + aliases++ + ": ";
        }

        private String condition() {
            return switch (random.nextInt(28)) {
                case 4 -> " @include(if: $maybe)";
                case 5 -> " @include(if: $maybe) @skip(if: $no)";
                case 0 -> " @include(if: $yes)";
                case 1 -> " @include(if: $no)";
                case 2 -> " @skip(if: $no)";
                case 3 -> " @skip(if: $yes)";
                default -> "";
            };
        }
    }
}
