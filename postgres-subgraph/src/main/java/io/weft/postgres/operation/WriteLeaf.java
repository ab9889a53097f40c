package io.weft.postgres.operation;

import graphql.GraphQLContext;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.SelectedField;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.sql.ReadValue;
import io.weft.postgres.sql.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes PostgreSQL's text of a value as GraphQL's. */
@FunctionalInterface
interface WriteLeaf {

    void write(String text, JsonGenerator out);

    /** The shortest way for the values that most columns have; any other is read, and completed as the engine would. */
    static WriteLeaf of(Reader.Cell cell, SelectedField field) {
        GraphQLType type = field.getType();
        WriteLeaf any = (text, out) -> complete(type, ReadValue.read(cell.type(), cell.shown(), text), field, out);
        if (!(plain(type) instanceof GraphQLScalarType scalar)
                || !(cell.type().plain() instanceof ColumnType.Scalar(var kind))) {
            return any;
        }
        return switch (kind) {
            case TEXT, VARCHAR, CHAR, NAME, CITEXT ->
                switch (scalar.getName()) {
                    case "String", "ID" -> (text, out) -> out.writeString(text);
                    default -> any;
                };
            case SMALLINT, INTEGER, BIGINT ->
                switch (scalar.getName()) {
                    case "Int" ->
                        (text, out) -> {
                            if (text.length() < 10) {
                                out.writeNumber(text);
                            } else {
                                any.write(text, out);
                            }
                        };
                    case "Long" -> (text, out) -> out.writeNumber(text);
                    default -> any;
                };
            case DOUBLE, REAL ->
                scalar.getName().equals("Float") ? (text, out) -> PlainNumber.write(text, any, out) : any;
            case BOOLEAN ->
                scalar.getName().equals("Boolean") ? (text, out) -> out.writeBoolean(text.startsWith("t")) : any;
            case DATE -> scalar.getName().equals("Date") ? (text, out) -> PlainDate.day(text, any, out) : any;
            case TIMESTAMPTZ ->
                scalar.getName().equals("DateTime") ? (text, out) -> PlainDate.moment(text, any, out) : any;
            default -> any;
        };
    }

    /** The type without its exclamation mark. */
    private static GraphQLType plain(GraphQLType type) {
        return type instanceof GraphQLNonNull nonNull ? nonNull.getWrappedType() : type;
    }

    private static void complete(GraphQLType type, @Nullable Object value, SelectedField field, JsonGenerator out) {
        if (value == null) {
            Writer.writeNull(!(type instanceof GraphQLNonNull), out);
            return;
        }
        switch (type) {
            case GraphQLNonNull nonNull -> complete(nonNull.getWrappedType(), value, field, out);
            case GraphQLList list -> {
                out.writeStartArray();
                ((Collection<?>) value).forEach(each -> complete(list.getWrappedType(), each, field, out));
                out.writeEndArray();
            }
            case GraphQLScalarType scalar ->
                out.writePOJO(scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ROOT));
            case GraphQLEnumType enumeration ->
                out.writePOJO(enumeration.serialize(value, GraphQLContext.getDefault(), Locale.ROOT));
            case GraphQLObjectType object -> object(object, (Map<?, ?>) value, field, out);
            default -> throw new CannotWrite(type + " is no type of a column");
        }
    }

    private static void object(GraphQLObjectType type, Map<?, ?> value, SelectedField field, JsonGenerator out) {
        List<SelectedField> below = field.getSelectionSet().getImmediateFields();
        out.writeStartObject();
        for (SelectedField part : below) {
            out.writeName(part.getResultKey());
            if (part.getName().equals("__typename")) {
                out.writeString(type.getName());
            } else {
                complete(part.getType(), value.get(part.getName()), part, out);
            }
        }
        out.writeEndObject();
    }
}
