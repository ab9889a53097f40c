package io.weft.gateway.planning.plan;

import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.When;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.operation.VariableDefinition;
import io.weft.gateway.planning.plan.AnswerField.Source;
import io.weft.gateway.supergraph.Supergraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Proves that a plan can be executed: every request is valid in its subgraph, everything it sends has been fetched by
 * what it waits for, every condition has its variable, and what the client wants is there in the end. All this for any
 * values of the variables that {@code @skip} and {@code @include} ask.
 */
public final class PlanChecker {
    private final Supergraph supergraph;
    private final boolean everything;
    private final Predicate<Conditions> holding;
    private final Set<String> problems;

    /** @param everything whether conditions do not count */
    private PlanChecker(
            Supergraph supergraph, boolean everything, Predicate<Conditions> holding, Set<String> problems) {
        this.supergraph = supergraph;
        this.everything = everything;
        this.holding = holding;
        this.problems = problems;
    }

    /** What is wrong, each a sentence; empty for a good plan. */
    public static List<String> check(Plan plan, Supergraph supergraph) {
        Set<String> problems = new LinkedHashSet<>();
        new PlanChecker(supergraph, true, conditions -> true, problems).check(plan);
        for (Set<String> on : ConditionCases.of(plan)) {
            new PlanChecker(supergraph, false, conditions -> conditions.hold(on::contains), problems).check(plan);
        }
        return List.copyOf(problems);
    }

    private void check(Plan plan) {
        Map<FetchId, Fetch> byId = plan.fetches().stream().collect(Collectors.toMap(Fetch::id, fetch -> fetch));
        Map<FetchId, Set<FetchId>> ancestors = new HashMap<>();
        checkStream(plan.fetches());
        for (Fetch fetch : plan.fetches()) {
            Set<FetchId> before = new LinkedHashSet<>(fetch.after());
            fetch.after().forEach(id -> before.addAll(ancestors.getOrDefault(id, Set.of())));
            ancestors.put(fetch.id(), before);
            Known known = new Known(holding);
            plan.fetches().stream().filter(other -> before.contains(other.id())).forEach(other -> merge(other, known));
            check(fetch, known);
        }
        Known all = new Known(holding);
        byId.values().forEach(fetch -> merge(fetch, all));
        answer(plan.answer(), all, "");
    }

    /** A subscription has one stream of events, and everything else follows from it. */
    private void checkStream(List<Fetch> fetches) {
        for (int i = 0; i < fetches.size(); i++) {
            Fetch fetch = fetches.get(i);
            boolean subscribes = fetch.kind() == OperationKind.SUBSCRIPTION;
            if (subscribes && i > 0) {
                problems.add("fetch " + fetch.id() + " subscribes, but is not the first");
            } else if (subscribes && fetch.calls().size() > 1) {
                problems.add("fetch " + fetch.id() + " subscribes to several calls");
            } else if (!subscribes
                    && fetches.getFirst().kind() == OperationKind.SUBSCRIPTION
                    && fetch.after().isEmpty()) {
                problems.add("fetch " + fetch.id() + " does not wait for the event");
            }
        }
    }

    private boolean holds(When when) {
        return when.anyOf().stream().anyMatch(holding);
    }

    private void merge(Fetch fetch, Known into) {
        for (Call call : fetch.calls()) {
            if (!holds(fetch.when()) || !holds(call.when())) {
                continue;
            }
            switch (call) {
                case Call.Root root when root.targets().isEmpty() -> into.add(root.selections());
                case Call.Root root ->
                    root.targets().forEach(target -> into.at(target).add(root.selections()));
                case Call.Keyed keyed ->
                    keyed.targets().forEach(target -> into.at(target).add(keyed.selections()));
            }
        }
    }

    private void check(Fetch fetch, Known known) {
        String name = "fetch " + fetch.id() + " from " + fetch.subgraph();
        try {
            Parser.parse(fetch.document());
        } catch (InvalidSyntaxException e) {
            problems.add(name + " is not GraphQL: " + e.getMessage());
        }
        Set<String> declared =
                fetch.variables().stream().map(VariableDefinition::name).collect(Collectors.toSet());
        CheckSent sent = new CheckSent(supergraph, everything, holding, problems);
        CheckSelections selections = new CheckSelections(supergraph, supergraph.subgraph(fetch.subgraph()), problems);
        for (Call call : fetch.calls()) {
            Set<String> used = new HashSet<>(call.selections().variables());
            used.removeAll(declared);
            if (call instanceof Call.Entities entities) {
                entities.contexts().forEach(context -> used.remove(context.variable()));
            }
            used.forEach(variable -> problems.add(name + " uses $" + variable + ", which it does not declare"));
            switch (call) {
                case Call.Root root ->
                    selections.check(root.selections(), fetch.kind().rootType(), name);
                case Call.Entities entities -> selections.checkEntities(entities.selections(), name);
                case Call.ByField byField -> selections.checkByField(byField, name);
            }
            if (call instanceof Call.Keyed keyed && holds(fetch.when()) && holds(keyed.when())) {
                sent.check(keyed, known, name);
            }
        }
    }

    private void answer(List<AnswerField> fields, Known at, String path) {
        for (AnswerField field : fields) {
            if (!holding.test(field.conditions())) {
                continue;
            }
            if (field.source() instanceof Source.DataKey(String dataKey)) {
                if (at.has(dataKey)) {
                    answer(field.fields(), at.at(dataKey), path + "." + dataKey);
                } else if (field.onTypes().isEmpty()) {
                    problems.add("the answer's " + field.responseKey() + " at '" + path + "' is fetched by nobody");
                }
            }
            if (!field.onTypes().isEmpty() && !at.has(FieldSelection.TYPENAME)) {
                problems.add("the answer's " + field.responseKey() + " at '" + path
                        + "' is for some types only, but __typename has not been fetched before");
            }
        }
    }
}
