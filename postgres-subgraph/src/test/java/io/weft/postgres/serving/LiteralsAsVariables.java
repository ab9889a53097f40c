package io.weft.postgres.serving;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same question with a variable wherever it had a literal: what clients send who ask the same again and again. */
@SuppressWarnings("rawtypes") // as GraphQL for Java has them in its lists
final class LiteralsAsVariables {

    private final GraphQLSchema schema;
    private final List<VariableDefinition> definitions = new ArrayList<>();
    private final Map<String, @Nullable Object> variables;

    private LiteralsAsVariables(GraphQLSchema schema, Map<String, @Nullable Object> variables) {
        this.schema = schema;
        this.variables = new LinkedHashMap<>(variables);
    }

    /** A document and its variables. */
    record Question(String document, Map<String, @Nullable Object> variables) {}

    /** @return null for what has no operation of its own or several */
    static @Nullable Question of(String document, Map<String, @Nullable Object> variables, GraphQLSchema schema) {
        LiteralsAsVariables lift = new LiteralsAsVariables(schema, variables);
        Document parsed = Parser.parse(document);
        if (parsed.getDefinitionsOfType(OperationDefinition.class).size() != 1) {
            return null;
        }
        List<Definition> lifted = new ArrayList<>();
        for (Definition<?> definition : parsed.getDefinitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                GraphQLType on = schema.getType(fragment.getTypeCondition().getName());
                lifted.add(
                        fragment.transform(next -> next.selectionSet(lift.selections(fragment.getSelectionSet(), on))));
            }
        }
        OperationDefinition operation =
                parsed.getDefinitionsOfType(OperationDefinition.class).getFirst();
        SelectionSet selections = lift.selections(operation.getSelectionSet(), schema.getQueryType());
        lift.definitions.addAll(0, operation.getVariableDefinitions());
        lifted.addFirst(
                operation.transform(next -> next.selectionSet(selections).variableDefinitions(lift.definitions)));
        return new Question(
                AstPrinter.printAst(Document.newDocument().definitions(lifted).build()), lift.variables);
    }

    private SelectionSet selections(SelectionSet selections, @Nullable GraphQLType parent) {
        List<Selection<?>> lifted = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            lifted.add(
                    switch (selection) {
                        case Field field
                        when parent instanceof GraphQLFieldsContainer type
                                && type.getFieldDefinition(field.getName()) != null -> field(field, type);
                        case InlineFragment fragment -> {
                            GraphQLType on = fragment.getTypeCondition() == null
                                    ? parent
                                    : schema.getType(fragment.getTypeCondition().getName());
                            yield fragment.transform(
                                    next -> next.selectionSet(selections(fragment.getSelectionSet(), on)));
                        }
                        default -> selection;
                    });
        }
        return SelectionSet.newSelectionSet(lifted).build();
    }

    private Field field(Field field, GraphQLFieldsContainer parent) {
        var definition = parent.getFieldDefinition(field.getName());
        List<Argument> arguments = new ArrayList<>();
        for (Argument argument : field.getArguments()) {
            GraphQLArgument known = definition.getArgument(argument.getName());
            arguments.add(argument.transform(next -> next.value(value(argument.getValue(), known.getType()))));
        }
        GraphQLType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        return field.transform(next -> {
            next.arguments(arguments);
            if (field.getSelectionSet() != null) {
                next.selectionSet(selections(field.getSelectionSet(), type));
            }
        });
    }

    private Value<?> value(Value<?> value, GraphQLInputType type) {
        GraphQLType plain = GraphQLTypeUtil.unwrapNonNull(type);
        return switch (value) {
            case VariableReference reference -> reference;
            case NullValue nothing -> nothing;
            case ObjectValue object
            when plain instanceof GraphQLInputObjectType input -> {
                List<ObjectField> fields = new ArrayList<>();
                for (ObjectField field : object.getObjectFields()) {
                    GraphQLInputType of = input.getField(field.getName()).getType();
                    fields.add(field.transform(next -> next.value(value(field.getValue(), of))));
                }
                yield ObjectValue.newObjectValue().objectFields(fields).build();
            }
            case ArrayValue array
            when plain instanceof GraphQLList list
                    && GraphQLTypeUtil.unwrapAll(list) instanceof GraphQLInputObjectType -> {
                List<Value> values = new ArrayList<>();
                array.getValues().forEach(each -> values.add(value(each, (GraphQLInputType) list.getWrappedType())));
                yield ArrayValue.newArrayValue().values(values).build();
            }
            case Value<?> literal when hasVariable(literal) -> literal;
            default -> lift(value, type);
        };
    }

    private static boolean hasVariable(Value<?> value) {
        return switch (value) {
            case VariableReference _ -> true;
            case ArrayValue array -> array.getValues().stream().anyMatch(LiteralsAsVariables::hasVariable);
            case ObjectValue object ->
                object.getObjectFields().stream().anyMatch(field -> hasVariable(field.getValue()));
            default -> false;
        };
    }

    private VariableReference lift(Value<?> value, GraphQLInputType type) {
        String name = "lifted" + variables.size();
        variables.put(name, plain(value));
        definitions.add(VariableDefinition.newVariableDefinition()
                .name(name)
                .type(Parser.parse("query($x: " + GraphQLTypeUtil.simplePrint(type) + ") { x }")
                        .getDefinitionsOfType(OperationDefinition.class)
                        .getFirst()
                        .getVariableDefinitions()
                        .getFirst()
                        .getType())
                .build());
        return VariableReference.newVariableReference().name(name).build();
    }

    private static @Nullable Object plain(Value<?> value) {
        return switch (value) {
            case NullValue _ -> null;
            case StringValue text -> text.getValue();
            case BooleanValue flag -> flag.isValue();
            case EnumValue name -> name.getName();
            case IntValue number -> {
                long whole = number.getValue().longValue();
                yield whole == (int) whole ? (Object) (int) whole : (Object) whole;
            }
            case FloatValue number -> {
                double near = number.getValue().doubleValue();
                yield BigDecimal.valueOf(near).compareTo(number.getValue()) == 0
                        ? (Object) near
                        : (Object) number.getValue();
            }
            case ArrayValue array -> {
                List<@Nullable Object> values = new ArrayList<>();
                array.getValues().forEach(each -> values.add(plain(each)));
                yield values;
            }
            case ObjectValue object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                object.getObjectFields().forEach(field -> fields.put(field.getName(), plain(field.getValue())));
                yield fields;
            }
            default -> throw new IllegalArgumentException("no literal: " + value);
        };
    }
}
