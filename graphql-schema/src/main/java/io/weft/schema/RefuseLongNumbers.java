package io.weft.schema;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests with a number in their variables that has more digits than any type takes. It may be written with a few characters and an
 * exponent; GraphQL for Java would write out its digits to see whether it is an {@code Int}, which takes all memory there is.
 */
public final class RefuseLongNumbers extends SimplePerformantInstrumentation {

    /** More than a {@code numeric} of PostgreSQL has before its point, or behind it. */
    private static final int MOST_DIGITS = 150_000;

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        Map<String, @Nullable Object> variables = input.getRawVariables().toMap();
        if (areIn(variables)) {
            String place = places(variables, "").findFirst().orElseThrow().substring(1);
            Map<String, Object> extensions = new LinkedHashMap<>();
            extensions.put("code", "BAD_USER_INPUT");
            extensions.put("argument", place);
            throw new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                    .message("Variable \"$%s\": the number has more than %d digits", place, MOST_DIGITS)
                    .errorType(ErrorType.ValidationError)
                    .extensions(extensions)
                    .build()));
        }
        return input;
    }

    /** Whether there is such a number in a value: a variable's, or the object of all variables. */
    public static boolean areIn(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> isLong(number);
            case Map<?, ?> fields -> areInAny(fields.values());
            case List<?> list -> areInAny(list);
            case null, default -> false;
        };
    }

    private static boolean areInAny(Collection<?> values) {
        for (Object value : values) {
            if (areIn(value)) {
                return true;
            }
        }
        return false;
    }

    /** Where they stand, as in {@code .filter.and[0].size.lt}. */
    private static Stream<String> places(@Nullable Object value, String place) {
        return switch (value) {
            case BigDecimal number when isLong(number) -> Stream.of(place);
            case Map<?, ?> fields ->
                fields.entrySet().stream().flatMap(field -> places(field.getValue(), place + "." + field.getKey()));
            case List<?> list ->
                IntStream.range(0, list.size())
                        .boxed()
                        .flatMap(index -> places(list.get(index), place + "[" + index + "]"));
            case null, default -> Stream.empty();
        };
    }

    private static boolean isLong(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS;
    }
}
