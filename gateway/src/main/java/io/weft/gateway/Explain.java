package io.weft.gateway;

import io.weft.gateway.execution.CompiledPlan;
import io.weft.gateway.operation.Operation;
import io.weft.gateway.planning.plan.AnswerField;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.planning.plan.PlanPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every intermediate between an operation and its answer, as text, in the order of the pipeline. */
public final class Explain {

    private Explain() {}

    /** Titles and texts; each text ends with a line break. */
    public static Map<String, String> stages(Graph.Preparation.Prepared prepared) {
        CompiledPlan compiled = prepared.plan();
        Plan plan = compiled.plan();
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("operation", operation(prepared.operation()));
        stages.put("plan", PlanPrinter.print(plan));
        stages.put("requests", plan.fetches().stream().map(Explain::request).collect(Collectors.joining()));
        StringBuilder answer = new StringBuilder();
        answer(plan.answer(), 0, answer);
        stages.put("answer", answer.toString());
        return stages;
    }

    private static String operation(Operation operation) {
        String variables = operation.variables().stream()
                .map(variable -> "$" + variable.name() + ": " + variable.type().print())
                .collect(Collectors.joining(", "));
        return operation.kind().keyword()
                + operation.name().map(name -> " " + name).orElse("")
                + (variables.isEmpty() ? "" : " (" + variables + ")") + " {\n"
                + operation.selections().printIndented(1) + "\n}\n";
    }

    private static String request(Fetch fetch) {
        String after = fetch.after().isEmpty()
                ? ""
                : " after "
                        + fetch.after().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return "fetch " + fetch.id() + " to " + fetch.subgraph() + after + "\n  " + fetch.document() + "\n";
    }

    private static void answer(List<AnswerField> fields, int depth, StringBuilder out) {
        for (AnswerField field : fields) {
            out.append("  ".repeat(depth))
                    .append(field.responseKey())
                    .append(": ")
                    .append(field.type().print())
                    .append(" <- ")
                    .append(field.source());
            if (!field.onTypes().isEmpty()) {
                out.append(" on ").append(String.join(" | ", new TreeSet<>(field.onTypes())));
            }
            out.append('\n');
            answer(field.fields(), depth + 1, out);
        }
    }
}
