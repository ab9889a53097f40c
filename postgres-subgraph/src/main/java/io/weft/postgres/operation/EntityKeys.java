package io.weft.postgres.operation;

import graphql.GraphQLContext;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.sql.WriteValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The representations of {@code _entities} in, groups of keys out: one group for all of the same type that come by the same key. A value of
 * a key is read as if it were an argument of its GraphQL type.
 */
public final class EntityKeys {

    private final Publication publication;
    private final GraphQLSchema schema;

    public EntityKeys(Publication publication, GraphQLSchema schema) {
        this.publication = publication;
        this.schema = schema;
    }

    /**
     * Keys of one type.
     *
     * @param key       its fields, as the type's keys have them
     * @param columns   the texts of each field, as PostgreSQL writes them
     * @param positions where each of them stands among the representations
     */
    public record Group(ObjectType type, String key, List<List<String>> columns, List<Integer> positions) {}

    /** In the order in which they begin. */
    public static final class Groups {

        private final Map<String, Group> groups = new LinkedHashMap<>();

        private void add(ObjectType type, String key, List<String> texts, int position) {
            Group group = groups.computeIfAbsent(type.name() + " " + key, _ -> {
                List<List<String>> columns = new ArrayList<>();
                texts.forEach(_ -> columns.add(new ArrayList<>()));
                return new Group(type, key, columns, new ArrayList<>());
            });
            for (int i = 0; i < texts.size(); i++) {
                group.columns().get(i).add(texts.get(i));
            }
            group.positions().add(position);
        }

        public List<Group> all() {
            return List.copyOf(groups.values());
        }
    }

    /**
     * Adds one to its group.
     *
     * @throws Refusal if it is no object, of no type that is published with a key, or brings none of its keys
     */
    public void add(@Nullable Object given, int position, Groups groups) {
        String place = "representations[" + position + "]";
        if (!(given instanceof Map<?, ?> representation)) {
            throw Refusal.input(place + ": is no object; give it __typename and a key");
        }
        String typeName = String.valueOf(representation.get("__typename"));
        ObjectType type = publication
                .find(typeName)
                .filter(found -> !found.keys().isEmpty())
                .orElseThrow(() -> Refusal.input(place + ": there is no entity \"" + typeName + "\" here"));
        String key = type.keys().stream()
                .filter(candidate ->
                        type.keyFields(candidate).stream().allMatch(field -> representation.get(field.name()) != null))
                .findFirst()
                .orElseThrow(() -> Refusal.input(place + ": needs one of the keys " + type.keys()));
        List<String> texts = new ArrayList<>();
        for (ColumnField field : type.keyFields(key)) {
            texts.add(text(field, representation.get(field.name()), place + "." + field.name()));
        }
        groups.add(type, key, texts, position);
    }

    private String text(ColumnField field, @Nullable Object value, String place) {
        ColumnType type = field.column().type();
        String written = String.valueOf(value);
        if (isWhole(type) && isNumber(written)) {
            return written;
        }
        try {
            return Refusal.placed(place, () -> WriteValue.text(type, parsed(field, value, written)));
        } catch (CoercingParseValueException | graphql.AssertException e) {
            throw Refusal.input(place + ": \"" + written + "\" is no " + field.type());
        }
    }

    private Object parsed(ColumnField field, @Nullable Object value, String written) {
        GraphQLType type = schema.getType(field.type());
        GraphQLContext context = GraphQLContext.getDefault();
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

    /** Of so few digits that any of them is one of PostgreSQL's. */
    private static boolean isNumber(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        return text.length() > first
                && text.length() <= first + 18
                && text.chars().skip(first).allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
