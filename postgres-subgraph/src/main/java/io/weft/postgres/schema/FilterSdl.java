package io.weft.postgres.schema;

import static io.weft.postgres.schema.Definitions.field;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.List;

/** The inputs that say which rows are meant. */
final class FilterSdl {

    private final Publication publication;
    private final Definitions definitions;
    private final ValueTypeSdl values;
    private final SearchSdl searches;

    FilterSdl(Publication publication, Definitions definitions, ValueTypeSdl values, SearchSdl searches) {
        this.publication = publication;
        this.definitions = definitions;
        this.values = values;
        this.searches = searches;
    }

    /** Writes the filter of a published type and whatever it needs; its name. */
    String ofType(String typeName) {
        return ofFields(typeName, publication.type(typeName).fields());
    }

    /** Writes the filter of some fields, named after the type; its name. */
    String ofFields(String typeName, List<PublishedField> fields) {
        String name = typeName + "Filter";
        definitions.later(name, () -> filter(name, fields));
        return name;
    }

    private String filter(String name, List<PublishedField> fields) {
        StringBuilder sdl = new StringBuilder("input " + name + " {\n")
                .append(field(null, "and", "[" + name + "!]"))
                .append(field(null, "or", "[" + name + "!]"))
                .append(field("Holds where that does not hold, be it only because a value is null.", "not", name));
        fields.forEach(field -> sdl.append(ofField(field)));
        return sdl.append("}\n").toString();
    }

    private String ofField(PublishedField field) {
        return switch (field) {
            case ColumnField column
            when column.uses().contains(Use.FILTER) ->
                field(
                        column.description(),
                        column.name(),
                        ofValue(column.column().type(), column.type()));
            case GroupField group
            when isFilterable(group.fields()) -> field(null, group.name(), ofFields(group.typeName(), group.fields()));
            case ToOneField one when one.uses().contains(Use.FILTER) -> field(null, one.name(), ofType(one.typeName()));
            case ToManyField many
            when many.uses().contains(Use.FILTER) -> field(null, many.name(), ofMany(many.typeName()));
            case ColumnField _, GroupField _, ToOneField _, ToManyField _, MeasureField _ -> "";
        };
    }

    private static boolean isFilterable(List<PublishedField> fields) {
        return fields.stream().anyMatch(field -> switch (field) {
            case ColumnField column -> column.uses().contains(Use.FILTER);
            case GroupField group -> isFilterable(group.fields());
            case ToOneField one -> one.uses().contains(Use.FILTER);
            case ToManyField many -> many.uses().contains(Use.FILTER);
            case MeasureField _ -> false;
        });
    }

    private String ofMany(String type) {
        String name = type + "ManyFilter";
        if (definitions.claim(name)) {
            ofType(type);
            definitions.put(name, """
                    input %1$sManyFilter {
                      "There is a row that meets all of this."
                      some: %1$sFilter
                      "All rows meet this; true where there are none."
                      every: %1$sFilter
                      "No row meets this."
                      none: %1$sFilter
                      "There are so many rows."
                      count: %1$sCountFilter
                    }
                    """.formatted(type));
            definitions.put(type + "CountFilter", """
                    "How many there are."
                    input %1$sCountFilter {
                      "Which rows are counted; all, where nothing is said."
                      of: %1$sFilter
                      eq: Int
                      ne: Int
                      lt: Int
                      lte: Int
                      gt: Int
                      gte: Int
                    }
                    """.formatted(type));
        }
        return name;
    }

    /** The filter of a number of rows. */
    String ofCount() {
        return ofValue(ColumnType.of(ScalarKind.INTEGER), "Int");
    }

    /** Writes the operators of a type of columns; the input's name. */
    String ofValue(ColumnType type, String shown) {
        String name = FilterNames.of(type, shown);
        values.need(type);
        if (definitions.claim(name)) {
            StringBuilder sdl = new StringBuilder("input " + name + " {\n");
            for (Operator operator : Operator.of(type)) {
                String argument = operator.argumentType(type, shown);
                if (SearchSdl.isSearch(argument)) {
                    searches.need(argument);
                }
                sdl.append(field(operator.meaning(), operator.graphQl(), argument));
            }
            if (type.plain() instanceof ColumnType.Composite composite) {
                for (ColumnType.Attribute attribute : composite.attributes()) {
                    sdl.append(field(
                            attribute.comment(),
                            Names.camel(attribute.name()),
                            ofValue(attribute.type(), GraphQlTypes.nameOf(attribute.type()))));
                }
            }
            definitions.put(name, sdl.append("}\n").toString());
        }
        return name;
    }
}
