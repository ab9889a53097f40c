package io.weft.postgres.serving;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import io.weft.contracts.selection.KeySet;
import java.util.Locale;
import java.util.Optional;

/** The scalar KeySet. */
final class SetOfKeys implements Coercing<KeySet, String> {

    private static final String WANTED =
            "a set of keys is the base64 of a portable Roaring bitmap of whole numbers, 0 or more";

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return ((KeySet) value).encoded();
    }

    @Override
    public KeySet parseValue(Object input, GraphQLContext context, Locale locale) {
        return KeySet.decoded(input.toString()).orElseThrow(() -> new CoercingParseValueException(WANTED));
    }

    @Override
    public KeySet parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return (input instanceof StringValue text ? Optional.ofNullable(text.getValue()) : Optional.<String>empty())
                .flatMap(KeySet::decoded)
                .orElseThrow(() -> new CoercingParseLiteralException(WANTED));
    }
}
