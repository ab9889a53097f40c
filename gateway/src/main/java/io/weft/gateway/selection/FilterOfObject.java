package io.weft.gateway.selection;

import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.schema.DataFetchingEnvironment;
import io.weft.gateway.supergraph.SelectionWithin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object says of its selection, and what the client asks besides, in one filter. */
final class FilterOfObject {

    private final SelectionWithin field;

    FilterOfObject(SelectionWithin field) {
        this.field = field;
    }

    /** Empty where the object lacks what its filter needs: nothing is selected. */
    Optional<Map<String, @Nullable Object>> read(DataFetchingEnvironment environment) {
        Map<String, @Nullable Object> object =
                Objects.requireNonNull(environment.<Map<String, @Nullable Object>>getSource());
        Map<String, Object> known = new LinkedHashMap<>();
        for (String name : field.needs()) {
            Object value = object.get(name);
            if (value == null) {
                return Optional.empty();
            }
            known.put(name, value);
        }
        List<@Nullable Object> both = new ArrayList<>();
        both.add(ValuesResolver.getArgumentValues(
                        List.of(environment.getFieldDefinition().getArgument(AnswerFields.FILTER)),
                        List.of(new Argument(AnswerFields.FILTER, field.filter())),
                        CoercedVariables.of(known),
                        environment.getGraphQlContext(),
                        environment.getLocale())
                .get(AnswerFields.FILTER));
        Object asked = environment.getArgument(AnswerFields.FILTER);
        if (asked != null) {
            both.add(asked);
        }
        return Optional.of(Map.of("and", both));
    }
}
