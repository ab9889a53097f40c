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
import java.util.List;

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
            case ToOneField one when one.uses().contains(Use.SORT) -> field(null, one.name(), ofType(one.typeName()));
            case ToManyField many
            when many.uses().contains(Use.SORT) -> field(null, many.name(), ofMany(publication.type(many.typeName())));
            case MeasureField measure
            when measure.measure() != Measure.HEADLINE -> field(null, measure.name(), searches.order(search(measure)));
            case ColumnField _, GroupField _, ToOneField _, ToManyField _, MeasureField _ -> "";
        };
    }

    /** The input that says what is searched. */
    static String search(MeasureField field) {
        return switch (field.column().column().type().plain()) {
            case ColumnType.Vector(VectorKind kind, int _) ->
                kind == VectorKind.SPARSEVEC ? "SparseVectorDistance" : "VectorDistance";
            default -> "TextSearch";
        };
    }

    /** By what is worth sorting for of many rows: their number, and what their columns come to. */
    private String ofMany(ObjectType type) {
        String name = type.name() + "ManyOrder";
        if (definitions.claim(name)) {
            StringBuilder sdl = new StringBuilder(ONE_EACH)
                    .append("input " + name + " {\n")
                    .append(field("By how many there are.", "count", "SortOrder"));
            if (!columns(type).isEmpty()) {
                String columns = ofColumns(type);
                sdl.append(field("By the least of a column.", "min", columns))
                        .append(field("By the greatest of a column.", "max", columns));
            }
            definitions.put(name, sdl.append("}\n").toString());
        }
        return name;
    }

    private String ofColumns(ObjectType type) {
        String name = type.name() + "ColumnOrder";
        if (definitions.claim(name)) {
            StringBuilder sdl = new StringBuilder(ONE_EACH).append("input " + name + " {\n");
            columns(type).forEach(column -> sdl.append(field(null, column.name(), "SortOrder")));
            definitions.put(name, sdl.append("}\n").toString());
        }
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
    static boolean hasSortable(List<PublishedField> fields) {
        return fields.stream().anyMatch(field -> switch (field) {
            case ColumnField column -> isSortable(column);
            case GroupField group -> hasSortable(group.fields());
            case ToOneField one -> one.uses().contains(Use.SORT);
            case ToManyField many -> many.uses().contains(Use.SORT);
            case MeasureField measure -> measure.measure() != Measure.HEADLINE;
        });
    }
}
