package io.weft.postgres.sql;

import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.sql.KeyRelation.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A selector's filter in, the keys it leaves out. It says what {@link CompileFilter} says of the entities' rows; but what concerns rows
 * that carry the entity's key is looked up by that key, in those rows alone. They are as visible as their entity.
 */
final class CompileKeys {

    private final SelectionScope scope;
    private final CompileFilter filters;

    CompileKeys(SelectionScope scope, CompileFilter filters) {
        this.scope = scope;
        this.filters = filters;
    }

    Keys compile(List<PublishedField> fields, @Nullable Object filter, String place) {
        return filter == null ? Keys.ALL : all(fields, fields(filter), place, 1);
    }

    private Keys all(List<PublishedField> known, Map<String, Object> filter, String place, int depth) {
        filters.deeper(depth - 1, place);
        List<Keys> keys = new ArrayList<>();
        filter.forEach((name, value) -> {
            String here = place + "." + name;
            if (value == null) {
                throw Refusal.input(here + ": null says nothing: leave it out, or use {isNull: true}");
            }
            keys.add(
                    switch (name) {
                        case "and" -> Keys.and(list(known, value, here, depth));
                        case "or" -> Keys.or(list(known, value, here, depth));
                        case "not" -> all(known, fields(value), here, depth + 1).not();
                        default -> field(known, name, fields(value), here, depth);
                    });
        });
        return Keys.and(keys);
    }

    private List<Keys> list(List<PublishedField> known, Object value, String place, int depth) {
        List<Keys> keys = new ArrayList<>();
        int index = 0;
        for (Object item : (Collection<?>) value) {
            keys.add(all(known, fields(item), place + "[" + index++ + "]", depth + 1));
        }
        return keys;
    }

    private Keys field(List<PublishedField> known, String name, Map<String, Object> value, String place, int depth) {
        PublishedField field = known.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.input(place + ": there is no such field"));
        return switch (field) {
            case GroupField group -> all(group.fields(), value, place, depth + 1);
            case ToOneField one ->
                scope.byKey(one.typeName(), one.joins())
                        .<Keys>map(rows -> new Keys.Found(meeting(rows, one.typeName(), value, place, depth)))
                        .orElseGet(() -> own(field, value, place, depth));
            case ToManyField many ->
                scope.byKey(many.typeName(), many.joins())
                        .map(rows -> many(rows, many.typeName(), value, place, depth))
                        .orElseGet(() -> own(field, value, place, depth));
            case ColumnField _, MeasureField _ -> own(field, value, place, depth);
        };
    }

    /** By the entities' own rows. */
    private Keys own(PublishedField field, Map<String, Object> value, String place, int depth) {
        Rows entities = scope.entities();
        Condition condition = filters.rows(
                List.of(field),
                entities.alias(),
                Map.of(field.name(), value),
                place.substring(0, place.lastIndexOf('.')),
                depth);
        return new Keys.Found(entities.with(condition));
    }

    private Rows meeting(Rows rows, String typeName, Map<String, Object> filter, String place, int depth) {
        filters.follow(place);
        ObjectType type = scope.publication().type(typeName);
        return rows.with(filters.rows(type.fields(), rows.alias(), filter, place, depth + 1));
    }

    private Keys many(Rows rows, String typeName, Map<String, Object> quantifiers, String place, int depth) {
        List<Keys> keys = new ArrayList<>();
        quantifiers.forEach((quantifier, value) -> {
            String here = place + "." + quantifier;
            if (value == null) {
                throw Refusal.input(here + ": null says nothing: leave it out");
            }
            Map<String, Object> filter = fields(value);
            keys.add(
                    switch (quantifier) {
                        case "some" -> new Keys.Found(meeting(rows, typeName, filter, here, depth));
                        case "none" -> new Keys.AllBut(meeting(rows, typeName, filter, here, depth));
                        case "every" -> {
                            Rows met = meeting(rows, typeName, filter, here, depth);
                            yield new Keys.AllBut(met.with(CompilePredicate.isNotTrue(met.condition())));
                        }
                        case "count" -> count(rows, typeName, filter, here, depth);
                        default -> throw Refusal.input(here + ": use some, every, none or count");
                    });
        });
        return Keys.and(keys);
    }

    /** Entities without rows have the number 0, which no group of rows tells. */
    private Keys count(Rows rows, String typeName, Map<String, Object> wanted, String place, int depth) {
        Map<String, Object> operators = new LinkedHashMap<>(wanted);
        Object of = operators.remove("of");
        Rows counted = of == null ? rows : meeting(rows, typeName, fields(of), place + ".of", depth);
        Condition having = filters.count(DSL.field("count(*)"), operators, place);
        return operators.entrySet().stream().allMatch(CompileKeys::holdsForZero)
                ? new Keys.AllBut(new KeyRelation.Counted(counted, CompilePredicate.isNotTrue(having)))
                : new Keys.Found(new KeyRelation.Counted(counted, having));
    }

    private static boolean holdsForZero(Map.Entry<String, Object> operator) {
        int sign = Integer.signum((Integer) Objects.requireNonNull(Given.look(operator.getValue(), Look.SIGN)));
        return switch (operator.getKey()) {
            case "eq" -> sign == 0;
            case "ne" -> sign != 0;
            case "lt" -> sign > 0;
            case "lte" -> sign >= 0;
            case "gt" -> sign < 0;
            case "gte" -> sign <= 0;
            default -> throw new IllegalArgumentException("the schema has an operator " + operator.getKey());
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object filter) {
        return (Map<String, Object>) filter;
    }

    /** The column of the other table where the entity's key is, if the joins say only that. */
    static Optional<String> keyColumn(List<Join> joins, String key) {
        return joins.size() == 1 && joins.getFirst().column().equals(key)
                ? Optional.of(joins.getFirst().targetColumn())
                : Optional.empty();
    }
}
