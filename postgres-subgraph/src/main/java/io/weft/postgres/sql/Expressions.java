package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The few shapes of SQL expressions that all compilers share, built with jOOQ. Values are always bound. */
final class Expressions {

    static final DSLContext JOOQ;

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        JOOQ = DSL.using(
                SQLDialect.POSTGRES,
                new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                        .withRenderNameCase(RenderNameCase.AS_IS)
                        .withParamType(ParamType.NAMED)
                        .withRenderNamedParamPrefix("$"));
    }

    private Expressions() {}

    /** The statement's text with $1, $2, … and its values in that order. */
    static io.weft.postgres.session.Sql statement(Select<?> select) {
        return new io.weft.postgres.session.Sql(JOOQ.renderNamedParams(select), select.getBindValues());
    }

    static Field<Object> column(String alias, String column) {
        return DSL.field(DSL.name(alias, column));
    }

    static org.jooq.Table<?> table(io.weft.postgres.catalog.TableName name, String alias) {
        return DSL.table(DSL.name(name.schema(), name.name())).as(DSL.name(alias));
    }

    /** A column as the text of PostgreSQL. */
    static Field<String> text(String alias, Column column) {
        Field<Object> field = column(alias, column.name());
        return column.type() instanceof ColumnType.Scalar(ScalarKind kind) && kind == ScalarKind.TEXT
                ? field.coerce(SQLDataType.CLOB)
                : DSL.field("{0}::text", SQLDataType.CLOB, field);
    }

    /** A column's value as a text that, cast to the column's {@link ColumnType#sql()}, is equal to it: a real is none as it is. */
    static Field<String> exactText(String alias, Column column) {
        return DSL.field(
                "{0}::{1}::text",
                SQLDataType.CLOB,
                column(alias, column.name()),
                DSL.sql(column.type().sql()));
    }

    /** {@code array[a, b, …]} */
    static Field<String> array(List<Field<String>> cells) {
        return DSL.field("array[{0}]", SQLDataType.CLOB, DSL.list(cells.toArray(QueryPart[]::new)));
    }

    /** A value of a client as a bound value of a column's type. */
    static Field<?> value(ColumnType type, Object value) {
        return switch (type) {
            case ColumnType.Scalar(ScalarKind kind) -> scalar(kind, value);
            case ColumnType.Array(ScalarKind element) -> array(element, (Collection<?>) value);
            case ColumnType.Vector _, ColumnType.Other _ -> cast(String.valueOf(value), type.sql());
        };
    }

    static Field<?> scalar(ScalarKind kind, Object value) {
        return switch (kind) {
            case TEXT -> DSL.val(checked(value.toString()));
            case INTEGER -> DSL.val(((Number) value).intValue());
            case BIGINT -> DSL.val(((Number) value).longValue());
            case DOUBLE -> DSL.val(((Number) value).doubleValue());
            case BOOLEAN -> DSL.val((Boolean) value);
            case DATE, TIMESTAMPTZ, UUID, JSONB -> cast(value.toString(), kind.sql());
        };
    }

    /** Several values as one bound array, so that the statement's text does not depend on how many there are. */
    static Field<?> array(ScalarKind element, Collection<?> values) {
        String[] texts =
                values.stream().map(value -> checked(String.valueOf(value))).toArray(String[]::new);
        Field<?> array = DSL.val(texts, SQLDataType.CLOB.array());
        return element == ScalarKind.TEXT ? array : DSL.field("{0}::{1}[]", array, DSL.sql(element.sql()));
    }

    private static Field<?> cast(String text, String type) {
        return DSL.field("{0}::{1}", DSL.val(checked(text)), DSL.sql(type));
    }

    private static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw io.weft.postgres.problem.Refusal.input(
                    "a text holds the character U+0000, which PostgreSQL cannot store");
        }
        return text;
    }

    /** A path within a request for people: {@code filter.and[1].resolution}. */
    static String path(List<String> steps) {
        return steps.stream().collect(Collectors.joining("."));
    }
}
