package io.weft.gateway.selection;

import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client selects of facets, as it goes on to a subgraph.
 *
 * @param selections with their braces
 * @param types      of the variables in it with their defaults, as written in an operation: one that has a default may stand where none may be null
 * @param variables  their values
 */
record FacetsQuery(String selections, Map<String, String> types, Map<String, @Nullable Object> variables) {
    FacetsQuery {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * @param asked  what is asked of one subgraph
     * @param within whether that stands for the whole of its facets, so that what is below is asked
     */
    static FacetsQuery of(List<SelectedField> asked, boolean within, DataFetchingEnvironment environment) {
        List<Field> fields = environment.getMergedField().getFields().stream()
                .flatMap(field -> fields(field.getSelectionSet()))
                .filter(field -> asked.stream()
                        .anyMatch(selected -> selected.getResultKey().equals(field.getResultKey())))
                .toList();
        String selections = fields.stream()
                .map(field -> within
                        ? field.getSelectionSet().getSelections().stream()
                                .map(AstPrinter::printAstCompact)
                                .collect(Collectors.joining(" "))
                        : AstPrinter.printAstCompact(field))
                .collect(Collectors.joining(" ", "{ ", " }"));
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        OperationDefinition operation = environment.getOperationDefinition();
        fields.forEach(field -> variables(field, operation, environment, types, variables));
        return new FacetsQuery(selections, types, variables);
    }

    private static Stream<Field> fields(SelectionSet selections) {
        return selections.getSelections().stream().flatMap(selection -> switch (selection) {
            case Field field -> Stream.of(field);
            case InlineFragment fragment -> fields(fragment.getSelectionSet());
            default -> throw new IllegalStateException("a plan's fetch has no named fragments: " + selection);
        });
    }

    private static void variables(
            Node<?> node,
            OperationDefinition operation,
            DataFetchingEnvironment environment,
            Map<String, String> types,
            Map<String, @Nullable Object> values) {
        if (node instanceof VariableReference reference) {
            String name = reference.getName();
            for (VariableDefinition definition : operation.getVariableDefinitions()) {
                if (definition.getName().equals(name)) {
                    types.put(name, type(definition));
                    if (environment.getVariables().containsKey(name)) {
                        values.put(name, environment.getVariables().get(name));
                    }
                }
            }
        }
        node.getChildren().forEach(child -> variables(child, operation, environment, types, values));
    }

    private static String type(VariableDefinition definition) {
        String type = AstPrinter.printAstCompact(definition.getType());
        return definition.getDefaultValue() == null
                ? type
                : type + " = " + AstPrinter.printAstCompact(definition.getDefaultValue());
    }
}
