package io.weft.gateway.planning.plan;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The values that a plan's Boolean variables may have: the sets of those that are true. */
final class ConditionCases {

    /** With so many variables all combinations are tried; with more, all, none, each alone and each left out. */
    private static final int FEW = 6;

    private final Set<String> variables = new LinkedHashSet<>();

    private ConditionCases() {}

    static List<Set<String>> of(Plan plan) {
        ConditionCases cases = new ConditionCases();
        cases.answer(plan.answer());
        plan.fetches().forEach(fetch -> {
            fetch.when().anyOf().forEach(cases::add);
            fetch.calls().forEach(call -> {
                call.when().anyOf().forEach(cases::add);
                cases.selections(call.selections());
            });
        });
        return cases.all(List.copyOf(cases.variables));
    }

    private void add(Conditions conditions) {
        conditions.all().forEach(condition -> variables.add(condition.variable()));
    }

    private void answer(List<AnswerField> fields) {
        fields.forEach(field -> {
            add(field.conditions());
            answer(field.fields());
        });
    }

    private void selections(SelectionSet set) {
        for (Selection selection : set.selections()) {
            add(selection.conditions());
            selections(selection.selections());
        }
    }

    private List<Set<String>> all(List<String> names) {
        List<Set<String>> cases = new ArrayList<>();
        if (names.size() <= FEW) {
            for (int bits = 0; bits < 1 << names.size(); bits++) {
                Set<String> on = new LinkedHashSet<>();
                for (int i = 0; i < names.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        on.add(names.get(i));
                    }
                }
                cases.add(on);
            }
            return cases;
        }
        cases.add(Set.of());
        cases.add(Set.copyOf(names));
        for (String name : names) {
            cases.add(Set.of(name));
            Set<String> others = new LinkedHashSet<>(names);
            others.remove(name);
            cases.add(others);
        }
        return cases;
    }
}
