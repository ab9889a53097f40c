package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.VectorKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a filter can ask of a column. */
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
    SIMILARITY("similarity", Argument.SIMILARITY, "is so much alike by trigrams, or so little"),
    MATCHES_TEXT("matchesText", Argument.SEARCH, "is found by this full text search"),
    HAS("has", Argument.ELEMENT, "has this element"),
    HAS_ANY("hasAny", Argument.ELEMENTS, "has one of these elements"),
    HAS_ALL("hasAll", Argument.ELEMENTS, "has all of these elements"),
    IS_EMPTY("isEmpty", Argument.FLAG, "is there but has nothing in it (true) or has something (false)"),
    CONTAINS_JSON("contains", Argument.JSON, "contains this JSON, as PostgreSQL's @>"),
    CONTAINED_IN_JSON("containedIn", Argument.JSON, "is contained in this JSON, as PostgreSQL's <@"),
    HAS_KEY("hasKey", Argument.TEXT, "has this key at its top"),
    HAS_ANY_KEY("hasAnyKey", Argument.TEXTS, "has one of these keys at its top"),
    HAS_ALL_KEYS("hasAllKeys", Argument.TEXTS, "has all of these keys at its top"),
    PATH("path", Argument.TEXT, "this SQL/JSON path finds something, such as $.a[*] ? (@ > 1)"),
    PATH_MATCHES("pathMatches", Argument.TEXT, "this SQL/JSON path is a test that is true, such as $.a < $.b"),
    CONTAINS_BOUND("contains", Argument.BOUND, "has this value within"),
    CONTAINS_RANGE("containsRange", Argument.VALUE, "has all of this within"),
    CONTAINED_IN("containedIn", Argument.VALUE, "lies within"),
    OVERLAPS("overlaps", Argument.VALUE, "has something in common with"),
    BEFORE("before", Argument.VALUE, "ends before this begins"),
    AFTER("after", Argument.VALUE, "begins after this ends"),
    ADJACENT_TO("adjacentTo", Argument.VALUE, "ends where this begins, or begins where this ends"),
    WITHIN("within", Argument.VALUE, "is a part of this network, or is it"),
    INCLUDES("includes", Argument.VALUE, "has this network as a part, or is it"),
    DISTANCE("distance", Argument.DISTANCE, "is so near, or so far");

    /** What stands behind an operator. */
    enum Argument {
        /** A value of the column's type. */
        VALUE,
        /** Several of them. */
        VALUES,
        /** An element of the array. */
        ELEMENT,
        ELEMENTS,
        /** A value a range is made of. */
        BOUND,
        FLAG,
        TEXT,
        TEXTS,
        JSON,
        SEARCH,
        SIMILARITY,
        DISTANCE
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
    private static final List<Operator> ORDERED = concat(EQUALITY, LT, LTE, GT, GTE);
    private static final List<Operator> TEXTUAL = concat(
            ORDERED,
            CONTAINS,
            CONTAINS_IGNORE_CASE,
            STARTS_WITH,
            STARTS_WITH_IGNORE_CASE,
            ENDS_WITH,
            ENDS_WITH_IGNORE_CASE,
            MATCHES,
            SIMILAR_TO,
            SIMILARITY,
            MATCHES_TEXT);
    private static final List<Operator> JSON = List.of(
            EQ, NE, IS_NULL, CONTAINS_JSON, CONTAINED_IN_JSON, HAS_KEY, HAS_ANY_KEY, HAS_ALL_KEYS, PATH, PATH_MATCHES);
    private static final List<Operator> RANGE = List.of(
            EQ,
            NE,
            IS_NULL,
            IS_EMPTY,
            CONTAINS_BOUND,
            CONTAINS_RANGE,
            CONTAINED_IN,
            OVERLAPS,
            BEFORE,
            AFTER,
            ADJACENT_TO);

    /** The operators of a column's type, in the order of the SDL. */
    public static List<Operator> of(ColumnType type) {
        return switch (type.plain()) {
            case ColumnType.Scalar(ScalarKind kind) -> of(kind);
            case ColumnType.Array array ->
                isComparable(array.innermost())
                        ? List.of(EQ, NE, IS_NULL, IS_EMPTY, HAS, HAS_ANY, HAS_ALL)
                        : List.of(IS_NULL, IS_EMPTY);
            case ColumnType.Vector _ -> List.of(IS_NULL, DISTANCE);
            case ColumnType.Enumeration _ -> ORDERED;
            case ColumnType.Range _, ColumnType.Multirange _ -> RANGE;
            case ColumnType.Composite _ -> List.of(IS_NULL);
            case ColumnType.Other _ -> EQUALITY;
            case ColumnType.Domain domain -> of(domain.base());
        };
    }

    private static List<Operator> of(ScalarKind kind) {
        return switch (kind) {
            case TEXT, VARCHAR, CHAR, NAME, CITEXT -> TEXTUAL;
            case SMALLINT,
                    INTEGER,
                    BIGINT,
                    NUMERIC,
                    MONEY,
                    REAL,
                    DOUBLE,
                    DATE,
                    TIME,
                    TIMETZ,
                    TIMESTAMP,
                    TIMESTAMPTZ,
                    INTERVAL,
                    UUID,
                    BYTEA,
                    MACADDR,
                    MACADDR8,
                    BIT,
                    VARBIT -> ORDERED;
            case INET, CIDR -> concat(ORDERED, WITHIN, INCLUDES, OVERLAPS);
            case BOOLEAN -> List.of(EQ, NE, IS_NULL);
            case JSON, JSONB -> JSON;
            case TSVECTOR -> List.of(IS_NULL, MATCHES_TEXT);
            case XML -> List.of(IS_NULL);
        };
    }

    /** Whether PostgreSQL compares arrays of it with arrays we can write. */
    private static boolean isComparable(ColumnType element) {
        return switch (element) {
            case ColumnType.Scalar(ScalarKind kind) -> kind != ScalarKind.XML && kind != ScalarKind.TSVECTOR;
            case ColumnType.Enumeration _, ColumnType.Range _ -> true;
            case ColumnType.Array _,
                    ColumnType.Vector _,
                    ColumnType.Domain _,
                    ColumnType.Multirange _,
                    ColumnType.Composite _,
                    ColumnType.Other _ -> false;
        };
    }

    public static Optional<Operator> named(ColumnType type, String graphQl) {
        return of(type).stream()
                .filter(operator -> operator.graphQl.equals(graphQl))
                .findFirst();
    }

    /** The GraphQL type of the operator's argument for a column whose values, or elements, are of the type {@code name}. */
    String argumentType(ColumnType type, String name) {
        String element = GraphQlTypes.inputName(type, name);
        return switch (argument) {
            case VALUE -> GraphQlTypes.input(type, name);
            case VALUES -> "[" + GraphQlTypes.input(type, name) + "!]";
            case ELEMENT -> element;
            case ELEMENTS -> "[" + element + "!]";
            case BOUND -> GraphQlTypes.nameOf(bound(type));
            case FLAG -> "Boolean";
            case TEXT -> "String";
            case TEXTS -> "[String!]";
            case JSON -> "JSON";
            case SEARCH -> "TextSearch";
            case SIMILARITY -> "TrigramSimilarity";
            case DISTANCE ->
                type.plain() instanceof ColumnType.Vector(VectorKind kind, int _) && kind == VectorKind.SPARSEVEC
                        ? "SparseVectorDistance"
                        : "VectorDistance";
        };
    }

    /** What a range, or each range of several, is made of. */
    private static ColumnType bound(ColumnType type) {
        return switch (type.plain()) {
            case ColumnType.Range range -> range.subtype();
            case ColumnType.Multirange multirange -> multirange.range().subtype();
            default -> throw new IllegalArgumentException(type.sql() + " has no bounds");
        };
    }

    private static List<Operator> concat(List<Operator> first, Operator... rest) {
        return Stream.concat(first.stream(), Arrays.stream(rest)).toList();
    }
}
