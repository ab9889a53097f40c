package io.weft.gateway.composition.graph;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes any JSON value and any literal as it is. */
final class PassThroughCoercing implements Coercing<Object, Object> {

    static final PassThroughCoercing INSTANCE = new PassThroughCoercing();

    private PassThroughCoercing() {}

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        return input;
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return switch (input) {
            case NullValue none -> null;
            case StringValue text -> text.getValue();
            case BooleanValue flag -> flag.isValue();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case EnumValue name -> name.getName();
            case VariableReference variable -> variables.get(variable.getName());
            case ArrayValue array -> list(array, variables, context, locale);
            case ObjectValue object -> map(object, variables, context, locale);
            default -> throw new IllegalStateException("a kind of literal we do not know: " + input);
        };
    }

    private List<@Nullable Object> list(
            ArrayValue array, CoercedVariables variables, GraphQLContext context, Locale locale) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Value<?> element : array.getValues()) {
            list.add(parseLiteral(element, variables, context, locale));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(
            ObjectValue object, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            map.put(field.getName(), parseLiteral(field.getValue(), variables, context, locale));
        }
        return map;
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return ExtendedScalars.Json.getCoercing().valueToLiteral(input, context, locale);
    }
}
