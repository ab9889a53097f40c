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
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The tables of one statement of a selector: one alias for each table that is looked up by key. */
final class SelectionScope {

    private final @Nullable Publication publication;
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

    /** For a service that publishes no table of it. */
    SelectionScope(TableName entities, String keyColumn, Aliases aliases) {
        this.publication = null;
        this.keyColumn = keyColumn;
        this.aliases = aliases;
        String alias = aliases.next();
        this.entities = new Rows(
                entities.toString(), Expressions.table(entities, alias), alias, keyColumn, true, DSL.noCondition());
    }

    Publication publication() {
        return Objects.requireNonNull(publication, "there are no published types here");
    }

    /** The rows of a statement whose columns are to be called so; the first of them is {@code key}, no key twice. */
    Rows given(SqlTemplate statement, String columns) {
        return given(statement.part(), columns);
    }

    /** The same of a statement that may say something of what is selected. */
    Rows given(SqlTemplate statement, String columns, Select<?> selected) {
        return given(statement.part(selected), columns);
    }

    Rows given(Field<Object> statement, String columns) {
        String alias = aliases.next();
        org.jooq.Table<?> table = DSL.table("({0}) as {1}({2})", statement, DSL.name(alias), DSL.sql(columns));
        return new Rows(alias, table, alias, "key", true, DSL.noCondition());
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
                .map(column -> rows(publication().type(typeName).table(), column));
    }

    private Rows rows(Table table, String column) {
        String alias = byTable.computeIfAbsent(table.name(), _ -> aliases.next());
        return new Rows(
                table.name().toString(),
                Expressions.table(table.name(), alias),
                alias,
                column,
                table.isUnique(List.of(column)),
                DSL.noCondition());
    }
}
