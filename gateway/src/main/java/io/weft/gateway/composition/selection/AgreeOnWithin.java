package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code @selects} of all subgraphs: each field once, though several subgraphs may say the same of it. */
final class AgreeOnWithin {

    private final Set<String> entities;
    private final Problems problems;

    /** @param entities that are selected */
    AgreeOnWithin(Set<String> entities, Problems problems) {
        this.entities = entities;
        this.problems = problems;
    }

    List<WithinField> of(List<ParsedSubgraph> subgraphs) {
        Map<String, WithinField> known = new LinkedHashMap<>();
        for (ParsedSubgraph subgraph : subgraphs) {
            for (WithinField field : new ReadWithin(subgraph, problems).read()) {
                WithinField other = known.putIfAbsent(field.coordinate().toString(), field);
                if (!entities.contains(field.entity())) {
                    wrong(
                            field,
                            "it selects '" + field.entity()
                                    + "', but no subgraph offers a @selector of that; there are "
                                    + entities.stream().sorted().toList());
                } else if (other != null && !other.saysAs(field)) {
                    wrong(
                            field,
                            "subgraph " + other.subgraph().name() + " says otherwise what this field selects: "
                                    + other.entity() + " by " + other.printedFilter() + ", here " + field.entity()
                                    + " by " + field.printedFilter());
                }
            }
        }
        return new ArrayList<>(known.values());
    }

    private void wrong(WithinField field, String why) {
        problems.error(
                ErrorCode.SELECTS_INVALID,
                why,
                field.coordinate(),
                field.subgraph().name(),
                field.line());
    }
}
