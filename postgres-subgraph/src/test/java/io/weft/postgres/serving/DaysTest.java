package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day that there is not is no other day either. */
class DaysTest {

    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

    private static Coercing<?, ?> scalar(String name) {
        return Scalars.OF_VALUES.stream()
                .filter(scalar -> scalar.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getCoercing();
    }

    @ParameterizedTest
    @CsvSource({
        "Date, 2023-02-29",
        "Date, 2024-02-30",
        "Date, 2024-04-31",
        "Date, +002024-02-30",
        "DateTime, 2023-02-29T00:00:00Z",
        "DateTime, 2024-04-31T00:00:00+02:00"
    })
    void a_day_that_there_is_not_is_refused(String name, String text) {
        Coercing<?, ?> scalar = scalar(name);
        assertThatThrownBy(() -> scalar.parseValue(text, CONTEXT, Locale.ROOT))
                .isInstanceOf(CoercingParseValueException.class)
                .hasMessageContaining(text);
        assertThatThrownBy(() -> scalar.parseLiteral(
                        new StringValue(text), CoercedVariables.emptyVariables(), CONTEXT, Locale.ROOT))
                .isInstanceOf(CoercingParseLiteralException.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2000-02-29", "2026-12-31", "+002024-02-29"})
    void all_others_are_what_they_say(String text) {
        assertThat(scalar("Date").parseValue(text, CONTEXT, Locale.ROOT))
                .isEqualTo(LocalDate.parse(text.replace("+00", "")));
    }

    @Test
    void a_day_of_a_variable_may_be_one_already() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        assertThat(scalar("Date").parseValue(day, CONTEXT, Locale.ROOT)).isEqualTo(day);
    }
}
