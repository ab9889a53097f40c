package io.weft.postgres.serving;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scalars whose values travel as the text PostgreSQL writes and reads. Here only the shape is looked at: what no time or address can be
 * is PostgreSQL's to say, and the caller hears it as bad input.
 */
final class TextScalar implements Coercing<Object, String> {

    private static final String TIME = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";

    private final String meaning;
    private final Pattern shape;

    private TextScalar(String meaning, Pattern shape) {
        this.meaning = meaning;
        this.shape = shape;
    }

    static List<GraphQLScalarType> all() {
        return Stream.of(
                        of(
                                "Decimal",
                                "a decimal number",
                                "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|NaN|-?Infinity"),
                        of("LocalTime", "a time such as 12:30:00", TIME),
                        of(
                                "OffsetTime",
                                "a time with its offset such as 12:30:00+02:00",
                                TIME + "(Z|[+-]\\d{2}(:\\d{2}){0,2})"),
                        of(
                                "LocalDateTime",
                                "a date and time such as 2026-01-31T12:30:00",
                                "(\\d{4,6}|[+-]\\d{4,7})-\\d{2}-\\d{2}[T ]" + TIME + "( BC)?|-?infinity"),
                        of(
                                "Duration",
                                "an ISO 8601 duration such as P1DT12H",
                                "P(?=[-+\\dT])[-+.,0-9YMWDTHS]+|-?infinity"),
                        of("IpAddress", "an IP address", "[0-9a-fA-F.:]+(/\\d{1,3})?"),
                        of("IpNetwork", "an IP network", "[0-9a-fA-F.:]+(/\\d{1,3})?"),
                        of("MacAddress", "a MAC address", "[0-9a-fA-F:.-]+"),
                        of("BitString", "a text of 0 and 1", "[01]*"),
                        of("SparseVector", "a sparse vector such as {1:0.5,3:2}/5", "\\{.*\\}/\\d+"),
                        of("Bytes", "bytes in Base64", "[A-Za-z0-9+/]*={0,2}"))
                .toList();
    }

    private static GraphQLScalarType of(String name, String meaning, String shape) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar(meaning, Pattern.compile(shape)))
                .build();
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value.toString();
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        if (fits(input)) {
            return input.toString();
        }
        throw new CoercingParseValueException("\"" + input + "\" is not " + meaning);
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        @Nullable Object value = switch (input) {
            case StringValue text -> text.getValue();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            default -> null;
        };
        if (value != null && fits(value)) {
            return value.toString();
        }
        throw new CoercingParseLiteralException(meaning + " is needed, not " + (value == null ? "this" : value));
    }

    private boolean fits(Object input) {
        String text = input.toString();
        return (input instanceof String || input instanceof Number)
                && shape.matcher(text).matches()
                && (!meaning.startsWith("bytes") || isBase64(text));
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
