package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.weft.postgres.sql.CalendarText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that an error of PostgreSQL can only be about. It says what is wrong with a value and, mostly, the value in quotes, not where
 * it came from; of a regular expression or a path it does not say even the value, but only few operators take one.
 */
final class WhichArgument {

    /** These hold rows of the field around them: their names stand in no place. */
    private static final Set<String> ROWS = Set.of("nodes", "edges", "node");

    private static final String INVALID_REGULAR_EXPRESSION = "2201B";

    private final ErrorDetails error;
    private final List<Found> found = new ArrayList<>();

    private WhichArgument(ErrorDetails error) {
        this.error = error;
    }

    /** An argument, or a value in it, by its place below the root field. */
    record Found(String place, Object value) {}

    /** Empty where none can be told from the others. */
    static List<Found> of(ErrorDetails error, DataFetchingEnvironment environment) {
        WhichArgument which = new WhichArgument(error);
        String place = environment.getField().getName();
        which.field(place, environment.getArguments());
        if (environment.getSelectionSet() != null) {
            which.below(place, environment.getSelectionSet().getImmediateFields());
        }
        return which.found;
    }

    private void below(String place, List<SelectedField> fields) {
        for (SelectedField field : fields) {
            String here = ROWS.contains(field.getName()) ? place : place + "." + field.getResultKey();
            field(here, field.getArguments());
            below(here, field.getSelectionSet().getImmediateFields());
        }
    }

    private void field(String place, Map<String, Object> arguments) {
        arguments.forEach((name, value) -> value(place + "." + name, name, value));
    }

    private void value(String place, String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (isMeant(name, value)) {
            found.add(new Found(place, value));
            return;
        }
        switch (value) {
            case Map<?, ?> fields ->
                fields.forEach((key, field) -> value(place + "." + key, String.valueOf(key), field));
            case Collection<?> all -> {
                int index = 0;
                for (Object each : all) {
                    value(place + "[" + index++ + "]", name, each);
                }
            }
            default -> {}
        }
    }

    private boolean isMeant(String name, Object value) {
        String message = error.getMessage();
        if (error.getCode().equals(INVALID_REGULAR_EXPRESSION)) {
            return name.equals("matches") && value instanceof String;
        }
        if (message.contains("jsonpath") || message.startsWith("single boolean result")) {
            return (name.equals("path") || name.equals("pathMatches")) && value instanceof String;
        }
        if (message.startsWith("range lower bound")) {
            return value instanceof Map<?, ?> range && range.get("lower") != null && range.get("upper") != null;
        }
        return !(value instanceof Map<?, ?> || value instanceof Collection<?>) && message.contains(quoted(value));
    }

    /** As PostgreSQL was given it, and says it. */
    static String quoted(Object value) {
        return "\"" + CalendarText.write(value.toString()) + "\"";
    }
}
