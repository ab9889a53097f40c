package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a filter can ask of a column. The name of the constant in camelCase is the name in GraphQL. */
public enum Operator {
    EQ("eq", Argument.VALUE, "equals"),
    NE("ne", Argument.VALUE, "differs; null differs too"),
    IN("in", Argument.VALUES, "is one of these"),
    NOT_IN("notIn", Argument.VALUES, "is none of these; null is none of them too"),
    IS_NULL("isNull", Argument.FLAG, "has no value (true) or has one (false)"),
    LT("lt", Argument.VALUE, "is less"),
    LTE("lte", Argument.VALUE, "is less or equal"),
    GT("gt", Argument.VALUE, "is greater"),
    GTE("gte", Argument.VALUE, "is greater or equal"),
    CONTAINS("contains", Argument.TEXT, "contains this text"),
    CONTAINS_IGNORE_CASE("containsIgnoreCase", Argument.TEXT, "contains this text in any letter case"),
    STARTS_WITH("startsWith", Argument.TEXT, "starts with this text"),
    STARTS_WITH_IGNORE_CASE("startsWithIgnoreCase", Argument.TEXT, "starts with this text in any letter case"),
    ENDS_WITH("endsWith", Argument.TEXT, "ends with this text"),
    ENDS_WITH_IGNORE_CASE("endsWithIgnoreCase", Argument.TEXT, "ends with this text in any letter case"),
    MATCHES("matches", Argument.TEXT, "matches this POSIX regular expression"),
    SIMILAR_TO("similarTo", Argument.TEXT, "is similar by trigrams (similarity at least 0.3)"),
    HAS("has", Argument.ELEMENT, "has this element"),
    HAS_ANY("hasAny", Argument.VALUES, "has one of these elements"),
    HAS_ALL("hasAll", Argument.VALUES, "has all of these elements"),
    CONTAINS_JSON("contains", Argument.JSON, "contains this JSON, as PostgreSQL's @>"),
    PATH("path", Argument.TEXT, "this SQL/JSON path finds something, such as $.a[*] ? (@ > 1)");

    /** What stands behind an operator. */
    public enum Argument {
        VALUE,
        VALUES,
        ELEMENT,
        FLAG,
        TEXT,
        JSON
    }

    private final String graphQl;
    private final Argument argument;
    private final String meaning;

    Operator(String graphQl, Argument argument, String meaning) {
        this.graphQl = graphQl;
        this.argument = argument;
        this.meaning = meaning;
    }

    public String graphQl() {
        return graphQl;
    }

    String meaning() {
        return meaning;
    }

    private static final List<Operator> EQUALITY = List.of(EQ, NE, IN, NOT_IN, IS_NULL);
    private static final List<Operator> ORDERED = List.of(LT, LTE, GT, GTE);
    private static final List<Operator> TEXTUAL = List.of(
            CONTAINS,
            CONTAINS_IGNORE_CASE,
            STARTS_WITH,
            STARTS_WITH_IGNORE_CASE,
            ENDS_WITH,
            ENDS_WITH_IGNORE_CASE,
            MATCHES,
            SIMILAR_TO);

    /** The operators of a column's type, in the order of the SDL. */
    public static List<Operator> of(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> of(kind);
            case ColumnType.Array _ -> List.of(EQ, NE, IS_NULL, HAS, HAS_ANY, HAS_ALL);
            case ColumnType.Vector _, ColumnType.Other _ -> List.of(IS_NULL);
        };
    }

    private static List<Operator> of(ScalarKind kind) {
        return switch (kind) {
            case TEXT -> concat(EQUALITY, ORDERED, TEXTUAL);
            case INTEGER, BIGINT, DOUBLE, DATE, TIMESTAMPTZ -> concat(EQUALITY, ORDERED);
            case UUID -> EQUALITY;
            case BOOLEAN -> List.of(EQ, NE, IS_NULL);
            case JSONB -> List.of(IS_NULL, CONTAINS_JSON, PATH);
        };
    }

    public static Optional<Operator> named(ColumnType type, String graphQl) {
        return of(type).stream()
                .filter(operator -> operator.graphQl.equals(graphQl))
                .findFirst();
    }

    /** The GraphQL type of the operator's argument for a column whose values, or elements, are of {@code scalar}. */
    String argumentType(ColumnType type, String scalar) {
        boolean array = type instanceof ColumnType.Array;
        return switch (argument) {
            case VALUE -> array ? "[" + scalar + "!]" : scalar;
            case VALUES -> "[" + scalar + "!]";
            case ELEMENT -> scalar;
            case FLAG -> "Boolean";
            case TEXT -> "String";
            case JSON -> "JSON";
        };
    }

    @SafeVarargs
    private static List<Operator> concat(List<Operator>... lists) {
        List<Operator> all = new ArrayList<>();
        for (List<Operator> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }
}
