package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
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
    static io.weft.postgres.session.Sql statement(Query query) {
        return new io.weft.postgres.session.Sql(JOOQ.renderNamedParams(query), query.getBindValues());
    }

    static Field<Object> column(String alias, String column) {
        return DSL.field(DSL.name(alias, column));
    }

    static org.jooq.Table<?> table(io.weft.postgres.catalog.TableName name, String alias) {
        return DSL.table(DSL.name(name.schema(), name.name())).as(DSL.name(alias));
    }

    /** A table with its alias, where a template of plain SQL names it: there jOOQ's own would say the alias only. */
    static QueryPart named(io.weft.postgres.catalog.TableName name, String alias) {
        return DSL.field("{0} as {1}", DSL.name(name.schema(), name.name()), DSL.name(alias));
    }

    /** A value as the text of PostgreSQL. */
    static Field<String> text(Field<?> value, ColumnType type) {
        return type instanceof ColumnType.Scalar(ScalarKind kind) && kind == ScalarKind.TEXT
                ? value.coerce(SQLDataType.CLOB)
                : DSL.field("{0}::text", SQLDataType.CLOB, value);
    }

    /** {@code array[a, b, …]} */
    static Field<String> array(List<Field<String>> cells) {
        return DSL.field("array[{0}]", SQLDataType.CLOB, DSL.list(cells.toArray(QueryPart[]::new)));
    }

    /** A value of a client as a bound value of a column's type. */
    static Field<?> value(ColumnType type, Object value) {
        return type.plain() instanceof ColumnType.Scalar(ScalarKind kind)
                ? scalar(kind, value)
                : cast(WriteValue.text(type, value), type.plain());
    }

    private static Field<?> scalar(ScalarKind kind, Object value) {
        return switch (kind) {
            case TEXT, VARCHAR -> text(value.toString());
            case SMALLINT, INTEGER -> DSL.val(((Number) value).intValue());
            case BIGINT -> DSL.val(((Number) value).longValue());
            case DOUBLE -> DSL.val(((Number) value).doubleValue());
            case BOOLEAN -> DSL.val((Boolean) value);
            default -> cast(WriteValue.text(ColumnType.of(kind), value), ColumnType.of(kind));
        };
    }

    /** A bound text. */
    static Field<String> text(String text) {
        return DSL.val(WriteValue.text(ColumnType.of(ScalarKind.TEXT), text));
    }

    /** Several values as one bound array, so that the statement's text does not depend on how many there are. */
    static Field<?> array(ColumnType element, Collection<?> values) {
        return arrayOfTexts(
                element,
                values.stream().map(value -> WriteValue.text(element, value)).toList());
    }

    /** Texts of PostgreSQL's own as one bound array of values. */
    static Field<?> arrayOfTexts(ColumnType element, List<String> texts) {
        Field<?> array = DSL.val(texts.toArray(String[]::new), SQLDataType.CLOB.array());
        return element instanceof ColumnType.Scalar(ScalarKind kind) && kind == ScalarKind.TEXT
                ? array
                : DSL.field("{0}::{1}[]", array, DSL.sql(element.sql()));
    }

    /** The value that PostgreSQL reads from a text, such as {@link #text} made. */
    static Field<?> cast(String text, ColumnType type) {
        return DSL.field("{0}::{1}", DSL.val(text), DSL.sql(type.sql()));
    }
}
