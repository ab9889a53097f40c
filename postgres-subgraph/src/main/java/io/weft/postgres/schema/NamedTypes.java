package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The types of the database that become GraphQL types of their own name: enumerations, ranges and composites. */
record NamedTypes(Map<String, ColumnType> byName) {

    /** @throws Unpublishable where two of them, or of their parts, would have one GraphQL name, or one that is none */
    static NamedTypes of(List<ObjectType> types) {
        NamedTypes found = new NamedTypes(new TreeMap<>());
        types.forEach(type -> found.collect(type.fields()));
        return found;
    }

    private void collect(List<PublishedField> fields) {
        for (PublishedField field : fields) {
            switch (field) {
                case ColumnField column -> collect(column.column().type());
                case GroupField group -> collect(group.fields());
                case ToOneField _, ToManyField _, MeasureField _ -> {}
            }
        }
    }

    private void collect(ColumnType type) {
        switch (type) {
            case ColumnType.Enumeration _ -> add(type);
            case ColumnType.Array(ColumnType element) -> collect(element);
            case ColumnType.Domain domain -> collect(domain.base());
            case ColumnType.Range range -> {
                add(range);
                collect(range.subtype());
            }
            case ColumnType.Multirange multirange -> collect(multirange.range());
            case ColumnType.Composite composite -> {
                add(composite);
                composite.attributes().forEach(attribute -> collect(attribute.type()));
            }
            case ColumnType.Scalar _, ColumnType.Vector _, ColumnType.Other _ -> {}
        }
    }

    private void add(ColumnType type) {
        String name = GraphQlTypes.nameOf(type);
        ColumnType other = byName.put(name, type);
        if (other != null && !other.sql().equals(type.sql())) {
            throw new NameCollision(name, "the type " + other.sql(), "the type " + type.sql());
        }
        switch (type) {
            case ColumnType.Enumeration enumeration -> EnumNames.labels(enumeration);
            case ColumnType.Composite composite -> requireNames(name, composite);
            default -> {}
        }
    }

    private static void requireNames(String type, ColumnType.Composite composite) {
        Map<String, String> owners = new HashMap<>();
        owners.put(Operator.IS_NULL.graphQl(), "what its filter asks");
        for (ColumnType.Attribute attribute : composite.attributes()) {
            String name = Names.camel(attribute.name());
            String owner = "the attribute \"" + attribute.name() + "\" of " + composite.name();
            InvalidName.refuse(name, owner);
            String other = owners.put(name, owner);
            if (other != null) {
                throw new NameCollision(type + "." + name, other, owner);
            }
        }
    }
}
