package io.weft.postgres.serving;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scalars of the archive: from graphql-java-extended-scalars where it has them. */
final class Scalars {

    static final List<GraphQLScalarType> OF_VALUES = Stream.concat(
                    TextScalar.all().stream(),
                    Stream.of(
                            ExtendedScalars.Date.transform(
                                    scalar -> scalar.coercing(CalendarScalar.days(ExtendedScalars.Date.getCoercing()))),
                            ExtendedScalars.DateTime.transform(scalar ->
                                    scalar.coercing(CalendarScalar.moments(ExtendedScalars.DateTime.getCoercing()))),
                            GraphQLScalarType.newScalar()
                                    .name("JSON")
                                    .coercing(new AnyJson())
                                    .build(),
                            ExtendedScalars.GraphQLLong,
                            ExtendedScalars.UUID,
                            GraphQLScalarType.newScalar()
                                    .name("URL")
                                    .coercing(new UrlText())
                                    .build(),
                            GraphQLScalarType.newScalar()
                                    .name("Vector")
                                    .coercing(new Numbers())
                                    .build()))
            .toList();

    private Scalars() {}

    /** An absolute URL, kept as the text it was written as. */
    private static final class UrlText implements Coercing<String, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String text && isAbsolute(text)) {
                return text;
            }
            throw new CoercingParseValueException("\"" + input + "\" is no absolute URL");
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            String text = input instanceof StringValue value ? value.getValue() : null;
            if (text != null && isAbsolute(text)) {
                return text;
            }
            throw new CoercingParseLiteralException("an absolute URL is needed");
        }

        private static boolean isAbsolute(String text) {
            try {
                return URI.create(text).isAbsolute();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** A list of finite numbers. */
    private static final class Numbers implements Coercing<List<Double>, List<?>> {
        @Override
        public List<?> serialize(Object value, GraphQLContext context, Locale locale) {
            return (List<?>) value;
        }

        @Override
        public List<Double> parseValue(Object input, GraphQLContext context, Locale locale) {
            if (!(input instanceof List<?> list)) {
                throw new CoercingParseValueException("a vector is a list of numbers");
            }
            List<Double> numbers = new ArrayList<>(list.size());
            for (Object item : list) {
                if (!(item instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                    throw new CoercingParseValueException(
                            "element " + numbers.size() + " of a vector is no finite number: " + item);
                }
                numbers.add(number.doubleValue());
            }
            return numbers;
        }

        @Override
        public List<Double> parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (!(input instanceof ArrayValue array)) {
                throw new CoercingParseLiteralException("a vector is a list of numbers");
            }
            List<Double> numbers = new ArrayList<>();
            for (Value<?> item : array.getValues()) {
                switch (item) {
                    case FloatValue number -> numbers.add(number.getValue().doubleValue());
                    case IntValue number -> numbers.add(number.getValue().doubleValue());
                    default ->
                        throw new CoercingParseLiteralException(
                                "element " + numbers.size() + " of a vector is no number");
                }
            }
            return numbers;
        }
    }
}
