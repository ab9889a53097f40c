package io.weft.postgres.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of single values that are published with a GraphQL type and operators of their own. */
public enum ScalarKind {
    TEXT("text"),
    VARCHAR("varchar", "character varying"),
    /** Of a fixed length; the blanks it is filled up with belong to no value. */
    CHAR("bpchar", "character"),
    NAME("name"),
    /** A text whose letter case does not matter. */
    CITEXT("citext"),
    SMALLINT("int2", "smallint"),
    INTEGER("int4", "integer"),
    BIGINT("int8", "bigint"),
    NUMERIC("numeric"),
    REAL("float4", "real"),
    DOUBLE("float8", "double precision"),
    MONEY("money"),
    BOOLEAN("bool", "boolean"),
    UUID("uuid"),
    DATE("date"),
    TIME("time", "time without time zone"),
    TIMETZ("timetz", "time with time zone"),
    TIMESTAMP("timestamp", "timestamp without time zone"),
    TIMESTAMPTZ("timestamptz", "timestamp with time zone"),
    INTERVAL("interval"),
    JSON("json"),
    JSONB("jsonb"),
    BYTEA("bytea"),
    INET("inet"),
    CIDR("cidr"),
    MACADDR("macaddr"),
    MACADDR8("macaddr8"),
    BIT("bit"),
    VARBIT("varbit", "bit varying"),
    TSVECTOR("tsvector"),
    XML("xml");

    private static final Map<String, ScalarKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.typeName, Function.identity()));

    private final String typeName;
    private final String sql;

    ScalarKind(String typeName) {
        this(typeName, typeName);
    }

    ScalarKind(String typeName, String sql) {
        this.typeName = typeName;
        this.sql = sql;
    }

    /** As a cast that keeps every value: {@code character} and {@code bit} alone would mean a length of one. */
    public String sql() {
        return switch (this) {
            case CHAR -> "bpchar";
            case BIT -> "bit varying";
            default -> sql;
        };
    }

    /** Whether values of it are texts to people. */
    public boolean isText() {
        return switch (this) {
            case TEXT, VARCHAR, CHAR, NAME, CITEXT -> true;
            default -> false;
        };
    }

    /** The kind by pg_type's name for it. */
    static Optional<ScalarKind> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }
}
