package io.weft.gateway.planning.plan;

import io.weft.gateway.document.When;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.planning.plan.Representation.Typename;
import io.weft.gateway.supergraph.KeyTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Plans as Apollo's and Hive's gateways print them. Fetches that may run side by side stand in a {@code Parallel},
 * those that follow in a {@code Sequence}; where a fetch waits for less than all before it, {@code after} says for
 * what. A request with several lookups prints as a {@code BatchFetch}.
 */
public final class PlanPrinter {
    private final StringBuilder out = new StringBuilder();
    private boolean numbered;

    private PlanPrinter() {}

    public static String print(Plan plan) {
        return new PlanPrinter().plan(plan);
    }

    private String plan(Plan plan) {
        if (plan.isEmpty()) {
            return "QueryPlan {}\n";
        }
        List<List<Fetch>> levels = levels(plan);
        numbered = isNumbered(levels);
        line(0, "QueryPlan {");
        if (plan.fetches().getFirst().kind() == OperationKind.SUBSCRIPTION) {
            subscription(levels);
        } else {
            levels(1, levels);
        }
        line(0, "}");
        return out.toString();
    }

    /** The stream of events, and what follows from each event. */
    private void subscription(List<List<Fetch>> levels) {
        line(1, "Subscription {");
        line(2, "Primary: {");
        levels(3, levels.subList(0, 1));
        line(2, "},");
        line(2, "Rest: {");
        if (levels.size() > 1) {
            levels(3, levels.subList(1, levels.size()));
        }
        line(2, "}");
        line(1, "}");
    }

    private void levels(int around, List<List<Fetch>> levels) {
        boolean sequence = levels.size() > 1;
        if (sequence) {
            line(around, "Sequence {");
        }
        int depth = sequence ? around + 1 : around;
        for (List<Fetch> level : levels) {
            if (level.size() > 1) {
                line(depth, "Parallel {");
                level.forEach(fetch -> fetch(depth + 1, fetch));
                line(depth, "}");
            } else {
                fetch(depth, level.getFirst());
            }
        }
        if (sequence) {
            line(around, "}");
        }
    }

    private static List<List<Fetch>> levels(Plan plan) {
        Map<FetchId, Integer> levelOf = new HashMap<>();
        List<List<Fetch>> levels = new ArrayList<>();
        for (Fetch fetch : plan.fetches()) {
            int level = fetch.after().stream()
                    .mapToInt(id -> levelOf.getOrDefault(id, 0) + 1)
                    .max()
                    .orElse(0);
            levelOf.put(fetch.id(), level);
            while (levels.size() <= level) {
                levels.add(new ArrayList<>());
            }
            levels.get(level).add(fetch);
        }
        return levels;
    }

    private static boolean isNumbered(List<List<Fetch>> levels) {
        Set<FetchId> before = Set.of();
        for (List<Fetch> level : levels) {
            for (Fetch fetch : level) {
                if (!before.equals(Set.copyOf(fetch.after()))) {
                    return true;
                }
            }
            Set<FetchId> now = new HashSet<>();
            level.forEach(fetch -> now.add(fetch.id()));
            before = now;
        }
        return false;
    }

    private void fetch(int depth, Fetch fetch) {
        int inner = depth;
        if (!fetch.when().isAlways()) {
            line(inner++, condition(fetch.when()) + " {");
        }
        boolean single = fetch.calls().size() == 1;
        if (single && !targets(fetch.calls().getFirst()).isEmpty()) {
            line(inner, "Flatten(path: \"" + paths(fetch.calls().getFirst()) + "\") {");
            line(inner + 1, "Fetch(" + head(fetch) + ") {");
            call(inner + 2, fetch, fetch.calls().getFirst(), false);
            line(inner + 1, "}");
            line(inner, "}");
        } else {
            line(inner, (single ? "Fetch(" : "BatchFetch(") + head(fetch) + ") {");
            fetch.calls().forEach(call -> call(depthOf(fetch, depth) + 1, fetch, call, true));
            line(inner, "}");
        }
        if (inner > depth) {
            line(depth, "}");
        }
    }

    private static int depthOf(Fetch fetch, int depth) {
        return fetch.when().isAlways() ? depth : depth + 1;
    }

    private String head(Fetch fetch) {
        String after = fetch.after().isEmpty() ? "" : ", after: " + fetch.after();
        return "service: \"" + fetch.subgraph() + "\"" + (numbered ? ", id: " + fetch.id() + after : "");
    }

    private static String condition(When when) {
        List<String> alternatives = when.anyOf().stream()
                .map(conditions -> String.join(
                        " and ",
                        conditions.all().stream()
                                .map(condition -> (condition.expected() ? "$" : "not $") + condition.variable())
                                .toList()))
                .toList();
        return "Include(if: \"" + String.join(" or ", alternatives) + "\")";
    }

    private static String paths(Call call) {
        return String.join("\", \"", targets(call).stream().map(DataPath::print).toList());
    }

