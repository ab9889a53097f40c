package io.weft.gateway.operation;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.weft.gateway.document.TypeReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Coerces the value of one variable; what is wrong goes to {@code errors}. */
final class CoerceValue {
    private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger MIN_INT = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final int LONGEST_INTEGER = 40;

    private final GraphQLSchema schema;
    private final String variable;
    private final List<OperationError> errors;

    CoerceValue(GraphQLSchema schema, String variable, List<OperationError> errors) {
        this.schema = schema;
        this.variable = variable;
        this.errors = errors;
    }

    @Nullable Object coerce(TypeReference type, @Nullable Object value, String path) {
        return coerce(schemaType(type), value, path);
    }

    private GraphQLType schemaType(TypeReference type) {
        return switch (type) {
            case TypeReference.NonNull(TypeReference nullable) -> GraphQLNonNull.nonNull(schemaType(nullable));
            case TypeReference.ListOf(TypeReference element) -> GraphQLList.list(schemaType(element));
            case TypeReference.Named(String name) ->
                Objects.requireNonNull(schema.getType(name), "validated types exist");
        };
    }

    private @Nullable Object coerce(GraphQLType type, @Nullable Object value, String path) {
        if (type instanceof GraphQLNonNull nonNull) {
            return value == null
                    ? wrong(null, path, type, "it must not be null")
                    : coerce(nonNull.getWrappedType(), value, path);
        }
        if (value == null) {
            return null;
        }
        return switch (type) {
            case GraphQLList list -> list(list, value, path);
            case GraphQLInputObjectType object -> object(object, value, path);
            case GraphQLEnumType names -> name(names, value, path);
            case GraphQLScalarType scalar -> scalar(scalar, value, path);
            default -> throw new IllegalStateException("not an input type: " + type);
        };
    }

    private Object list(GraphQLList type, Object value, String path) {
        List<@Nullable Object> coerced = new ArrayList<>();
        if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                coerced.add(coerce(type.getWrappedType(), elements.get(i), path + "[" + i + "]"));
            }
        } else {
            coerced.add(coerce(type.getWrappedType(), value, path));
        }
        return coerced;
    }

    private @Nullable Object object(GraphQLInputObjectType type, Object value, String path) {
        if (!(value instanceof Map<?, ?> given)) {
            return wrong(value, path, type, "an object is expected");
        }
        Map<String, @Nullable Object> coerced = new LinkedHashMap<>();
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            String at = path + "." + field.getName();
            if (given.containsKey(field.getName())) {
                coerced.put(field.getName(), coerce(field.getType(), given.get(field.getName()), at));
            } else if (GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue()) {
                wrong(value, at, field.getType(), "it is required and was not provided");
            }
        }
        for (Object key : given.keySet()) {
            if (type.getFieldDefinition(String.valueOf(key)) == null) {
                wrong(value, path, type, "field \"" + key + "\" is not defined by \"" + type.getName() + "\"");
            }
        }
        if (type.isOneOf() && (given.size() != 1 || given.containsValue(null))) {
            wrong(value, path, type, "exactly one field must be given, and not null");
        }
        return coerced;
    }

    private @Nullable Object name(GraphQLEnumType type, Object value, String path) {
        if (value instanceof String name && type.getValue(name) != null) {
            return name;
        }
        return wrong(value, path, type, "it is not one of its values");
    }

    private @Nullable Object scalar(GraphQLScalarType type, Object value, String path) {
        return switch (type.getName()) {
            case "Int" -> {
                BigInteger number = integer(value);
                yield number == null || number.compareTo(MIN_INT) < 0 || number.compareTo(MAX_INT) > 0
                        ? wrong(value, path, type, "it is not a whole number of 32 bits")
                        : (Object) number.intValueExact();
            }
            case "Float" ->
                !(value instanceof Number number)
                        ? wrong(value, path, type, "it is not a number")
                        : Double.isFinite(number.doubleValue())
                                ? value
                                : wrong(value, path, type, "it is beyond the numbers of 64 bits");
            case "String" -> value instanceof String ? value : wrong(value, path, type, "it is not a string");
            case "Boolean" -> value instanceof Boolean ? value : wrong(value, path, type, "it is not a Boolean");
            case "ID" -> {
                BigInteger number = integer(value);
                yield value instanceof String
                        ? value
                        : number == null ? wrong(value, path, type, "it is no ID") : number.toString();
            }
            default -> value;
        };
    }

    private static @Nullable BigInteger integer(Object value) {
        return switch (value) {
            case Integer number -> BigInteger.valueOf(number);
            case Long number -> BigInteger.valueOf(number);
            case Short number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> BigInteger.valueOf(number.longValue());
            case BigDecimal number -> integer(number.stripTrailingZeros());
            default -> null;
        };
    }

    /** Not without a look at the exponent: a number of few characters may have more digits than there is memory. */
    private static @Nullable BigInteger integer(BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        return number.scale() <= 0 && digits < LONGEST_INTEGER ? number.toBigInteger() : null;
    }

    private @Nullable Object wrong(@Nullable Object value, String path, GraphQLType type, String why) {
        String shown = String.valueOf(value);
        String at = path.equals(variable) ? "" : " at \"" + path.substring(1) + "\"";
        errors.add(new OperationError(
                "Variable \"" + variable + "\" got an invalid value"
                        + (shown.length() > 80 ? "" : " " + (value instanceof String ? "\"" + shown + "\"" : shown))
                        + at
                        + ": expected type \"" + GraphQLTypeUtil.simplePrint(type) + "\"; " + why + ".",
                OperationError.Code.BAD_USER_INPUT,
                List.of()));
        return null;
    }
}
