package io.weft.postgres.registry;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.ToOneField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The archive's {@code Record} as a service shows it that adds something to it: its two keys, and what is added. */
public final class RecordType {

    private static final ParentRow PARENT = ParentRow.RECORD;

    /** From a record to the rows that belong to it. */
    public static final List<Join> TO_ROWS = List.of(new Join("number", PARENT.number()));

    private RecordType() {}

    /** With a group of fields, one for each registered type; without the group while it would be empty. */
    public static ObjectType with(Catalog catalog, GroupField group) {
        Table table = catalog.table(PARENT.table().schema(), PARENT.table().name());
        List<PublishedField> fields = new ArrayList<>(List.of(
                ColumnField.of(table.column("srn")).typed("ID").described(null),
                ColumnField.of(table.column("number"))
                        .typed("Int")
                        .directed("@inaccessible")
                        .described(null)));
        if (!group.fields().isEmpty()) {
            fields.add(group.nullable());
        }
        return new ObjectType("Record", null, table, fields, List.of("srn", "number"));
    }

    /** The field of a row that leads to its record. */
    public static PublishedField ofRow() {
        return new ToOneField("record", null, "Record", List.of(new Join(PARENT.number(), "number")), Set.of());
    }
}
