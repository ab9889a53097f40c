package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
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
        Column key = type.column(keyField).column();
        List<List<String>> texts = keys.stream()
                .map(value -> List.of(WriteValue.text(key.type(), value)))
                .toList();
        return rows(type, List.of(key), texts, fields, place);
    }

    /**
     * The same for keys of any number of columns.
     *
     * @param keys per row the texts of its key's columns, as PostgreSQL writes them
     */
    public Query<List<@Nullable Row>> rows(
            ObjectType type, List<Column> key, List<List<String>> keys, List<SelectedField> fields, String place) {
        Scope scope = Scope.root(publication, limits);
        scope.cell(DSL.field("k.ord::text", String.class));
        Reader.ObjectReader reader = new CompileObject(scope).compile(type, fields, place);
        Needs needs = scope.needs();
        return new Query<>(
                Expressions.statement(select(type, key, keys, scope)),
                scope.cells().size(),
                needs.estimates(),
                needs.settings(),
                rows -> inOrder(rows, keys.size(), reader));
    }

    /**
     * The rows of several types by their keys: one statement, a select for each group. Of one group its cells are the statement's columns;
     * of several they are gathered in one, because their numbers differ.
     */
    public Query<List<List<@Nullable Row>>> entities(List<KeyedRows> groups, List<SelectedField> fields) {
        if (groups.size() == 1) {
            KeyedRows only = groups.getFirst();
            Query<List<@Nullable Row>> rows = rows(
                    only.type(), only.key(), only.keys(), fields, only.type().name());
            return new Query<>(
                    rows.sql(),
                    rows.cells(),
                    rows.estimates(),
                    rows.settings(),
                    answer -> List.of(rows.read().apply(answer)));
        }
        Scope shared = Scope.root(publication, limits);
        List<Select<?>> selects = new ArrayList<>();
        List<Reader.ObjectReader> readers = new ArrayList<>();
        for (KeyedRows group : groups) {
            Scope scope = shared.beside();
            scope.cell(DSL.field("k.ord::text", String.class));
            readers.add(new CompileObject(scope)
                    .compile(group.type(), fields, group.type().name()));
            Scope gathered = scope.again();
            gathered.cell(DSL.inline(String.valueOf(readers.size() - 1), SQLDataType.CLOB));
            gathered.cell(DSL.field("{0}::text", SQLDataType.CLOB, Expressions.array(scope.cells())));
            selects.add(select(group.type(), group.key(), group.keys(), gathered));
        }
        QueryPart all = selects.getFirst();
        for (Select<?> next : selects.subList(1, selects.size())) {
            all = DSL.query("{0} union all {1}", all, next);
        }
        return new Query<>(
                Expressions.statement(DSL.query("{0}", all)),
                2,
                shared.needs().estimates(),
                shared.needs().settings(),
                rows -> IntStream.range(0, groups.size())
                        .mapToObj(i ->
                                inOrder(ofGroup(rows, i), groups.get(i).keys().size(), readers.get(i)))
                        .toList());
    }

    private static List<List<@Nullable String>> ofGroup(List<List<@Nullable String>> rows, int group) {
        return rows.stream()
                .filter(row -> String.valueOf(group).equals(row.getFirst()))
                .map(row -> ArrayText.elements(Objects.requireNonNull(row.get(1))))
                .toList();
    }

    private static Select<?> select(ObjectType type, List<Column> key, List<List<String>> keys, Scope scope) {
        List<Condition> joined = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            joined.add(DSL.condition(
                    "{0} = {1}", Expressions.column(scope.alias(), key.get(i).name()), DSL.sql(keyColumn(key, i))));
        }
        return Expressions.JOOQ
                .select(scope.cells())
                .from(DSL.table("{0}", keys(key, keys)))
                .join(Expressions.table(type.table().name(), scope.alias()))
                .on(DSL.and(joined));
    }

    private static List<@Nullable Row> inOrder(
            List<List<@Nullable String>> rows, int size, Reader.ObjectReader reader) {
        List<@Nullable Row> answer = new ArrayList<>(Collections.nCopies(size, null));
        for (List<@Nullable String> cells : rows) {
            int position = Integer.parseInt(Objects.requireNonNull(cells.getFirst()));
            answer.set(position - 1, reader.read(cells));
        }
        return answer;
    }

    /** The keys as a table {@code k} of their columns and their place, counted from 1. */
    static QueryPart keys(List<Column> key, List<List<String>> keys) {
        QueryPart[] arrays = new QueryPart[key.size()];
        for (int i = 0; i < key.size(); i++) {
            int at = i;
            arrays[i] = Expressions.arrayOfTexts(
                    key.get(i).type().plain(),
                    keys.stream().map(values -> values.get(at)).toList());
        }
        return DSL.field("unnest({0}) with ordinality as k({1}, ord)", DSL.list(arrays), DSL.sql(names(key)));
    }

    static QueryPart keyColumns(List<Column> key) {
        return DSL.sql(
                IntStream.range(0, key.size()).mapToObj(i -> keyColumn(key, i)).collect(Collectors.joining(", ")));
    }

    static String keyColumn(List<Column> key, int at) {
        return key.size() == 1 ? "k.key" : "k.key" + (at + 1);
    }

    private static String names(List<Column> key) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> keyColumn(key, i).substring(2))
                .collect(Collectors.joining(", "));
    }
}
