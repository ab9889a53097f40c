package io.weft.postgres.serving;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.weft.contracts.selection.KeySet;
import java.util.Locale;
import java.util.Optional;

/**
 * The scalar KeySet, of so many keys at most. A set takes next to no room where its keys follow each other, and becomes an array of them for
 * PostgreSQL.
 */
final class SetOfKeys implements Coercing<KeySet, String> {

    private static final String WANTED =
            "a set of keys is the base64 of a portable Roaring bitmap of whole numbers, 0 or more";

    private final int most;

    private SetOfKeys(int most) {
        this.most = most;
    }

    static GraphQLScalarType scalar(int most) {
        return GraphQLScalarType.newScalar()
                .name("KeySet")
                .coercing(new SetOfKeys(most))
                .build();
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return ((KeySet) value).encoded();
    }

    @Override
    public KeySet parseValue(Object input, GraphQLContext context, Locale locale) {
        KeySet keys = KeySet.decoded(input.toString()).orElseThrow(() -> new CoercingParseValueException(WANTED));
        if (keys.size() > most) {
            throw new CoercingParseValueException(tooMany(keys));
        }
        return keys;
    }

    @Override
    public KeySet parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        KeySet keys = (input instanceof StringValue text
                        ? Optional.ofNullable(text.getValue())
                        : Optional.<String>empty())
                .flatMap(KeySet::decoded)
                .orElseThrow(() -> new CoercingParseLiteralException(WANTED));
        if (keys.size() > most) {
            throw new CoercingParseLiteralException(tooMany(keys));
        }
        return keys;
    }

    private String tooMany(KeySet keys) {
        return "a set has at most " + most + " keys (weft.limits.keys), not " + keys.size();
    }
}
