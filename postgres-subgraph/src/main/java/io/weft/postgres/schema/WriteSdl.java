package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Publication} in, its SDL out: types by name, fields in their order, only what is reachable. Equal publications
 * give equal texts.
 */
public final class WriteSdl {

    private static final String PAGING = "first: Int, after: String, last: Int, before: String";
    private static final String PAGE_INFO = """
            type PageInfo @shareable {
              hasNextPage: Boolean!
              hasPreviousPage: Boolean!
              startCursor: String
              endCursor: String
            }

            """;
    private static final String SORT_ORDER = """
            "Direction and place of nulls: last, unless said otherwise."
            enum SortOrder {
              ASC
              DESC
              ASC_NULLS_FIRST
              DESC_NULLS_FIRST
            }

            """;

    private final Publication publication;
    private final Map<String, String> types = new TreeMap<>();
    private final Set<String> filtered = new TreeSet<>();
    private final Map<String, ColumnField> columnFilters = new TreeMap<>();

    private WriteSdl(Publication publication) {
        this.publication = publication;
    }

    public static String write(Publication publication) {
        return new WriteSdl(publication).text();
    }

    private String text() {
        Set<String> connected = new LinkedHashSet<>();
        for (ObjectType type : publication.types()) {
            writeObject(type.name(), type.description(), keys(type), type.fields(), connected);
        }
        publication.roots().stream()
                .filter(Root.Connection.class::isInstance)
                .forEach(root -> connected.add(root.typeName()));
        connected.forEach(this::writeConnection);
        connected.forEach(name -> writeFilter(publication.type(name)));
        columnFilters.forEach((name, field) -> types.put(name, columnFilter(name, field)));
        StringBuilder sdl = new StringBuilder();
        if (!publication.roots().isEmpty()) {
            sdl.append("extend type Query {\n");
            publication.roots().stream()
                    .sorted(java.util.Comparator.comparing(Root::name))
                    .forEach(root -> sdl.append(root(root)));
            sdl.append("}\n\n");
        }
        types.values().forEach(sdl::append);
        if (!connected.isEmpty()) {
            sdl.append(PAGE_INFO).append(SORT_ORDER);
        }
        return sdl.toString();
    }

    private static String keys(ObjectType type) {
        StringBuilder keys = new StringBuilder();
        type.keys().forEach(key -> keys.append(" @key(fields: \"").append(key).append("\")"));
        return keys.toString();
    }

    private String root(Root root) {
        return description(root.description(), "  ")
                + switch (root) {
                    case Root.Connection connection ->
                        "  " + connection.name() + "(" + arguments(connection.typeName()) + "): "
                                + connection.typeName() + "Connection!\n";
                    case Root.Lookup lookup ->
                        "  " + lookup.name() + "(" + lookup.keyField() + ": "
                                + publication
                                        .type(lookup.typeName())
                                        .column(lookup.keyField())
                                        .type() + "!): "
                                + lookup.typeName() + "\n";
                };
    }

    private String arguments(String type) {
        return "filter: " + type + "Filter, orderBy: [" + type + "Order!], " + PAGING;
    }

    private void writeObject(
            String name,
            @Nullable String description,
            String directives,
            List<PublishedField> fields,
            Set<String> connected) {
        StringBuilder sdl = new StringBuilder(description(description, ""))
                .append("type ")
                .append(name)
                .append(directives)
                .append(" {\n");
        for (PublishedField field : fields) {
            sdl.append(description(field.description(), "  ")).append("  ").append(field.name());
            switch (field) {
                case ColumnField column ->
                    sdl.append(": ")
                            .append(GraphQlTypes.output(column))
                            .append(column.directives().isEmpty() ? "" : " " + column.directives());
                case GroupField group -> {
                    writeObject(group.typeName(), group.description(), "", group.fields(), connected);
                    sdl.append(": ").append(group.typeName()).append(group.nonNull() ? "!" : "");
                }
                case ToOneField one -> sdl.append(": ").append(one.typeName());
                case ToManyField many -> {
                    connected.add(many.typeName());
                    sdl.append("(")
                            .append(arguments(many.typeName()))
                            .append("): ")
                            .append(many.typeName())
                            .append("Connection!");
                }
            }
            sdl.append("\n");
        }
        types.put(name, sdl.append("}\n\n").toString());
    }

