package io.weft.postgres.serving;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import io.weft.postgres.sql.CalendarText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the wrapped scalar reads and writes, and besides what PostgreSQL has and RFC 3339 has not: {@code infinity}, {@code -infinity}, and
 * years before Christ and of more than four digits as ISO 8601 writes them. All of a moment is written, the wrapped one writes no more than
 * milliseconds.
 */
final class CalendarScalar implements Coercing<Object, Object> {

    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private final Coercing<?, ?> wrapped;
    private final String meaning;
    private final Function<String, Temporal> parse;

    private CalendarScalar(Coercing<?, ?> wrapped, String meaning, Function<String, Temporal> parse) {
        this.wrapped = wrapped;
        this.meaning = meaning;
        this.parse = parse;
    }

    static CalendarScalar days(Coercing<?, ?> wrapped) {
        return new CalendarScalar(wrapped, "a day such as 2026-01-31 or -000043-03-15", LocalDate::parse);
    }

    static CalendarScalar moments(Coercing<?, ?> wrapped) {
        return new CalendarScalar(
                wrapped, "a moment such as 2026-01-31T12:00:00Z or -000043-03-15T12:00:00Z", OffsetDateTime::parse);
    }

    @Override
    public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
        return switch (value) {
            case String text when isEndless(text) -> text;
            case LocalDate day -> CalendarText.iso(day.toString());
            case OffsetDateTime moment -> CalendarText.iso(RFC_3339.format(moment));
            default -> wrapped.serialize(value, context, locale);
        };
    }

    @Override
    public @Nullable Object parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return input instanceof String text && isBeyond(text)
                    ? beyond(text)
                    : existing(input, wrapped.parseValue(input, context, locale));
        } catch (DateTimeException e) {
            throw new CoercingParseValueException("\"" + input + "\" is not " + meaning);
        }
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        String text = input instanceof StringValue literal ? literal.getValue() : null;
        try {
            return text != null && isBeyond(text)
                    ? beyond(text)
                    : existing(text, wrapped.parseLiteral(input, variables, context, locale));
        } catch (DateTimeException e) {
            throw new CoercingParseLiteralException(meaning + " is needed, not \"" + text + "\"");
        }
    }

    /** The wrapped one takes the 30th of February for the day before the first of March. */
    private @Nullable Object existing(@Nullable Object written, @Nullable Object read) {
        if (written instanceof String text) {
            parse.apply(text);
        }
        return read;
    }

    private Object beyond(String text) {
        return isEndless(text) ? text : parse.apply(CalendarText.read(text));
    }

    private static boolean isEndless(String text) {
        return text.equals("infinity") || text.equals("-infinity");
    }

    /** Whether its year is not one of four digits. */
    private static boolean isBeyond(String text) {
        return isEndless(text)
                || text.startsWith("-")
                || text.startsWith("+")
                || text.startsWith("0000-")
                || text.endsWith(" BC")
                || text.indexOf('-') > 4;
    }
}
