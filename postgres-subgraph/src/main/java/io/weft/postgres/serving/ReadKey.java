package io.weft.postgres.serving;

import graphql.GraphQLContext;
import graphql.schema.CoercingParseValueException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.sql.WriteValue;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value of a representation's key in, PostgreSQL's text of it out: as if it were an argument of the key's GraphQL type. */
final class ReadKey {

    private final DataFetchingEnvironment environment;

    ReadKey(DataFetchingEnvironment environment) {
        this.environment = environment;
    }

    String text(ColumnField field, @Nullable Object value, String place) {
        ColumnType type = field.column().type();
        String written = String.valueOf(value);
        if (isWhole(type) && written.matches("-?\\d{1,18}")) {
            return written;
        }
        try {
            return WriteValue.text(type, parsed(field, value, written));
        } catch (CoercingParseValueException | graphql.AssertException e) {
            throw Refusal.input(place + ": \"" + written + "\" is no " + field.type());
        }
    }

    private Object parsed(ColumnField field, @Nullable Object value, String written) {
        GraphQLType type = environment.getGraphQLSchema().getType(field.type());
        GraphQLContext context = environment.getGraphQlContext();
        return switch (type) {
            case GraphQLEnumType enumeration -> enumeration.parseValue(written, context, Locale.ROOT);
            case GraphQLScalarType scalar ->
                Objects.requireNonNull(scalar.getCoercing().parseValue(value, context, Locale.ROOT));
            case null, default -> written;
        };
    }

    private static boolean isWhole(ColumnType type) {
        return type.plain() instanceof ColumnType.Scalar(ScalarKind kind)
                && switch (kind) {
                    case BIGINT, INTEGER, SMALLINT -> true;
                    default -> false;
                };
    }
}
