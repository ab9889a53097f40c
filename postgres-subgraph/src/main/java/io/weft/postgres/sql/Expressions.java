package io.weft.postgres.sql;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.session.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
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
    static Sql statement(Query query) {
        return new Sql(JOOQ.renderNamedParams(query), query.getBindValues());
    }

    static Field<Object> column(String alias, String column) {
        return DSL.field(DSL.name(alias, column));
    }

    /** A column as what it can be compared and ordered as. */
    static Field<Object> comparable(String alias, Column column) {
        return comparable(column(alias, column.name()), column.type());
    }

    /** PostgreSQL compares enumerations, but no domains over them. */
    static Field<Object> comparable(Field<Object> column, ColumnType type) {
        return type instanceof ColumnType.Domain && type.plain() instanceof ColumnType.Enumeration enumeration
                ? DSL.field("{0}::{1}", column, DSL.sql(enumeration.sql()))
                : column;
    }

    static Table<?> table(TableName name, String alias) {
        return DSL.table(DSL.name(name.schema(), name.name())).as(DSL.name(alias));
    }

    /** A table with its alias, where a template of plain SQL names it: there jOOQ's own would say the alias only. */
    static QueryPart named(TableName name, String alias) {
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
                : cast(value, each -> WriteValue.text(type, each), type.plain());
    }

    private static Field<?> scalar(ScalarKind kind, Object value) {
        return switch (kind) {
            case TEXT, VARCHAR -> text(value, Object::toString);
            case SMALLINT, INTEGER -> bound(value, SQLDataType.INTEGER, each -> ((Number) each).intValue());
            case BIGINT -> bound(value, SQLDataType.BIGINT, each -> ((Number) each).longValue());
            case DOUBLE -> bound(value, SQLDataType.DOUBLE, each -> ((Number) each).doubleValue());
            case BOOLEAN -> bound(value, SQLDataType.BOOLEAN, each -> (Boolean) each);
            default -> cast(value, each -> WriteValue.text(ColumnType.of(kind), each), ColumnType.of(kind));
        };
    }

    /** A bound text. */
    static Field<String> text(String text) {
        return DSL.val(WriteValue.text(ColumnType.of(ScalarKind.TEXT), text));
    }

    /** A bound text that follows from a client's value. */
    static Field<?> text(Object value, Function<Object, String> how) {
        return bound(
                value, SQLDataType.VARCHAR, each -> WriteValue.text(ColumnType.of(ScalarKind.TEXT), how.apply(each)));
    }

    /** Several values as one bound array, so that the statement's text does not depend on how many there are. */
    static Field<?> array(ColumnType element, Object values) {
        return array(element, values, each -> (Collection<?>) each);
    }

    /** @param how makes several values of the client's one */
    static Field<?> array(ColumnType element, Object value, Function<Object, Collection<?>> how) {
        return arrayOfTexts(
                element,
                value,
                each -> how.apply(each).stream()
                        .map(item -> WriteValue.text(element, item))
                        .toArray(String[]::new));
    }

    /** Texts of PostgreSQL's own as one bound array of values. */
    static Field<?> arrayOfTexts(ColumnType element, Object texts) {
        return arrayOfTexts(
                element,
                texts,
                each -> ((Collection<?>) each).stream().map(String.class::cast).toArray(String[]::new));
    }

    private static Field<?> arrayOfTexts(ColumnType element, Object value, Function<Object, String[]> how) {
        Field<?> array = bound(value, SQLDataType.CLOB.array(), how);
        return element instanceof ColumnType.Scalar(ScalarKind kind) && kind == ScalarKind.TEXT
                ? array
                : DSL.field("{0}::{1}[]", array, DSL.sql(element.sql()));
    }

    /** The value that PostgreSQL reads from a text, such as {@link #text} made. */
    static Field<?> cast(String text, ColumnType type) {
        return cast(text, each -> (String) each, type);
    }

    /** @param how makes the text of a client's value */
    static Field<?> cast(Object value, Function<Object, String> how, ColumnType type) {
        return DSL.field("{0}::{1}", bound(value, SQLDataType.VARCHAR, how), DSL.sql(type.sql()));
    }

    /** A value of a type that follows from itself, or the slot of one that each request gives of the same. */
    static Field<?> value(Object value) {
        return value instanceof Given given
                ? slot(given, DSL.val(given.sample(UnaryOperator.identity())))
                : DSL.val(fit(value));
    }

    private static Object fit(Object value) {
        return value instanceof String text ? FitValue.text(text) : value;
    }

    private static <T> Field<Slot> slot(Given given, Param<T> sample) {
        return later(given.slot(Expressions::fit), Objects.requireNonNull(sample.getValue()), sample.getDataType());
    }

    /** A value that is known, or the slot of one that each request gives. */
    static <T> Field<?> bound(Object value, DataType<T> type, Function<Object, T> how) {
        return value instanceof Given given
                ? later(given.slot(how::apply), given.sample(how), type)
                : DSL.val(how.apply(value), type);
    }

    /**
     * What stands for a value that is known later. Written as a value of its type is written, for which jOOQ looks at one; among the bound
     * values it is found as it is.
     */
    @SuppressWarnings("unchecked") // its own class
    static <M, T> Field<M> later(M marker, T sample, DataType<T> type) {
        Converter<T, M> converter =
                Converter.ofNullable(type.getType(), (Class<M>) marker.getClass(), _ -> marker, _ -> sample);
        return DSL.val(marker, type.asConvertedDataType(converter));
    }
}
