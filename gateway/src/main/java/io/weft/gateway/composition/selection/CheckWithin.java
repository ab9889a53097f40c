package io.weft.gateway.composition.selection;

import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.document.TypeReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether the filters of selections within objects are filters: as if a client asked for the selection by them. */
final class CheckWithin {

    private final ParsedSubgraph own;
    private final GraphQLSchema schema;
    private final Problems problems;

    /** @param own the gateway's own subgraph, which knows what the filters need */
    CheckWithin(ParsedSubgraph own, GraphQLSchema schema, Problems problems) {
        this.own = own;
        this.schema = schema;
        this.problems = problems;
    }

    /** @param roots the root fields of what is selected, by entity */
    void check(List<WithinField> fields, Map<String, String> roots) {
        for (WithinField field : fields) {
            String definitions = field.needs().stream()
                    .sorted()
                    .map(name -> "$" + name + ": " + type(field, name))
                    .collect(Collectors.joining(", "));
            String query = "query" + (definitions.isEmpty() ? "" : " (" + definitions + ")") + " { "
                    + roots.get(field.entity()) + "(filter: " + field.printedFilter() + ") { __typename } }";
            for (GraphQLError error :
                    ParseAndValidate.validate(schema, ParseSubgraph.document(query), Locale.ENGLISH)) {
                problems.error(
                        ErrorCode.SELECTS_INVALID,
                        "its filter " + field.printedFilter() + " is none of the selection of " + field.entity() + ": "
                                + error.getMessage(),
                        field.coordinate(),
                        field.subgraph().name(),
                        field.line());
            }
        }
    }

    /** Never null: where the value is missing, nothing is selected. */
    private String type(WithinField field, String name) {
        if (!(own.types().get(field.type()) instanceof SchemaType.ObjectType type)) {
            throw new IllegalStateException(field.type() + " is not in the gateway's own subgraph");
        }
        TypeReference known = Objects.requireNonNull(type.fields().get(name)).type();
        return known instanceof TypeReference.NonNull ? known.print() : known.print() + "!";
    }
}