    private void writeConnection(String type) {
        types.put(type + "Connection", """
                type %1$sConnection {
                  "How many there are in all, whatever the page."
                  totalCount: Int!
                  edges: [%1$sEdge!]!
                  nodes: [%1$s!]!
                  pageInfo: PageInfo!
                }

                """.formatted(type));
        types.put(type + "Edge", """
                type %1$sEdge {
                  cursor: String!
                  node: %1$s!
                }

                """.formatted(type));
        StringBuilder order = new StringBuilder("\"One field each: the list says which comes first.\"\ninput ")
                .append(type)
                .append("Order {\n");
        sortable(publication.type(type))
                .forEach(field -> order.append("  ").append(field.name()).append(": SortOrder\n"));
        types.put(type + "Order", order.append("}\n\n").toString());
    }

    /** The fields a type can be ordered by. */
    static List<ColumnField> sortable(ObjectType type) {
        return type.fields().stream()
                .filter(ColumnField.class::isInstance)
                .map(ColumnField.class::cast)
                .filter(field -> field.uses().contains(Use.SORT)
                        && field.column().type() instanceof ColumnType.Scalar(var kind)
                        && kind != io.weft.postgres.catalog.ScalarKind.JSONB)
                .toList();
    }

    private void writeFilter(ObjectType type) {
        if (!filtered.add(type.name())) {
            return;
        }
        StringBuilder sdl = new StringBuilder("input ")
                .append(type.name())
                .append("Filter {\n  and: [")
                .append(type.name())
                .append("Filter!]\n  or: [")
                .append(type.name())
                .append("Filter!]\n  not: ")
                .append(type.name())
                .append("Filter\n");
        for (PublishedField field : type.fields()) {
            switch (field) {
                case ColumnField column -> {
                    if (column.uses().contains(Use.FILTER)) {
                        String name = filterName(column);
                        columnFilters.putIfAbsent(name, column);
                        sdl.append(description(column.description(), "  "))
                                .append("  ")
                                .append(column.name())
                                .append(": ")
                                .append(name)
                                .append("\n");
                    }
                }
                case GroupField _ -> {}
                case ToOneField one -> {
                    if (one.uses().contains(Use.FILTER)) {
                        writeFilter(publication.type(one.typeName()));
                        sdl.append("  ")
                                .append(one.name())
                                .append(": ")
                                .append(one.typeName())
                                .append("Filter\n");
                    }
                }
                case ToManyField many -> {
                    if (many.uses().contains(Use.FILTER)) {
                        writeFilter(publication.type(many.typeName()));
                        writeManyFilter(many.typeName());
                        sdl.append("  ")
                                .append(many.name())
                                .append(": ")
                                .append(many.typeName())
                                .append("ManyFilter\n");
                    }
                }
            }
        }
        types.put(type.name() + "Filter", sdl.append("}\n\n").toString());
    }

    private void writeManyFilter(String type) {
        types.put(type + "ManyFilter", """
                input %1$sManyFilter {
                  "There is a row that meets all of this."
                  some: %1$sFilter
                  "All rows meet this; true where there are none."
                  every: %1$sFilter
                  "No row meets this."
                  none: %1$sFilter
                }

                """.formatted(type));
    }

    /**
     * A filter's name tells its operators: services that are composed intersect inputs of one name, so a text that is shown as an
     * ID must not share its filter's name with a number that is.
     */
    private static String filterName(ColumnField field) {
        return switch (field.column().type()) {
            case ColumnType.Other _ -> "OtherFilter";
            case ColumnType.Array _ -> field.type() + "ListFilter";
            case ColumnType.Vector _ -> "VectorFilter";
            case ColumnType.Scalar(ScalarKind kind) ->
                (field.type().equals(GraphQlTypes.nameOf(field.column().type())) ? "" : capitalized(kind))
                        + field.type() + "Filter";
        };
    }

    private static String capitalized(ScalarKind kind) {
        String name = kind.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String columnFilter(String name, ColumnField field) {
        StringBuilder sdl = new StringBuilder("input ").append(name).append(" {\n");
        for (Operator operator : Operator.of(field.column().type())) {
            sdl.append(description(operator.meaning(), "  "))
                    .append("  ")
                    .append(operator.graphQl())
                    .append(": ")
                    .append(operator.argumentType(field.column().type(), field.type()))
                    .append("\n");
        }
        return sdl.append("}\n\n").toString();
    }

    private static String description(@Nullable String text, String indent) {
        if (text == null || text.isBlank()) {
            return "";
        }
        String safe = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n");
        return indent + "\"" + safe.strip().replaceAll("\\p{Cntrl}", " ") + "\"\n";
    }
}
