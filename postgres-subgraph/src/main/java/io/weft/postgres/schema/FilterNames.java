package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.VectorKind;
import java.util.Locale;

/**
 * A filter's name tells its operators: services that are composed intersect inputs of one name, so a text that is shown as an ID must not
 * share its filter's name with a number that is.
 */
final class FilterNames {

    private FilterNames() {}

    /** @param shown the GraphQL type its values, or elements, are shown as */
    static String of(ColumnType type, String shown) {
        return switch (type.plain()) {
            case ColumnType.Scalar(ScalarKind kind) -> scalar(kind, shown) + "Filter";
            case ColumnType.Array array ->
                element(array.innermost(), shown) + "List".repeat(GraphQlTypes.lists(array)) + "Filter";
            case ColumnType.Multirange _ -> shown + "MultirangeFilter";
            case ColumnType.Vector(VectorKind kind, int _) ->
                kind == VectorKind.SPARSEVEC ? "SparseVectorFilter" : "VectorFilter";
            case ColumnType.Other _,
                    ColumnType.Enumeration _,
                    ColumnType.Range _,
                    ColumnType.Composite _,
                    ColumnType.Domain _ -> element(type.plain(), shown) + "Filter";
        };
    }

    /** Without the filter's own word: a type that is shown as another one says both. */
    private static String element(ColumnType element, String shown) {
        return switch (element) {
            case ColumnType.Other _ -> shown.equals("String") ? "Other" : "Other" + shown;
            case ColumnType.Enumeration _, ColumnType.Range _, ColumnType.Composite _ -> {
                String name = GraphQlTypes.nameOf(element);
                yield shown.equals(name) ? name : name + shown;
            }
            case ColumnType.Scalar(ScalarKind kind)
            when kind == ScalarKind.XML || kind == ScalarKind.TSVECTOR -> scalar(kind, shown);
            default -> shown;
        };
    }

    private static String scalar(ScalarKind kind, String shown) {
        return switch (kind) {
            case TSVECTOR -> "TextVector";
            case XML -> "Xml";
            default -> shown.equals(GraphQlTypes.nameOf(ColumnType.of(kind))) ? shown : family(kind) + shown;
        };
    }

    private static String family(ScalarKind kind) {
        String name = kind.isText() ? ScalarKind.TEXT.name() : kind.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
