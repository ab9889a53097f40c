package io.weft.postgres.schema;

import static io.weft.postgres.schema.Definitions.field;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.VectorKind;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The inputs that say what rows are sorted by. */
final class OrderSdl {

    static final String ONE_EACH = "\"One field each: the list says which comes first.\"\n";

    private final Publication publication;
    private final Definitions definitions;
    private final SearchSdl searches;

    OrderSdl(Publication publication, Definitions definitions, SearchSdl searches) {
        this.publication = publication;
        this.definitions = definitions;
        this.searches = searches;
    }

    /** Writes the order of a published type and whatever it needs; its name. */
    String ofType(String typeName) {
        return ofFields(typeName, publication.type(typeName).fields());
    }

    /** Whether rows of a published type can be ordered by anything. */
    boolean isOrdered(String typeName) {
        return hasSortable(publication.type(typeName).fields());
    }

    /** Writes the order by some fields, named after the type; its name. At least one can be ordered by. */
    String ofFields(String typeName, List<PublishedField> fields) {
        String name = typeName + "Order";
        definitions.later(name, () -> order(name, fields));
        return name;
    }

    private String order(String name, List<PublishedField> fields) {
        StringBuilder sdl = new StringBuilder(ONE_EACH).append("input " + name + " {\n");
        fields.forEach(field -> sdl.append(ofField(field)));
        return sdl.append("}\n").toString();
    }

    private String ofField(PublishedField field) {
        return switch (field) {
            case ColumnField column when isSortable(column) -> field(null, column.name(), "SortOrder");
            case GroupField group
            when hasSortable(group.fields()) -> field(null, group.name(), ofFields(group.typeName(), group.fields()));
            case ToOneField one
            when one.uses().contains(Use.SORT) && isOrdered(one.typeName()) ->
                field(null, one.name(), ofType(one.typeName()));
            case ToManyField many
            when many.uses().contains(Use.SORT) -> field(null, many.name(), ofMany(publication.type(many.typeName())));
            case MeasureField measure
            when measure.measure() != Measure.HEADLINE ->
                field(null, measure.name(), searches.order(argument(measure)));
            case ColumnField _, GroupField _, ToOneField _, ToManyField _, MeasureField _ -> "";
        };
    }

    /** The input that says what is measured. */
    static String argument(MeasureField field) {
        return switch (field.measure()) {
            case RANK, HEADLINE -> "TextSearch";
            case SIMILARITY -> "TrigramSimilarity";
            case DISTANCE -> isSparse(field.column().column().type()) ? "SparseVectorDistance" : "VectorDistance";
        };
    }

    private static boolean isSparse(ColumnType type) {
        return type.plain() instanceof ColumnType.Vector(VectorKind kind, int _) && kind == VectorKind.SPARSEVEC;
    }

    /** By what is worth sorting for of many rows: their number, and what their columns come to. */
    private String ofMany(ObjectType type) {
        String name = type.name() + "ManyOrder";
        if (definitions.claim(name)) {
            StringBuilder sdl = new StringBuilder(ONE_EACH)
                    .append("input " + name + " {\n")
                    .append(field("By how many there are.", "count", "SortOrder"));
            if (type.operations().contains(Operation.AGGREGATE)) {
                for (AggregateFunction function : AggregateFunction.values()) {
                    if (!columns(function, type).isEmpty()) {
                        sdl.append(field(function.meaning(), function.graphQl(), ofFunction(function, type)));
                    }
                }
            }
            definitions.put(name, sdl.append("}\n").toString());
        }
        return name;
    }

    /** Writes the order by what a function makes of a column of many rows; its name. */
    String ofFunction(AggregateFunction function, ObjectType type) {
        return switch (function) {
            case DISTINCT, MIN, MAX -> ofColumns(type.name() + "ColumnOrder", columns(function, type));
            case SUM, AVG, STDDEV -> ofColumns(type.name() + "NumberOrder", columns(function, type));
            case PERCENTILE -> ofPercentile(type);
        };
    }

    /** The first and the last value in an order are there wherever there is an order, even where PostgreSQL has no min and max. */
    private static List<ColumnField> columns(AggregateFunction function, ObjectType type) {
        return switch (function) {
            case DISTINCT, MIN, MAX -> columns(type);
            case SUM, AVG, STDDEV, PERCENTILE -> function.known(columns(type));
        };
    }

    /** Writes the order by any of the columns; its name. */
    String ofColumns(String name, List<ColumnField> columns) {
        if (definitions.claim(name)) {
            StringBuilder sdl = new StringBuilder(ONE_EACH).append("input " + name + " {\n");
            columns.forEach(column -> sdl.append(field(null, column.name(), "SortOrder")));
            definitions.put(name, sdl.append("}\n").toString());
        }
        return name;
    }

    private String ofPercentile(ObjectType type) {
        String name = type.name() + "PercentileOrder";
        definitions.put(
                name,
                "input " + name + " {\n" + field("Between 0 and 1: 0.5 for the median.", "fraction", "Float!")
                        + field(null, "of", ofFunction(AggregateFunction.SUM, type) + "!") + "}\n");
        return name;
    }

    /** The columns a type can be ordered by. */
    static List<ColumnField> columns(ObjectType type) {
        return type.fields().stream()
                .filter(OrderSdl::isSortable)
                .map(ColumnField.class::cast)
                .toList();
    }

    private static boolean isSortable(PublishedField field) {
        return field instanceof ColumnField column
                && column.uses().contains(Use.SORT)
                && GraphQlTypes.isOrdered(column.column().type());
    }

    /** Whether something can be ordered by any of the fields. */
    boolean hasSortable(List<PublishedField> fields) {
        return hasSortable(fields, new HashSet<>());
    }

    /** @param behind the types that lead here, by their own rows: they are no reason */
    private boolean hasSortable(List<PublishedField> fields, Set<String> behind) {
        return fields.stream().anyMatch(field -> switch (field) {
            case ColumnField column -> isSortable(column);
            case GroupField group -> hasSortable(group.fields(), behind);
            case ToOneField one ->
                one.uses().contains(Use.SORT)
                        && behind.add(one.typeName())
                        && hasSortable(publication.type(one.typeName()).fields(), behind);
            case ToManyField many -> many.uses().contains(Use.SORT);
            case MeasureField measure -> measure.measure() != Measure.HEADLINE;
        });
    }
}
