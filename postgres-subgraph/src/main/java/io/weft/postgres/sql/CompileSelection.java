package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Root;
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
     * A root field. The rows of its connection, and their total where asked, come in one row of the statement; a lookup has a row or none.
     *
     * @param fields what is selected of it
     * @return reads all objects that it answers with: one or none
     */
    public Query<List<Row>> root(Root root, Map<String, Object> arguments, List<SelectedField> fields, String place) {
        return switch (root) {
            case Root.Connection connection -> connection(connection, arguments, fields, place);
            case Root.Lookup lookup -> lookup(lookup, arguments, fields, place);
        };
    }

    private Query<List<Row>> connection(
            Root.Connection root, Map<String, Object> arguments, List<SelectedField> fields, String place) {
        Scope scope = Scope.root(publication, limits);
        Reader.Many reader = new CompileConnection(scope)
                .compile(publication.type(root.typeName()), DSL.noCondition(), arguments, fields, place);
        return new Query<>(
                Expressions.statement(Expressions.JOOQ.select(scope.cells())),
                scope.needs().estimates(),
                scope.needs().settings(),
                scope.needs().checks(),
                List.of(reader),
                rows -> rows.stream().map(reader::read).toList());
    }

    /** By its key itself, without a detour through a table of keys: of that PostgreSQL would make a new plan each time. */
    private Query<List<Row>> lookup(
            Root.Lookup root, Map<String, Object> arguments, List<SelectedField> fields, String place) {
        ObjectType type = publication.type(root.typeName());
        Scope scope = Scope.root(publication, limits);
        Reader.ObjectReader reader = new CompileObject(scope).compile(type, fields, type.name());
        scope.needCell();
        Select<?> select = Expressions.JOOQ
                .select(scope.cells())
                .from(Expressions.table(type.table().name(), scope.alias()))
                .where(WhichRows.keyed(type, scope, root.keyField(), arguments, place));
        return new Query<>(
                Expressions.statement(select),
                scope.needs().estimates(),
                scope.needs().settings(),
                scope.needs().checks(),
                List.of(reader),
                rows -> rows.stream().map(reader::read).toList());
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
        List<String> texts =
                keys.stream().map(value -> WriteValue.text(key.type(), value)).toList();
        return inOrder(new KeyedRows(type, List.of(key), List.of(texts)), keys.size(), fields, place);
    }

    /**
     * The same for keys of any number of columns.
     *
     * @param keys per row the texts of its key's columns, as PostgreSQL writes them
     */
    public Query<List<@Nullable Row>> rows(
            ObjectType type, List<Column> key, List<List<String>> keys, List<SelectedField> fields, String place) {
        return inOrder(new KeyedRows(type, key, KeyedRows.columns(key, keys)), keys.size(), fields, place);
    }

    private Query<List<@Nullable Row>> inOrder(KeyedRows keyed, int size, List<SelectedField> fields, String place) {
        Query<List<Reading>> found = rows(keyed, fields, place);
        return new Query<>(
                found.sql(),
                found.estimates(),
                found.settings(),
                rows -> found.read().apply(rows).getFirst().inOrder(size));
    }

    /** The rows of a group as they came, and how to read them. */
    public record Reading(Reader.ObjectReader reader, List<List<@Nullable String>> rows) {

        /** Null where there is no row. */
        public List<@Nullable Row> inOrder(int size) {
            List<@Nullable Row> answer = new ArrayList<>(Collections.nCopies(size, null));
            for (List<@Nullable String> cells : rows) {
                answer.set(place(cells), reader.read(cells));
            }
            return answer;
        }

        /** Which of the keys it has, counted from 0. */
        public static int place(List<@Nullable String> cells) {
            return Integer.parseInt(Objects.requireNonNull(cells.getFirst())) - 1;
        }
    }

    private Query<List<Reading>> rows(KeyedRows keyed, List<SelectedField> fields, String place) {
        Scope scope = Scope.root(publication, limits);
        scope.cell(DSL.field("k.ord::text", String.class));
        Reader.ObjectReader reader = new CompileObject(scope).compile(keyed.type(), fields, place);
        return new Query<>(
                Expressions.statement(select(keyed, scope)),
                scope.needs().estimates(),
                scope.needs().settings(),
                scope.needs().checks(),
                List.of(reader),
                rows -> List.of(new Reading(reader, rows)));
    }

    /**
     * The rows of several types by their keys: one statement, a select for each group. Of one group its cells are the statement's columns;
     * of several they are gathered in one, because their numbers differ.
     */
    public Query<List<Reading>> entities(List<KeyedRows> groups, List<SelectedField> fields) {
        if (groups.size() == 1) {
            KeyedRows only = groups.getFirst();
            return rows(only, fields, only.type().name());
        }
        Scope shared = Scope.root(publication, limits);
        List<Select<?>> selects = new ArrayList<>();
        List<Reader> readers = new ArrayList<>();
        for (KeyedRows group : groups) {
            Scope scope = shared.beside();
            scope.cell(DSL.field("k.ord::text", String.class));
            readers.add(new CompileObject(scope)
                    .compile(group.type(), fields, group.type().name()));
            Scope gathered = scope.again();
            gathered.cell(DSL.inline(String.valueOf(readers.size() - 1), SQLDataType.CLOB));
            gathered.cell(DSL.field("{0}::text", SQLDataType.CLOB, Expressions.array(scope.cells())));
            selects.add(select(group, gathered));
        }
        QueryPart all = selects.getFirst();
        for (Select<?> next : selects.subList(1, selects.size())) {
            all = DSL.query("{0} union all {1}", all, next);
        }
        return new Query<>(
                Expressions.statement(DSL.query("{0}", all)),
                shared.needs().estimates(),
                shared.needs().settings(),
                shared.needs().checks(),
                readers,
                rows -> IntStream.range(0, groups.size())
                        .mapToObj(i -> new Reading((Reader.ObjectReader) readers.get(i), ofGroup(rows, i)))
                        .toList());
    }

    private static List<List<@Nullable String>> ofGroup(List<List<@Nullable String>> rows, int group) {
        return rows.stream()
                .filter(row -> String.valueOf(group).equals(row.getFirst()))
                .map(row -> ArrayText.elements(Objects.requireNonNull(row.get(1))))
                .toList();
    }

    private static Select<?> select(KeyedRows keyed, Scope scope) {
        List<Column> key = keyed.key();
        List<Condition> joined = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            joined.add(DSL.condition(
                    "{0} = {1}", Expressions.comparable(scope.alias(), key.get(i)), DSL.sql(keyColumn(key, i))));
        }
        return Expressions.JOOQ
                .select(scope.cells())
                .from(DSL.table("{0}", keys(key, keyed.texts())))
                .join(Expressions.table(keyed.type().table().name(), scope.alias()))
                .on(DSL.and(joined));
    }

    /**
     * The keys as a table {@code k} of their columns and their place, counted from 1.
     *
     * @param texts per column
     */
    static QueryPart keys(List<Column> key, List<?> texts) {
        QueryPart[] arrays = new QueryPart[key.size()];
        for (int i = 0; i < key.size(); i++) {
            arrays[i] = Expressions.arrayOfTexts(key.get(i).type().plain(), texts.get(i));
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