    private static List<DataPath> targets(Call call) {
        return switch (call) {
            case Call.Root root -> root.targets();
            case Call.Keyed keyed -> keyed.targets();
        };
    }

    private void call(int depth, Fetch fetch, Call call, boolean several) {
        boolean conditional = !call.when().isAlways() && !call.when().equals(fetch.when());
        int inner = conditional ? depth + 1 : depth;
        if (conditional) {
            line(depth, condition(call.when()) + " {");
        }
        switch (call) {
            case Call.Root root -> {
                String keyword =
                        fetch.kind() == OperationKind.QUERY ? "" : fetch.kind().keyword() + " ";
                boolean below = several && !root.targets().isEmpty();
                line(inner, below ? "(path: \"" + paths(root) + "\") {" : keyword + "{");
                out.append(root.selections().printIndented(inner + 1)).append('\n');
                line(inner, "}");
            }
            case Call.Keyed keyed -> keyed(inner, keyed, several);
        }
        if (conditional) {
            line(depth, "}");
        }
    }

    private void keyed(int depth, Call.Keyed call, boolean several) {
        int body = depth;
        if (several) {
            line(depth, call.responseKey() + "(path: \"" + paths(call) + "\") {");
            body++;
        }
        line(body, "{");
        for (Representation representation : call.representations()) {
            representation(body + 1, call, representation);
        }
        line(body, "} => " + foundBy(call) + "{");
        out.append(call.selections().printIndented(body + 1)).append('\n');
        line(body, "}");
        for (Call.Part part : call.parts()) {
            part(body, part);
        }
        if (call instanceof Call.Entities entities) {
            for (ContextValue context : entities.contexts()) {
                context(body, entities, context);
            }
        }
        if (several) {
            line(depth, "}");
        }
    }

    /** What can be asked without the rest, where an object lacks something. */
    private void part(int depth, Call.Part part) {
        Set<String> sent = new TreeSet<>();
        part.representations()
                .forEach(representation -> representation.fields().forEach(field -> sent.add(field.name())));
        line(
                depth,
                "or { " + String.join(" ", sent) + " } => { "
                        + part.selections().print() + " }");
    }

    private void context(int depth, Call.Entities call, ContextValue context) {
        List<String> origins = new ArrayList<>();
        for (int i = 0; i < context.origins().size(); i++) {
            ContextValue.Origin origin = context.origins().get(i);
            DataPath above = new DataPath(call.targets().get(i).steps().subList(0, origin.steps()));
            origins.add((above.print() + " { " + value(origin.field()) + " }").strip());
        }
        line(depth, "with $" + context.variable() + " of " + String.join(", ", origins));
    }

    private static String value(List<RepresentationField> fields) {
        return fields.stream()
                .map(field -> {
                    String on = field.onTypes().isEmpty()
                            ? ""
                            : "... on " + String.join(" | ", new TreeSet<>(field.onTypes())) + " ";
                    return on
                            + field.dataKey()
                            + (field.children().isEmpty() ? "" : " { " + value(field.children()) + " }");
                })
                .collect(Collectors.joining(" "));
    }

    private static String foundBy(Call.Keyed call) {
        return switch (call) {
            case Call.Entities ignored -> "";
            case Call.ByField byField -> {
                String arguments = byField.arguments().stream()
                        .map(argument ->
                                argument.name() + ": " + argument.value().print())
                        .collect(Collectors.joining(", "));
                String matched = byField.matches().stream()
                        .map(match -> String.join(".", match.answered()) + " = "
                                + new KeyTemplate.FromKey(match.key()).print())
                        .collect(Collectors.joining(" and "));
                yield String.join(".", byField.lookup().path()) + "(" + arguments + ") "
                        + (matched.isEmpty() ? "" : "where " + matched + " ");
            }
        };
    }

    private void representation(int depth, Call.Keyed call, Representation representation) {
        String condition = representation.appliesTo().isEmpty()
                ? call.lookup().type()
                : String.join(" | ", new TreeSet<>(representation.appliesTo()));
        line(depth, "... on " + condition + " {");
        if (call instanceof Call.Entities) {
            line(depth + 1, typename(representation, condition));
        }
        fields(depth + 1, representation.fields());
        line(depth, "}");
    }

    private static String typename(Representation representation, String condition) {
        return switch (representation.typename()) {
            case Typename.OfObject() -> "__typename";
            case Typename.Fixed(String name) -> name.equals(condition) ? "__typename" : "__typename: \"" + name + "\"";
        };
    }

    private void fields(int depth, List<RepresentationField> fields) {
        for (RepresentationField field : fields) {
            String types = field.onTypes().isEmpty() ? "" : " on " + String.join(" | ", new TreeSet<>(field.onTypes()));
            String name = field.name().equals(field.dataKey()) ? field.name() : field.name() + ": " + field.dataKey();
            if (field.children().isEmpty()) {
                line(depth, name + types);
            } else {
                line(depth, name + types + " {");
                fields(depth + 1, field.children());
                line(depth, "}");
            }
        }
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
