package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import java.util.List;

/** Names that a selection needs, and subgraphs have. */
final class TakenNames {

    private final List<ParsedSubgraph> subgraphs;
    private final Problems problems;

    TakenNames(List<ParsedSubgraph> subgraphs, Problems problems) {
        this.subgraphs = subgraphs;
        this.problems = problems;
    }

    void check(String entity, String rootField) {
        for (String suffix : List.of("Filter", "Order", "Connection", "Edge", "Facets")) {
            checkType(entity, entity + suffix);
        }
        checkField(
                "Query",
                rootField,
                "the selection of " + entity + " over all subgraphs needs a root field of this name, and this subgraph"
                        + " offers no selector that would take its place");
    }

    void check(WithinField field) {
        checkField(
                field.type(),
                field.field(),
                "subgraph " + field.subgraph().name() + " says by @selects that this field is a selection of "
                        + field.entity()
                        + " over all subgraphs, but this subgraph has a field of that name and does not"
                        + " say so");
    }

    private void checkType(String entity, String type) {
        for (ParsedSubgraph subgraph : subgraphs) {
            SchemaType found = subgraph.types().get(type);
            if (found != null) {
                problems.error(
                        ErrorCode.SELECTION_NAME_TAKEN,
                        "the selection of " + entity + " over all subgraphs needs a type of this name",
                        Coordinate.of(type),
                        subgraph.name(),
                        found.line());
            }
        }
    }

    private void checkField(String type, String field, String why) {
        for (ParsedSubgraph subgraph : subgraphs) {
            if (subgraph.types().get(type) instanceof SchemaType.Composite found
                    && found.fields().get(field) != null) {
                problems.error(
                        ErrorCode.SELECTION_NAME_TAKEN,
                        why,
                        Coordinate.of(type, field),
                        subgraph.name(),
                        found.fields().get(field).line());
            }
        }
    }
}
