package io.weft.postgres.operation;

import graphql.execution.CoercedVariables;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.sql.Given;
import io.weft.postgres.sql.KeyedRows;
import io.weft.postgres.sql.Look;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request's variables, taken apart into their shape and the values in it. The shape is whatever may change the statement: which are there,
 * which are null, the keys of objects, the lengths of lists of objects, enum values, booleans. Values of all other scalars, and lists of
 * them, are its leaves.
 */
final class GivenVariables {

    private final GraphQLSchema schema;
    private final EntityKeys entities;
    private final StringBuilder shape = new StringBuilder();
    private final List<Object> leaves = new ArrayList<>();
    private final Map<Integer, Look> seen = new TreeMap<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();

    private GivenVariables(GraphQLSchema schema, EntityKeys entities) {
        this.schema = schema;
        this.entities = entities;
    }

    /**
     * The representations of {@code _entities}: a leaf for each column of each group's keys.
     *
     * @param places the leaf that says where each of them stands
     */
    record GivenEntities(List<KeyedRows> groups, int places) {}

    /** Where the keys of each group stand among the representations, and how many there are of these. */
    record Places(List<List<Integer>> groups, int size) {}

    /**
     * @param coerced as GraphQL for Java leaves them
     * @throws io.weft.postgres.problem.Refusal for representations of what is not here
     */
    static GivenVariables of(
            List<VariableDefinition> definitions, CoercedVariables coerced, GraphQLSchema schema, EntityKeys entities) {
        GivenVariables given = new GivenVariables(schema, entities);
        for (VariableDefinition definition : definitions) {
            String name = definition.getName();
            if (coerced.containsKey(name)) {
                given.shape.append(name).append(':');
                given.variables.put(name, given.value(given.type(definition.getType()), coerced.get(name)));
            }
        }
        return given;
    }

    private GraphQLType type(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> type(nonNull.getType());
            case ListType list -> GraphQLList.list(type(list.getType()));
            case TypeName name -> schema.getType(name.getName());
            default -> throw new IllegalArgumentException(type + " is no type of GraphQL");
        };
    }

    private @Nullable Object value(GraphQLType type, @Nullable Object value) {
        if (value == null) {
            shape.append('n');
            return null;
        }
        return switch (type) {
            case GraphQLNonNull nonNull -> value(nonNull.getWrappedType(), value);
            case GraphQLScalarType _ when value instanceof Boolean -> looked(value);
            case GraphQLEnumType _ -> looked(value);
            case GraphQLScalarType _ -> leaf(value);
            case GraphQLList list
            when element(list) instanceof GraphQLScalarType scalar
                    && !scalar.getName().equals("Boolean") ->
                scalar.getName().equals("_Any") ? entities((Collection<?>) value) : leaf(value);
            case GraphQLList list -> list(list.getWrappedType(), (Collection<?>) value);
            case GraphQLInputObjectType object -> object(object, (Map<?, ?>) value);
            default -> throw new IllegalArgumentException(type + " is no type of an input");
        };
    }

    private static GraphQLType element(GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull nonNull -> element(nonNull.getWrappedType());
            case GraphQLList list -> element(list.getWrappedType());
            default -> type;
        };
    }

    private Object looked(Object value) {
        String text = value.toString();
        shape.append('=').append(text.length()).append(':').append(text);
        return value;
    }

    private Object leaf(Object value) {
        shape.append('*');
        return given(value);
    }

    private Given given(Object value) {
        leaves.add(value);
        return new Given(leaves.size() - 1, value, seen);
    }

    private List<@Nullable Object> list(GraphQLType element, Collection<?> values) {
        shape.append('[');
        List<@Nullable Object> all = new ArrayList<>(values.size());
        for (Object each : values) {
            all.add(value(element, each));
        }
        shape.append(']');
        return all;
    }

    private Map<String, @Nullable Object> object(GraphQLInputObjectType type, Map<?, ?> value) {
        shape.append('{');
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        value.forEach((key, field) -> {
            String name = (String) key;
            shape.append(name).append(':');
            fields.put(name, value(type.getField(name).getType(), field));
        });
        shape.append('}');
        return fields;
    }

    private GivenEntities entities(Collection<?> representations) {
        EntityKeys.Groups groups = new EntityKeys.Groups();
        int position = 0;
        for (Object representation : representations) {
            entities.add(representation, position++, groups);
        }
        List<EntityKeys.Group> all = groups.all();
        List<KeyedRows> rows = new ArrayList<>();
        shape.append('<');
        for (EntityKeys.Group group : all) {
            shape.append(group.type().name()).append(' ').append(group.key()).append(';');
            rows.add(new KeyedRows(
                    group.type(),
                    group.type().keyFields(group.key()).stream()
                            .map(ColumnField::column)
                            .toList(),
                    group.columns().stream().map(this::given).toList()));
        }
        shape.append('>');
        leaves.add(new Places(all.stream().map(EntityKeys.Group::positions).toList(), position));
        return new GivenEntities(rows, leaves.size() - 1);
    }

    /** For the arguments of fields: whatever is a leaf is {@link Given}. */
    CoercedVariables asGiven() {
        return CoercedVariables.of(variables);
    }

    String shape() {
        return shape.toString();
    }

    List<Object> leaves() {
        return leaves;
    }

    /** The leaves that were looked at since, and how. */
    Map<Integer, Look> seen() {
        return seen;
    }
}
