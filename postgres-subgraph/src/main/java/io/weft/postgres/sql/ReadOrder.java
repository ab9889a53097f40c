package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.AggregateFunction;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.SortOrder;
import io.weft.postgres.sql.OrderKeys.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The argument {@code orderBy} in, {@link OrderKeys} out. */
final class ReadOrder {

    private static final ColumnType COUNT = ColumnType.of(ScalarKind.BIGINT);

    private final Publication publication;
    private final Aliases aliases;
    private final Needs needs;

    ReadOrder(Publication publication, Aliases aliases, Needs needs) {
        this.publication = publication;
        this.aliases = aliases;
        this.needs = needs;
    }

    /** The order asked for by a list of objects with one field each; the primary key's if null. */
    OrderKeys read(ObjectType type, @Nullable Object orderBy, String place) {
        List<Key> keys = new ArrayList<>();
        int index = 0;
        for (Object item : orderBy == null ? List.of() : (Collection<?>) orderBy) {
            keys.add(key(type.fields(), item, place + ".orderBy[" + index++ + "]"));
        }
        for (String column : type.table().primaryKey()) {
            if (keys.stream().noneMatch(key -> key.value().name().equals(column))) {
                keys.add(new Key(SortValue.of(type.table().column(column)), SortOrder.ASC));
            }
        }
        return new OrderKeys(type.name(), keys);
    }

    Key key(List<PublishedField> known, @Nullable Object item, String place) {
        Map.Entry<String, Object> entry = only(item, place);
        String here = place + "." + entry.getKey();
        PublishedField field = find(known, entry.getKey());
        return switch (field) {
            case ColumnField column -> new Key(SortValue.of(column.column()), direction(entry.getValue(), here));
            case GroupField group -> key(group.fields(), entry.getValue(), here);
            case ToOneField one -> {
                ObjectType target = publication.type(one.typeName());
                Key key = key(target.fields(), entry.getValue(), here);
                yield new Key(related(one.name(), target, one.joins(), key.value()), key.order());
            }
            case ToManyField many -> ofMany(many, only(entry.getValue(), here), here);
            case MeasureField measure -> ofMeasure(measure, entry.getValue(), here);
        };
    }

    /** The value of the one row that the joins lead to. */
    private SortValue related(String name, ObjectType target, List<Join> joins, SortValue value) {
        RelatedRows rows = new RelatedRows(target, joins, aliases);
        return new SortValue(
                name + "." + value.name(),
                value.arguments(),
                value.type(),
                true,
                alias -> rows.value(alias, value::of));
    }

    private Key ofMany(ToManyField many, Map.Entry<String, Object> what, String place) {
        RelatedRows rows = new RelatedRows(publication.type(many.typeName()), many.joins(), aliases);
        String here = place + "." + what.getKey();
        String name = many.name() + "." + what.getKey();
        if (what.getKey().equals("count")) {
            return new Key(
                    new SortValue(name, COUNT, false, alias -> rows.value(alias, _ -> CompileAggregate.COUNT)),
                    direction(what.getValue(), here));
        }
        AggregateFunction function = CompileAggregate.function(what.getKey())
                .orElseThrow(() -> new IllegalArgumentException("the schema has an order by " + name));
        boolean ofFraction = function == AggregateFunction.PERCENTILE;
        Map<String, Object> arguments = ofFraction ? fields(what.getValue()) : Map.of();
        String there = ofFraction ? here + ".of" : here;
        Map.Entry<String, Object> of = only(ofFraction ? arguments.get("of") : what.getValue(), there);
        ColumnField column = rows.type().column(of.getKey());
        AggregateValue value = new AggregateValue(function, column);
        return new Key(
                new SortValue(
                        name + "." + column.column().name(),
                        ofFraction ? arguments.get("fraction") : null,
                        value.type(),
                        function != AggregateFunction.DISTINCT,
                        alias -> rows.aggregate(alias, value, arguments, here)),
                direction(of.getValue(), there + "." + of.getKey()));
    }

    private Key ofMeasure(MeasureField field, @Nullable Object argument, String place) {
        if (!(argument instanceof Map<?, ?>)) {
            throw Refusal.input(place + ": null is no order");
        }
        Map<String, Object> input = fields(argument);
        ColumnField of = field.column();
        ColumnType type = of.column().type();
        SortValue value = switch (field.measure()) {
            case DISTANCE -> {
                needs.nearest();
                yield new SortValue(
                        field.name(),
                        input,
                        ColumnType.of(ScalarKind.DOUBLE),
                        VectorDistance.isNullable(of.column()),
                        alias -> VectorDistance.of(stored(alias, of), type, input, place));
            }
            case SIMILARITY ->
                new SortValue(
                        field.name(),
                        input,
                        TrigramSimilarity.TYPE,
                        of.column().nullable(),
                        alias -> TrigramSimilarity.of(stored(alias, of), type, input, place));
            case RANK -> {
                TextSearch search = TextSearch.of(fields(input.get("search")), place + ".search");
                yield new SortValue(
                        field.name(),
                        input,
                        ColumnType.of(ScalarKind.REAL),
                        true,
                        alias -> search.rank(stored(alias, of), type));
            }
            case HEADLINE -> throw new IllegalArgumentException("the schema has no order by " + field.name());
        };
        return new Key(value, direction(input.get("direction"), place + ".direction"));
    }

    private static Field<Object> stored(String alias, ColumnField column) {
        return Expressions.column(alias, column.column().name());
    }

    static PublishedField find(List<PublishedField> known, String name) {
        return known.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the schema has an order by " + name));
    }

    static Map.Entry<String, Object> only(@Nullable Object item, String place) {
        if (item == null) {
            throw Refusal.input(place + ": null is no order");
        }
        Map<String, Object> entry = fields(item);
        if (entry.size() != 1) {
            throw Refusal.input(place + ": name one field, not " + entry.size()
                    + ". Several keys are several entries of the list, the first one first");
        }
        return entry.entrySet().iterator().next();
    }

    static SortOrder direction(@Nullable Object direction, String place) {
        if (direction == null) {
            throw Refusal.input(place + ": null is no direction, use ASC or DESC");
        }
        return SortOrder.valueOf(direction.toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
