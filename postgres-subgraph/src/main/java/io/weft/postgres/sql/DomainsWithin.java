package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A client's values of types that domains are part of. What such a domain does not allow no row holds: to look for it is to find nothing, as
 * it is where a column is of the domain itself, and nothing to be refused for. PostgreSQL has no such array or range to compare with; it is asked
 * first whether there can be one. The column stays as it is, so that its indexes answer.
 */
final class DomainsWithin {

    private DomainsWithin() {}

    /** Whether values of a type are made of values of a domain. */
    static boolean any(ColumnType type) {
        return switch (type) {
            case ColumnType.Array(ColumnType element) -> element instanceof ColumnType.Domain || any(element);
            case ColumnType.Range range -> range.subtype() instanceof ColumnType.Domain;
            case ColumnType.Multirange multirange -> any(multirange.range());
            case ColumnType.Domain domain -> any(domain.base());
            case ColumnType.Scalar _,
                    ColumnType.Vector _,
                    ColumnType.Enumeration _,
                    ColumnType.Composite _,
                    ColumnType.Other _ -> false;
        };
    }

    /** A bound value; null where a domain does not allow it. */
    static Field<?> orNull(ColumnType type, Object value) {
        return orNull(type, Expressions.bound(value, SQLDataType.VARCHAR, each -> WriteValue.text(type, each)));
    }

    /** @param elements makes the elements of the client's value */
    static Field<?> orNull(ColumnType.Array type, Object value, Function<Object, Collection<?>> elements) {
        return orNull(
                type,
                Expressions.bound(value, SQLDataType.VARCHAR, each -> WriteValue.text(type, elements.apply(each))));
    }

    /**
     * The range of one value, within another where the value is: of a domain that allows no null there is no null to say that it does not
     * allow the value.
     */
    static Field<?> rangeOrNull(ColumnType.Range type, Object value) {
        return orNull(
                type,
                Expressions.bound(
                        value,
                        SQLDataType.VARCHAR,
                        each -> WriteValue.text(
                                type,
                                Map.of("lower", each, "upper", each, "lowerInclusive", true, "upperInclusive", true))));
    }

    /** A text first: a value that is bound as of the type itself would be refused before anybody asks. */
    private static Field<?> orNull(ColumnType type, Field<?> text) {
        return DSL.field("(case when {0} then {1}::text end)::{2}", allows(type, text), text, DSL.sql(type.sql()));
    }

    /** Those of some values that the domain allows, as an array. */
    static Field<?> those(ColumnType element, Object values) {
        Field<?> texts = Expressions.array(
                ColumnType.of(ScalarKind.TEXT),
                values,
                each -> ((Collection<?>) each)
                        .stream().map(item -> WriteValue.text(element, item)).toList());
        Field<Object> each = DSL.field("each");
        return DSL.field(
                "array(select each::{0} from unnest({1}) as each where {2})",
                DSL.sql(element.sql()), texts, allows(element, each));
    }

    /** Whatever else is wrong with it is refused as it is elsewhere. */
    private static Field<Boolean> allows(ColumnType type, Field<?> text) {
        return DSL.field(
                "left((pg_input_error_info({0}, {1})).sql_error_code, 2) is distinct from '23'",
                SQLDataType.BOOLEAN, text, DSL.inline(type.sql()));
    }
}
