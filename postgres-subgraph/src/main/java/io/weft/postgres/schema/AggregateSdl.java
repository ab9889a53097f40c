package io.weft.postgres.schema;

import static io.weft.postgres.schema.Definitions.description;
import static io.weft.postgres.schema.Definitions.field;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import java.util.List;

/** What all rows of a connection come to, and what they come to by groups. */
final class AggregateSdl {

    static final String TRUNCATION = """
            "How much of a date or a moment, in UTC, tells groups apart."
            enum DateTruncation {
              YEAR
              QUARTER
              MONTH
              WEEK
              DAY
              HOUR
              MINUTE
              SECOND
            }
            """;

    private final Publication publication;
    private final Definitions definitions;
    private final ValueTypeSdl values;
    private final FilterSdl filters;
    private final OrderSdl orders;

    AggregateSdl(
            Publication publication, Definitions definitions, ValueTypeSdl values, FilterSdl filters, OrderSdl orders) {
        this.publication = publication;
        this.definitions = definitions;
        this.values = values;
        this.filters = filters;
        this.orders = orders;
    }

    /** The fields of a connection that answer with aggregates, whose types it writes. */
    String fieldsOf(String typeName) {
        List<ColumnField> columns = OrderSdl.columns(publication.type(typeName));
        if (definitions.claim(typeName + "Aggregate")) {
            writeAggregate(typeName, columns);
            if (!columns.isEmpty()) {
                writeGroups(typeName, columns);
            }
        }
        String groups = columns.isEmpty()
                ? ""
                : field(
                        "What they come to by groups, in the order of their keys unless said otherwise.",
                        "groups(by: [%1$sAggregateGrouping!]!, having: %1$sAggregateHaving, orderBy: [%1$sAggregateOrder!], first: Int, offset: Int)"
                                .formatted(typeName),
                        "[" + typeName + "AggregateGroup!]!");
        return field("What all of them come to, whatever the page.", "aggregate", typeName + "Aggregate!") + groups;
    }

    private void writeAggregate(String typeName, List<ColumnField> columns) {
        StringBuilder sdl = new StringBuilder("type " + typeName + "Aggregate {\n")
                .append(field("How many rows there are.", "count", "Int!"));
        for (AggregateFunction function : AggregateFunction.values()) {
            if (!function.known(columns).isEmpty()) {
                String arguments = function == AggregateFunction.PERCENTILE ? "(fraction: Float!)" : "";
                sdl.append(field(
                        function.meaning(),
                        function.graphQl() + arguments,
                        ofResults(typeName, function, columns) + "!"));
            }
        }
        definitions.put(typeName + "Aggregate", sdl.append("}\n").toString());
    }

    /** Writes a type with a field for each column that the function knows. */
    private String ofResults(String typeName, AggregateFunction function, List<ColumnField> columns) {
        String name = typeName + "Aggregate" + shape(function);
        if (definitions.claim(name)) {
            StringBuilder sdl = new StringBuilder("type " + name + " {\n");
            function.known(columns).forEach(column -> {
                values.need(function.result(column.column().type()));
                sdl.append(field(null, column.name(), shown(function, column)));
            });
            definitions.put(name, sdl.append("}\n").toString());
        }
        return name;
    }

    /** Functions whose results look alike share their types. */
    private static String shape(AggregateFunction function) {
        return switch (function) {
            case DISTINCT -> "Counts";
            case MIN, MAX -> "Extremes";
            case SUM -> "Sums";
            case AVG, STDDEV, PERCENTILE -> "Averages";
        };
    }

    private static String shown(AggregateFunction function, ColumnField column) {
        ColumnType type = column.column().type();
        return function == AggregateFunction.MIN || function == AggregateFunction.MAX
                ? column.type()
                : GraphQlTypes.nameOf(function.result(type));
    }

    private void writeGroups(String typeName, List<ColumnField> columns) {
        String name = typeName + "Aggregate";
        StringBuilder enumeration = new StringBuilder("enum " + name + "Column {\n");
        StringBuilder key = new StringBuilder("\"Of the columns that were grouped by; the others are null.\"\n")
                .append("type " + name + "Key {\n");
        for (ColumnField column : columns) {
            enumeration
                    .append(description(column.description(), "  "))
                    .append("  ")
                    .append(column.name())
                    .append("\n");
            key.append(field(column.description(), column.name(), column.type()));
        }
        definitions.put(name + "Column", enumeration.append("}\n").toString());
        definitions.put(name + "Key", key.append("}\n").toString());
        definitions.put("DateTruncation", TRUNCATION);
        definitions.put(name + "Grouping", """
                input %1$sGrouping {
                  column: %1$sColumn!
                  "Only of a date or a moment."
                  truncate: DateTruncation
                }
                """.formatted(name));
        definitions.put(name + "Group", """
                "Rows that are alike in what they were grouped by."
                type %1$sGroup {
                  key: %1$sKey!
                  aggregate: %1$s!
                }
                """.formatted(name));
        writeHaving(name, typeName, columns);
        writeOrder(name, typeName, columns);
    }

    private void writeHaving(String name, String typeName, List<ColumnField> columns) {
        StringBuilder sdl = new StringBuilder("\"Which groups are meant, by what they come to.\"\n")
                .append("input " + name + "Having {\n")
                .append(field(null, "and", "[" + name + "Having!]"))
                .append(field(null, "or", "[" + name + "Having!]"))
                .append(field(null, "not", name + "Having"))
                .append(field(null, "count", filters.ofCount()));
        for (AggregateFunction function : AggregateFunction.values()) {
            if (function != AggregateFunction.PERCENTILE
                    && !function.known(columns).isEmpty()) {
                String having = typeName + "Aggregate" + shape(function) + "Having";
                if (definitions.claim(having)) {
                    StringBuilder results = new StringBuilder("input " + having + " {\n");
                    function.known(columns)
                            .forEach(column -> results.append(field(
                                    null,
                                    column.name(),
                                    filters.ofValue(
                                            function.result(column.column().type()), shown(function, column)))));
                    definitions.put(having, results.append("}\n").toString());
                }
                sdl.append(field(null, function.graphQl(), having));
            }
        }
        definitions.put(name + "Having", sdl.append("}\n").toString());
    }

    private void writeOrder(String name, String typeName, List<ColumnField> columns) {
        StringBuilder sdl = new StringBuilder(OrderSdl.ONE_EACH)
                .append("input " + name + "Order {\n")
                .append(field(
                        "By a column that was grouped by.",
                        "key",
                        orders.ofFunction(AggregateFunction.DISTINCT, publication.type(typeName))))
                .append(field(null, "count", "SortOrder"));
        for (AggregateFunction function : AggregateFunction.values()) {
            if (function != AggregateFunction.PERCENTILE
                    && !function.known(columns).isEmpty()) {
                sdl.append(field(null, function.graphQl(), ofOrder(typeName, function, columns)));
            }
        }
        definitions.put(name + "Order", sdl.append("}\n").toString());
    }

    /** Of the columns that the function knows, as it is not known of all that have an order. */
    private String ofOrder(String typeName, AggregateFunction function, List<ColumnField> columns) {
        boolean extremes = function == AggregateFunction.MIN || function == AggregateFunction.MAX;
        if (!extremes) {
            return orders.ofFunction(function, publication.type(typeName));
        }
        return orders.ofColumns(typeName + "AggregateExtremesOrder", function.known(columns));
    }
}
