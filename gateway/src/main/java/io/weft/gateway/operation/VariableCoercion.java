package io.weft.gateway.operation;

import graphql.language.Value;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import io.weft.gateway.document.TypeReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values a client sends for its variables, checked against the schema and ready to be sent on, as the
 * specification's CoerceVariableValues says. Values of custom scalars pass as they are: the subgraph that defines the
 * scalar knows it.
 */
public final class VariableCoercion {
    private final GraphQLSchema schema;

    /** @param apiSchema what clients see */
    public VariableCoercion(GraphQLSchema apiSchema) {
        this.schema = apiSchema;
    }

    /** What coercion yields. */
    public sealed interface Result {
        /**
         * @param values by variable, without {@code $}: null, Boolean, Number, String, List or Map. A variable without
         *               value and without default is absent.
         */
        record Coerced(Map<String, @Nullable Object> values) implements Result {
            public Coerced {
                values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            }
        }

        /** @param errors all of them, at least one, each with the path inside the variable */
        record Rejected(List<OperationError> errors) implements Result {
            public Rejected {
                errors = List.copyOf(errors);
            }
        }
    }

    /** @param raw the client's {@code variables}, as JSON: null, Boolean, Number, String, List or Map */
    public Result coerce(List<VariableDefinition> definitions, Map<String, ? extends @Nullable Object> raw) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<OperationError> errors = new ArrayList<>();
        for (VariableDefinition definition : definitions) {
            String name = definition.name();
            if (raw.containsKey(name)) {
                CoerceValue coercion = new CoerceValue(schema, "$" + name, errors);
                values.put(name, coercion.coerce(definition.type(), raw.get(name), "$" + name));
            } else if (definition.defaultValue().isPresent()) {
                values.put(name, literal(definition.defaultValue().get()));
            } else if (definition.type() instanceof TypeReference.NonNull) {
                errors.add(new OperationError(
                        "Variable \"$" + name + "\" of required type \""
                                + definition.type().print() + "\" was not provided.",
                        OperationError.Code.BAD_USER_INPUT,
                        List.of()));
            }
        }
        return errors.isEmpty() ? new Result.Coerced(values) : new Result.Rejected(errors);
    }

    private static @Nullable Object literal(String text) {
        Value<?> value = Parser.parseValue(text);
        return JsonOfLiteral.of(value);
    }
}
