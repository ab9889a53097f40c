package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The types of the database that become GraphQL types of their own name: enumerations, ranges and composites. */
record NamedTypes(Map<String, ColumnType> byName) {

    /** @throws NameCollision where two types would have one GraphQL name */
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
    }
}
