package io.weft.gateway.composition.selection;

import graphql.GraphQLException;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code @selects} of a subgraph: fields that the gateway is to offer within the subgraph's objects. */
final class ReadWithin {

    private final ParsedSubgraph subgraph;
    private final Problems problems;

    ReadWithin(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    List<WithinField> read() {
        List<WithinField> fields = new ArrayList<>();
        for (SchemaType type : subgraph.types().values()) {
            type.directives().stream()
                    .filter(applied -> KeepSelectors.isSelects(applied, subgraph.links()))
                    .forEach(applied -> read(type, applied).ifPresent(fields::add));
        }
        return fields;
    }

    private Optional<WithinField> read(SchemaType type, AppliedDirective applied) {
        String field = applied.string("field").orElse("");
        String filter = applied.string("filter").orElse("");
        if (!field.matches("[A-Za-z][A-Za-z0-9_]*")) {
            wrong(type, applied, "its field \"" + field + "\" is no name of a field");
            return Optional.empty();
        }
        try {
            Optional<ObjectValue> value = value(filter);
            if (value.isPresent()) {
                return Optional.of(new WithinField(
                        subgraph,
                        type.name(),
                        field,
                        applied.string("entity").orElse(""),
                        value.get(),
                        variables(value.get()),
                        applied.line()));
            }
            wrong(type, applied, "its filter \"" + filter + "\" is no object, such as { madeBy: { eq: $id } }");
        } catch (GraphQLException invalid) {
            wrong(type, applied, "its filter \"" + filter + "\" cannot be read: " + invalid.getMessage());
        }
        return Optional.empty();
    }

    /** As the argument of a field: only there a value may have variables. */
    private static Optional<ObjectValue> value(String filter) {
        Document document = ParseSubgraph.document("{f(filter:\n" + filter + "\n)}");
        return document.getDefinitions().size() == 1
                        && document.getDefinitions().getFirst() instanceof OperationDefinition operation
                        && operation.getSelectionSet().getSelections().size() == 1
                        && operation.getSelectionSet().getSelections().getFirst() instanceof Field field
                        && field.getSelectionSet() == null
                        && field.getDirectives().isEmpty()
                        && field.getArguments().size() == 1
                        && field.getArguments().getFirst().getValue() instanceof ObjectValue value
                ? Optional.of(value)
                : Optional.empty();
    }

    private void wrong(SchemaType type, AppliedDirective applied, String why) {
        problems.error(ErrorCode.SELECTS_INVALID, why, Coordinate.of(type.name()), subgraph.name(), applied.line());
    }

    private static Set<String> variables(ObjectValue filter) {
        Set<String> names = new LinkedHashSet<>();
        new NodeTraverser()
                .preOrder(
                        new NodeVisitorStub() {
                            @Override
                            @SuppressWarnings("rawtypes") // as GraphQL for Java has it
                            public TraversalControl visitVariableReference(
                                    VariableReference node, TraverserContext<Node> context) {
                                names.add(node.getName());
                                return TraversalControl.CONTINUE;
                            }
                        },
                        filter);
        return names;
    }
}
