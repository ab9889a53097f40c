package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ForeignKey;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Asks for the foreign keys by which rows that were just written refer to what the caller does not see. PostgreSQL lets such a reference
 * through, and would so say what there is; here it is refused as one to nothing.
 */
public final class HiddenReferences {

    private final Publication publication;
    private final QueryLimits limits;

    public HiddenReferences(Publication publication, QueryLimits limits) {
        this.publication = publication;
        this.limits = limits;
    }

    /**
     * @param primaryKeys of the rows, as texts
     * @param fields      that were written
     * @return answers with the key's name, null where all is well; empty where nothing needs to be asked
     */
    public List<Sql> of(ObjectType type, List<List<String>> primaryKeys, Collection<String> fields) {
        List<Sql> questions = new ArrayList<>();
        for (ForeignKey key : type.table().foreignKeys()) {
            boolean written = key.columns().stream()
                    .flatMap(column -> type.ofColumn(column).stream())
                    .anyMatch(field -> fields.contains(field.name()));
            if (written
                    && isEnforced(type, key)
                    && target(key).map(Table::rowSecurity).orElse(false)) {
                questions.add(hidden(type, key, primaryKeys));
            }
        }
        return questions;
    }

    private static boolean isEnforced(ObjectType type, ForeignKey key) {
        return type.table().rule(key.name()).isPresent();
    }

    private Optional<Table> target(ForeignKey key) {
        return publication.types().stream()
                .map(ObjectType::table)
                .filter(table -> table.name().equals(key.target()))
                .findFirst();
    }

    private Sql hidden(ObjectType type, ForeignKey key, List<List<String>> primaryKeys) {
        Scope scope = Scope.root(publication, limits);
        List<Column> primary = WhichRows.primaryKey(type);
        List<Condition> same = new ArrayList<>();
        List<Condition> refers = new ArrayList<>();
        List<Condition> joined = new ArrayList<>();
        for (int i = 0; i < primary.size(); i++) {
            same.add(DSL.condition(
                    "{0} = {1}",
                    Expressions.comparable(scope.alias(), primary.get(i)),
                    DSL.sql(CompileSelection.keyColumn(primary, i))));
        }
        for (int i = 0; i < key.columns().size(); i++) {
            Field<Object> column =
                    Expressions.column(scope.alias(), key.columns().get(i));
            refers.add(column.isNotNull());
            joined.add(DSL.condition(
                    "{0} = {1}",
                    Expressions.column("target", key.targetColumns().get(i)), column));
        }
        QueryPart[] parts = {
            DSL.val(key.name()),
            CompileSelection.keys(primary, KeyedRows.columns(primary, primaryKeys)),
            Expressions.named(type.table().name(), scope.alias()),
            DSL.and(same),
            DSL.and(refers),
            Expressions.named(key.target(), "target"),
            DSL.and(joined)
        };
        return Expressions.statement(DSL.query(
                "select {0} from {1} join {2} on {3} where {4} and not exists (select 1 from {5} where {6}) limit 1",
                parts));
    }
}
