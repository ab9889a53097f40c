package io.weft.postgres.schema;

import static io.weft.postgres.schema.Definitions.field;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.List;
import java.util.Optional;

/** What is said of a selection as a whole: for each column its most frequent values, or a histogram. */
final class FacetSdl {

    private final Publication publication;
    private final Definitions definitions;
    private final String keyColumn;

    FacetSdl(Publication publication, Definitions definitions, String keyColumn) {
        this.publication = publication;
        this.definitions = definitions;
        this.keyColumn = keyColumn;
    }

    /** Writes the type of the facets of some fields, named after the type; its name, empty where there are none. */
    Optional<String> ofFields(String typeName, List<PublishedField> fields) {
        String name = typeName + "Facets";
        StringBuilder sdl = new StringBuilder();
        fields.forEach(field -> sdl.append(ofField(field)));
        if (sdl.isEmpty()) {
            return Optional.empty();
        }
        definitions.put(name, "type " + name + " {\n" + sdl + "}\n");
        return Optional.of(name);
    }

    private String ofField(PublishedField field) {
        return switch (field) {
            case ColumnField column
            when Facet.of(column).isPresent() ->
                ofColumn(column, Facet.of(column).get());
            case GroupField group -> object(group.name(), group.typeName(), group.fields());
            case ToOneField one when byKey(one.joins()) -> rows(one.name(), one.typeName());
            case ToManyField many when byKey(many.joins()) -> rows(many.name(), many.typeName());
            case ColumnField _, ToOneField _, ToManyField _, MeasureField _ -> "";
        };
    }

    private boolean byKey(List<Join> joins) {
        return joins.size() == 1 && joins.getFirst().column().equals(keyColumn);
    }

    private String rows(String name, String typeName) {
        List<PublishedField> columns = publication.type(typeName).fields().stream()
                .filter(ColumnField.class::isInstance)
                .toList();
        return object(name, typeName, columns);
    }

    private String object(String name, String typeName, List<PublishedField> fields) {
        return ofFields(typeName, fields).map(type -> field(null, name, type)).orElse("");
    }

    private String ofColumn(ColumnField column, Facet facet) {
        return switch (facet) {
            case NUMBERS -> {
                definitions.put("NumberFacet", """
                        "Numbers, as a whole. Entities without one are not counted."
                        type NumberFacet @shareable {
                          min: Float
                          max: Float
                          "Parts of equal width from the least to the greatest, those without any too."
                          histogram(buckets: Int! = 10): [FacetBucket!]!
                        }
                        """);
                definitions.put("FacetBucket", """
                        type FacetBucket @shareable {
                          from: Float!
                          "Not of it, unless it is the greatest."
                          to: Float!
                          "How many entities there are."
                          count: Int!
                        }
                        """);
                yield field(null, column.name(), "NumberFacet");
            }
            case VALUES -> {
                String name = column.type() + "Facet";
                definitions.put(name, """
                        type %s @shareable {
                          "Null stands for rows without a value."
                          value: %s
                          "How many entities have it."
                          count: Int!
                        }
                        """.formatted(name, column.type()));
                yield ofValues(column, "[" + name + "!]");
            }
        };
    }

    private String ofValues(ColumnField column, String type) {
        if (GraphQlTypes.isMoment(column.column().type())) {
            definitions.put("DateTruncation", AggregateSdl.TRUNCATION);
            return field(
                    "The most frequent first: of the values, or of the years, months, … that they are in.",
                    column.name() + "(top: Int! = 10, truncate: DateTruncation)",
                    type);
        }
        boolean isList = column.column().type().plain() instanceof ColumnType.Array;
        return field(
                isList
                        ? "The most frequent elements first. One that a list has twice counts once."
                        : "The most frequent first.",
                column.name() + "(top: Int! = 10)",
                type);
    }

    /** What can be said of many values of a column. */
    enum Facet {
        NUMBERS,
        VALUES;

        static Optional<Facet> of(ColumnField column) {
            ColumnType type = column.column().type();
            if (!column.uses().contains(Use.FILTER) || !GraphQlTypes.isOrdered(type.innermost())) {
                return Optional.empty();
            }
            return Optional.of(GraphQlTypes.isNumber(type) ? NUMBERS : VALUES);
        }
    }
}
