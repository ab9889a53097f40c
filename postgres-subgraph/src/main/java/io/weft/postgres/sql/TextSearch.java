package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A full text search, by the input TextSearch. The language stands in the statement's text, not among its values: only so does PostgreSQL
 * see that an index over {@code to_tsvector('english', column)} answers it.
 */
record TextSearch(Field<Object> language, Field<Object> query) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final List<String> WAYS = List.of("query", "phrase", "prefix");

    static TextSearch of(Map<String, Object> input, String place) {
        List<String> given = WAYS.stream().filter(way -> input.get(way) != null).toList();
        if (given.size() != 1) {
            throw Refusal.input(place + ": name one of " + WAYS + ", not " + given);
        }
        String name = String.valueOf(input.get("language"));
        if (!LANGUAGE.matcher(name).matches()) {
            throw Refusal.input(
                    place + ".language: \"" + name + "\" is no text search configuration, use one such as english");
        }
        Field<Object> language = DSL.field("'" + name + "'::regconfig");
        String way = given.getFirst();
        Object text = Objects.requireNonNull(input.get(way));
        return new TextSearch(language, Refusal.placed(place + "." + way, () -> query(way, language, text)));
    }

    private static Field<Object> query(String way, Field<Object> language, Object text) {
        return switch (way) {
            case "phrase" ->
                DSL.field("phraseto_tsquery({0}, {1})", language, Expressions.text(text, Object::toString));
            case "prefix" ->
                DSL.field("to_tsquery({0}, {1})", language, Expressions.text(text, each -> prefix(each.toString())));
            default -> DSL.field("websearch_to_tsquery({0}, {1})", language, Expressions.text(text, Object::toString));
        };
    }

    /** {@code red bl} becomes {@code 'red' & 'bl':*}. */
    private static String prefix(String text) {
        List<String> words = Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "'")
                .toList();
        if (words.isEmpty()) {
            return "";
        }
        return Stream.concat(words.stream().limit(words.size() - 1L), Stream.of(words.getLast() + ":*"))
                .collect(Collectors.joining(" & "));
    }

    Condition finds(Field<Object> column, ColumnType type) {
        return DSL.condition("{0} @@ {1}", vector(column, type), query);
    }

    /** Null where the search does not find it. */
    Field<Object> rank(Field<Object> column, ColumnType type) {
        Field<Object> vector = vector(column, type);
        return DSL.field("case when {0} @@ {1} then ts_rank_cd({0}, {1}) end", vector, query);
    }

    /** Null where the search does not find it. */
    Field<String> headline(Field<Object> column, ColumnType type, Map<String, Object> arguments, String place) {
        return DSL.field(
                "case when {0} @@ {1} then ts_headline({2}, {3}, {1}, {4}) end",
                SQLDataType.CLOB,
                vector(column, type),
                query,
                language,
                Expressions.text(column, type),
                Refusal.placed(place, () -> Expressions.text(options(arguments, place))));
    }

    private static String options(Map<String, Object> arguments, String place) {
        int words = (Integer) Objects.requireNonNull(Given.look(arguments.getOrDefault("words", 35)));
        int fragments = (Integer) Objects.requireNonNull(Given.look(arguments.getOrDefault("fragments", 0)));
        if (words < 2 || words > 1000 || fragments < 0 || fragments > 100) {
            throw Refusal.input(place + ": words go from 2 to 1000, fragments from 0 to 100");
        }
        return "StartSel=" + mark(arguments.get("start"), place + ".start") + ", StopSel="
                + mark(arguments.get("end"), place + ".end") + ", MaxWords=" + words + ", MinWords=" + (words + 1) / 2
                + ", MaxFragments=" + fragments;
    }

    private static String mark(@Nullable Object mark, String place) {
        String text = String.valueOf(mark);
        if (text.indexOf('"') >= 0) {
            throw Refusal.input(place + ": a mark cannot have quotes in it");
        }
        return "\"" + text + "\"";
    }

    private Field<Object> vector(Field<Object> column, ColumnType type) {
        return type.plain() instanceof ColumnType.Scalar(ScalarKind kind) && kind == ScalarKind.TSVECTOR
                ? column
                : DSL.field("to_tsvector({0}, {1})", language, Expressions.text(column, type));
    }
}
