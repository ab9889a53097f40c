package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField.ColumnField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a client selects in, one statement out. */
public final class CompileSelection {

    private final Publication publication;
    private final QueryLimits limits;

    public CompileSelection(Publication publication, QueryLimits limits) {
        this.publication = publication;
        this.limits = limits;
    }

    /**
     * A connection over all rows of a type. Its rows, and its total where asked, come in one row of the statement.
     *
     * @param arguments filter, orderBy, first, after, last, before
     * @param fields    what is selected of the connection
     */
    public Query<Row> connection(
            String typeName, Map<String, Object> arguments, List<SelectedField> fields, String place) {
        Scope scope = Scope.root(publication, limits);
        Reader.Many reader = new CompileConnection(scope)
                .compile(publication.type(typeName), DSL.noCondition(), arguments, fields, place);
        return new Query<>(
                Expressions.statement(Expressions.JOOQ.select(scope.cells())),
                scope.cells().size(),
                scope.needs().estimates(),
                scope.needs().settings(),
                rows -> reader.read(rows.getFirst()));
    }

    /**
     * The rows with these keys, in the order of the keys, null where there is no row.
     *
     * @param keyField the name of a field that is unique
     */
    public Query<List<@Nullable Row>> rows(
            String typeName, String keyField, List<?> keys, List<SelectedField> fields, String place) {
        ObjectType type = publication.type(typeName);
        ColumnField key = type.column(keyField);
        Scope scope = Scope.root(publication, limits);
        scope.cell(DSL.field("k.ord::text", String.class));
        Reader.ObjectReader reader = new CompileObject(scope).compile(type, fields, place);
        Field<?> array = Expressions.array(keyType(key.column().type()), keys);
        var select = Expressions.JOOQ
                .select(scope.cells())
                .from(DSL.table("unnest({0}) with ordinality as k(key, ord)", array))
                .join(Expressions.table(type.table().name(), scope.alias()))
                .on(DSL.condition(
                        "{0} = k.key",
                        Expressions.column(scope.alias(), key.column().name())));
        Needs needs = scope.needs();
        return new Query<>(
                Expressions.statement(select), scope.cells().size(), needs.estimates(), needs.settings(), rows -> {
                    List<@Nullable Row> answer = new ArrayList<>(Collections.nCopies(keys.size(), null));
                    for (List<@Nullable String> cells : rows) {
                        int position = Integer.parseInt(Objects.requireNonNull(cells.getFirst()));
                        answer.set(position - 1, reader.read(cells));
                    }
                    return answer;
                });
    }

    private static ColumnType keyType(ColumnType type) {
        if (type.plain() instanceof ColumnType.Scalar scalar) {
            return scalar;
        }
        throw new IllegalArgumentException("a column of type " + type.sql() + " cannot be a key");
    }
}
