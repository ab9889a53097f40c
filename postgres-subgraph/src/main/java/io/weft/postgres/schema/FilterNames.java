package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.VectorKind;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A filter's name tells its operators: services that are composed intersect inputs of one name, so a text that is shown as an ID must not
 * share its filter's name with a number that is.
 */
final class FilterNames {

    private FilterNames() {}

    /** Of all columns. */
    static Set<String> of(List<ObjectType> types) {
        Set<String> names = new HashSet<>();
        types.forEach(type -> collect(type.fields(), names));
        return names;
    }

    private static void collect(List<PublishedField> fields, Set<String> names) {
        for (PublishedField field : fields) {
            switch (field) {
                case ColumnField column -> collect(column.column().type(), column.type(), names);
                case GroupField group -> collect(group.fields(), names);
                case ToOneField _, ToManyField _, MeasureField _ -> {}
            }
        }
    }

    private static void collect(ColumnType type, String shown, Set<String> names) {
        names.add(of(type, shown));
        if (type.plain() instanceof ColumnType.Composite composite) {
            composite.attributes().forEach(part -> collect(part.type(), GraphQlTypes.nameOf(part.type()), names));
        }
    }

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
