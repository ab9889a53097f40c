package io.weft.postgres.sql;

import io.weft.postgres.catalog.Table;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.sql.KeyRelation.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;

/** The tables of one statement of a selector: one alias for each table that is looked up by key. */
final class SelectionScope {

    private final Publication publication;
    private final String keyColumn;
    private final Aliases aliases;
    private final Rows entities;
    private final Map<TableName, String> byTable = new HashMap<>();

    SelectionScope(Publication publication, Selector selector, Aliases aliases) {
        this.publication = publication;
        this.keyColumn = selector.keyColumn();
        this.aliases = aliases;
        this.entities = rows(selector.type().table(), keyColumn);
    }

    Publication publication() {
        return publication;
    }

    Aliases aliases() {
        return aliases;
    }

    String keyColumn() {
        return keyColumn;
    }

    /** All rows of the entities' own table. */
    Rows entities() {
        return entities;
    }

    /** The rows of a published type that carry the entity's key; empty where the joins go another way. */
    Optional<Rows> byKey(String typeName, List<Join> joins) {
        return CompileKeys.keyColumn(joins, keyColumn)
                .map(column -> rows(publication.type(typeName).table(), column));
    }

    private Rows rows(Table table, String column) {
        String alias = byTable.computeIfAbsent(table.name(), _ -> aliases.next());
        return new Rows(table.name(), alias, column, table.isUnique(List.of(column)), DSL.noCondition());
    }
}
