package io.weft.postgres.schema;

import static io.weft.postgres.schema.Definitions.description;
import static io.weft.postgres.schema.Definitions.field;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The types of values that are no rows: scalars, and the database's own enumerations, ranges and composites. */
final class ValueTypeSdl {

    private static final Map<String, String> SCALARS = Map.ofEntries(
            Map.entry("Decimal", "A number of any size and precision, as a text that loses nothing: \"0.10\"."),
            Map.entry("LocalTime", "A time of day: 12:30:00.5."),
            Map.entry("OffsetTime", "A time of day with its offset from UTC: 12:30:00+02:00."),
            Map.entry("LocalDateTime", "A date and a time of day in no time zone: 2026-01-31T12:30:00."),
            Map.entry("Duration", "How long something takes, as ISO 8601: P1Y2M3DT4H5M6.5S."),
            Map.entry("Bytes", "Bytes in Base64."),
            Map.entry("IpAddress", "An IPv4 or IPv6 address, with or without its network: 10.1.2.3, 10.1.2.3/8."),
            Map.entry("IpNetwork", "An IPv4 or IPv6 network: 10.0.0.0/8."),
            Map.entry("MacAddress", "A MAC address: 08:00:2b:01:02:03."),
            Map.entry("BitString", "Bits, the first one first: 10110."),
            Map.entry(
                    "SparseVector",
                    "A vector of which only what is not zero is said, counted from 1, and its dimension: {1:0.5,3:2}/5."));

    private static final Set<String> INPUTS = Set.of(
            "TextSearch",
            "TextRankOrder",
            "TrigramMetric",
            "TrigramSimilarity",
            "TrigramSimilarityOrder",
            "VectorMetric",
            "VectorDistance",
            "VectorDistanceOrder",
            "SparseVectorDistance",
            "SparseVectorDistanceOrder",
            "SortOrder",
            "DateTruncation",
            "PageInfo");

    /** What GraphQL, federation and all services define. */
    private static final Set<String> COMMON = Set.of(
            "Query",
            "Mutation",
            "Subscription",
            "String",
            "Int",
            "Float",
            "Boolean",
            "ID",
            "Long",
            "UUID",
            "Date",
            "DateTime",
            "JSON",
            "URL",
            "Vector",
            "KeySet",
            "FieldSet",
            "_Any",
            "_Entity",
            "_Service");

    /** Names that no table's type may have. */
    static final Set<String> RESERVED = reserved();

    private final Definitions definitions;

    ValueTypeSdl(Definitions definitions) {
        this.definitions = definitions;
    }

    private static Set<String> reserved() {
        Set<String> names = new TreeSet<>(SCALARS.keySet());
        names.addAll(INPUTS);
        names.addAll(COMMON);
        for (ScalarKind kind : ScalarKind.values()) {
            ColumnType type = ColumnType.of(kind);
            names.add(FilterNames.of(type, GraphQlTypes.nameOf(type)));
            names.add(FilterNames.of(new ColumnType.Array(type), GraphQlTypes.nameOf(type)));
        }
        return names;
    }

    /** Writes what the values of a column need. */
    void need(ColumnType type) {
        switch (type) {
            case ColumnType.Scalar _, ColumnType.Vector _ -> scalar(GraphQlTypes.nameOf(type));
            case ColumnType.Array(ColumnType element) -> need(element);
            case ColumnType.Domain domain -> need(domain.base());
            case ColumnType.Enumeration enumeration -> enumeration(enumeration);
            case ColumnType.Range range -> range(range);
            case ColumnType.Multirange multirange -> range(multirange.range());
            case ColumnType.Composite composite -> composite(composite);
            case ColumnType.Other _ -> {}
        }
    }

    /** Writes a scalar, where it is none of GraphQL's or of all services'. */
    void scalar(String name) {
        String meaning = SCALARS.get(name);
        if (meaning != null && definitions.claim(name)) {
            definitions.put(name, description(meaning, "") + "scalar " + name + "\n");
        }
    }

    private void enumeration(ColumnType.Enumeration type) {
        String name = GraphQlTypes.nameOf(type);
        if (!definitions.claim(name)) {
            return;
        }
        StringBuilder sdl = new StringBuilder(description(type.comment(), "")).append("enum " + name + " {\n");
        EnumNames.labels(type).forEach((value, label) -> {
            String meaning = value.equals(label) ? null : "\"" + label + "\"";
            sdl.append(description(meaning, "  ")).append("  ").append(value).append("\n");
        });
        definitions.put(name, sdl.append("}\n").toString());
    }

    private void range(ColumnType.Range type) {
        String name = GraphQlTypes.nameOf(type);
        if (!definitions.claim(name)) {
            return;
        }
        need(type.subtype());
        String bound = GraphQlTypes.nameOf(type.subtype());
        definitions.put(name, """
                "All values between two bounds; no bound on a side that is open."
                type %1$s @shareable {
                  lower: %2$s
                  upper: %2$s
                  "Whether the lower bound itself belongs to it."
                  lowerInclusive: Boolean!
                  "Whether the upper bound itself belongs to it."
                  upperInclusive: Boolean!
                  "Whether no value belongs to it; it has no bounds then."
                  isEmpty: Boolean!
                }
                """.formatted(name, bound));
        definitions.put(name + "Input", """
                "All values between two bounds; leave a bound out for a side that is open."
                input %1$sInput {
                  lower: %2$s
                  upper: %2$s
                  lowerInclusive: Boolean! = true
                  upperInclusive: Boolean! = false
                  "No value at all; the bounds say nothing then."
                  isEmpty: Boolean! = false
                }
                """.formatted(name, bound));
    }

    private void composite(ColumnType.Composite type) {
        String name = GraphQlTypes.nameOf(type);
        if (!definitions.claim(name)) {
            return;
        }
        StringBuilder output =
                new StringBuilder(description(type.comment(), "")).append("type " + name + " @shareable {\n");
        StringBuilder input = new StringBuilder(description(type.comment(), "")).append("input " + name + "Input {\n");
        for (ColumnType.Attribute attribute : type.attributes()) {
            need(attribute.type());
            String field = Names.camel(attribute.name());
            output.append(field(attribute.comment(), field, GraphQlTypes.output(attribute.type())));
            input.append(field(
                    attribute.comment(),
                    field,
                    GraphQlTypes.input(attribute.type(), GraphQlTypes.nameOf(attribute.type()))));
        }
        definitions.put(name, output.append("}\n").toString());
        definitions.put(name + "Input", input.append("}\n").toString());
    }
}
