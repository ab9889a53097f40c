package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One operator of a filter in, a condition out: null where the value is null, except for {@code ne}, {@code notIn} and {@code isNull},
 * which know no null.
 */
final class CompilePredicate {

    private static final ColumnType TEXT = ColumnType.of(ScalarKind.TEXT);
    private static final ColumnType JSONB = ColumnType.of(ScalarKind.JSONB);

    /** In a fixed order: equal filters give equal statements. */
    private static final SequencedMap<String, String> LIMITS = limits();

    private CompilePredicate() {}

    private static SequencedMap<String, String> limits() {
        SequencedMap<String, String> limits = new LinkedHashMap<>();
        limits.put("lt", "<");
        limits.put("lte", "<=");
        limits.put("gt", ">");
        limits.put("gte", ">=");
        return limits;
    }

    /** {@code < 5} and so on, for as many of lt, lte, gt, gte as are there. */
    static List<Condition> limits(Field<Object> value, ColumnType type, Map<String, Object> wanted) {
        List<Condition> conditions = new ArrayList<>();
        LIMITS.forEach((name, operator) -> {
            Object limit = wanted.get(name);
            if (limit != null) {
                conditions.add(compare(value, operator, type, limit));
            }
        });
        return conditions;
    }

    static Condition compile(Operator operator, Field<Object> stored, ColumnType declared, Object value, String place) {
        Field<Object> column = comparable(stored, declared);
        ColumnType type = comparable(declared);
        return switch (operator) {
            case EQ -> equal(column, type, value);
            case NE -> differs(column, type, value);
            case IN -> DSL.condition("{0} = any({1})", column, Expressions.array(type, value));
            case NOT_IN -> isNotTrue(DSL.condition("{0} = any({1})", column, Expressions.array(type, value)));
            case IS_NULL -> isNull(column, type, value);
            case LT -> compare(column, "<", type, value);
            case LTE -> compare(column, "<=", type, value);
            case GT -> compare(column, ">", type, value);
            case GTE -> compare(column, ">=", type, value);
            case CONTAINS -> like("like", column, type, value, text -> "%" + text + "%");
            case CONTAINS_IGNORE_CASE -> like("ilike", column, type, value, text -> "%" + text + "%");
            case STARTS_WITH -> like("like", column, type, value, text -> text + "%");
            case STARTS_WITH_IGNORE_CASE -> like("ilike", column, type, value, text -> text + "%");
            case ENDS_WITH -> like("like", column, type, value, text -> "%" + text);
            case ENDS_WITH_IGNORE_CASE -> like("ilike", column, type, value, text -> "%" + text);
            case MATCHES ->
                DSL.condition("{0} ~ {1}", textual(column, type), Expressions.text(value, Object::toString));
            // The operator, not the function behind it: only the operator is looked up in an index. Its threshold is
            // the database's, 0.3.
            case SIMILAR_TO ->
                DSL.condition("{0} % {1}", textual(column, type), Expressions.text(value, Object::toString));
            case SIMILARITY -> similarity(column, type, fields(value), place);
            case MATCHES_TEXT -> TextSearch.of(fields(value), place).finds(column, type);
            case HAS -> hasAll(column, type, value, each -> List.of(each));
            case HAS_ANY -> hasAny(column, type, value);
            case HAS_ALL -> hasAll(column, type, value, each -> (Collection<?>) each);
            case IS_EMPTY -> isEmpty(column, type, Boolean.TRUE.equals(value));
            case CONTAINS_JSON -> compare(column, "@>", JSONB, value);
            case CONTAINED_IN_JSON -> compare(column, "<@", JSONB, value);
            // The functions behind ?, ?| and ?&: to jOOQ a question mark is a value to come.
            case HAS_KEY -> DSL.condition("jsonb_exists({0}, {1})", column, Expressions.text(value, Object::toString));
            case HAS_ANY_KEY -> keys("jsonb_exists_any", column, value);
            case HAS_ALL_KEYS -> keys("jsonb_exists_all", column, value);
            case PATH -> path("jsonb_path_exists", column, value);
            case PATH_MATCHES -> path("jsonb_path_match", column, value);
            case CONTAINS_BOUND -> contains(column, range(type), value);
            case CONTAINS_RANGE -> DSL.condition("{0} @> {1}", column, storable(type, value));
            case CONTAINED_IN -> compare(column, "<@", type, value);
            case OVERLAPS -> compare(column, "&&", type, value);
            case BEFORE -> compare(column, "<<", type, value);
            case AFTER -> compare(column, ">>", type, value);
            case ADJACENT_TO -> compare(column, "-|-", type, value);
            case WITHIN -> compare(column, "<<=", type, value);
            case INCLUDES -> compare(column, ">>=", type, value);
            case DISTANCE -> distance(column, type, fields(value), place);
        };
    }

    /** The value as a type that has the operators: json has none, and of a type we know nothing of we know its text. */
    private static Field<Object> comparable(Field<Object> stored, ColumnType declared) {
        ColumnType type = comparable(declared);
        return type.equals(declared.plain())
                ? Expressions.comparable(stored, declared)
                : DSL.field("{0}::{1}", stored, DSL.sql(type.sql()));
    }

    private static ColumnType comparable(ColumnType declared) {
        return switch (declared.plain()) {
            case ColumnType.Scalar(ScalarKind kind) when kind == ScalarKind.JSON -> JSONB;
            case ColumnType.Array(ColumnType element)
            when comparableElement(element) != element.plain() -> new ColumnType.Array(comparableElement(element));
            case ColumnType.Other _ -> TEXT;
            default -> declared.plain();
        };
    }

    /** The values of arrays are bits of any length, as {@link ScalarKind#sql} writes them; a single one PostgreSQL takes for such itself. */
    private static ColumnType comparableElement(ColumnType element) {
        return element.plain() instanceof ColumnType.Scalar(ScalarKind kind) && kind == ScalarKind.BIT
                ? ColumnType.of(ScalarKind.VARBIT)
                : comparable(element);
    }

    private static Condition compare(Field<Object> column, String operator, ColumnType type, Object value) {
        return DSL.condition("{0} {1} {2}", column, DSL.sql(operator), Expressions.value(type, value));
    }

    /** A row whose values are all null is no null, though SQL's IS NULL says so. */
    private static Condition isNull(Field<Object> column, ColumnType type, Object value) {
        boolean wanted = Boolean.TRUE.equals(value);
        if (type instanceof ColumnType.Composite) {
            return DSL.condition("num_nulls({0}) = {1}", column, DSL.inline(wanted ? 1 : 0));
        }
        return wanted ? column.isNull() : column.isNotNull();
    }

    private static Condition like(
            String operator, Field<Object> column, ColumnType type, Object value, UnaryOperator<String> around) {
        return DSL.condition(
                "{0} {1} {2}",
                textual(column, type), DSL.sql(operator), Expressions.text(value, each -> around.apply(escaped(each))));
    }

    /** Without the blanks that fill up a text of fixed length; a citext stays what it is and ignores case. */
    static Field<Object> textual(Field<Object> column, ColumnType type) {
        boolean cast = type instanceof ColumnType.Scalar(ScalarKind kind)
                && (kind == ScalarKind.CHAR || kind == ScalarKind.NAME);
        return cast ? DSL.field("{0}::text", column) : column;
    }

    private static String escaped(Object value) {
        return value.toString().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Condition equal(Field<Object> column, ColumnType type, Object value) {
        return DSL.condition("{0} = {1}", column, storable(type, value));
    }

    private static Condition differs(Field<Object> column, ColumnType type, Object value) {
        return DomainsWithin.any(type)
                ? isNotTrue(equal(column, type, value))
                : compare(column, "is distinct from", type, value);
    }

    /** The value; null where no column of the type can hold it. */
    private static Field<?> storable(ColumnType type, Object value) {
        return DomainsWithin.any(type) ? DomainsWithin.orNull(type, value) : Expressions.value(type, value);
    }

    private static Condition hasAll(
            Field<Object> column, ColumnType type, Object value, Function<Object, Collection<?>> elements) {
        ColumnType element = element(type);
        return DSL.condition(
                "{0} @> {1}",
                column,
                DomainsWithin.any(new ColumnType.Array(element))
                        ? DomainsWithin.orNull(new ColumnType.Array(element), value, elements)
                        : Expressions.array(element, value, elements));
    }

    private static Condition hasAny(Field<Object> column, ColumnType type, Object value) {
        ColumnType element = element(type);
        return DSL.condition(
                "{0} && {1}",
                column,
                DomainsWithin.any(new ColumnType.Array(element))
                        ? DomainsWithin.those(element, value)
                        : Expressions.array(element, value));
    }

    /** The elements of an array however deep, as they are declared. */
    private static ColumnType element(ColumnType type) {
        return type instanceof ColumnType.Array(ColumnType element) ? element(element) : type;
    }

    private static Condition isEmpty(Field<Object> column, ColumnType type, boolean wanted) {
        return type instanceof ColumnType.Array
                ? DSL.condition("cardinality({0}) {1} 0", column, DSL.sql(wanted ? "=" : ">"))
                : DSL.condition("isempty({0}) = {1}", column, DSL.inline(wanted));
    }

    private static Condition keys(String function, Field<Object> column, Object keys) {
        return DSL.condition("{0}({1}, {2})", DSL.sql(function), column, Expressions.array(TEXT, keys));
    }

    private static Condition path(String function, Field<Object> column, Object path) {
        return DSL.condition(
                "{0}({1}, {2}::jsonpath)", DSL.sql(function), column, Expressions.text(path, Object::toString));
    }

    private static Condition contains(Field<Object> column, ColumnType.Range range, Object value) {
        return DSL.condition(
                "{0} @> {1}",
                column,
                DomainsWithin.any(range)
                        ? DomainsWithin.rangeOrNull(range, value)
                        : Expressions.value(range.subtype(), value));
    }

    private static ColumnType.Range range(ColumnType type) {
        return switch (type) {
            case ColumnType.Range range -> range;
            case ColumnType.Multirange multirange -> multirange.range();
            default -> throw new IllegalArgumentException(type.sql() + " has no bounds");
        };
    }

    private static Condition distance(Field<Object> column, ColumnType type, Map<String, Object> wanted, String place) {
        Field<Object> distance = VectorDistance.of(column, type, wanted, place);
        List<Condition> conditions = limits(distance, ColumnType.of(ScalarKind.DOUBLE), wanted);
        if (conditions.isEmpty()) {
            throw Refusal.input(place + ": say how near or how far, by lt, lte, gt or gte");
        }
        return DSL.and(conditions);
    }

    private static Condition similarity(
            Field<Object> column, ColumnType type, Map<String, Object> wanted, String place) {
        List<Condition> conditions =
                limits(TrigramSimilarity.of(column, type, wanted, place), TrigramSimilarity.TYPE, wanted);
        if (conditions.isEmpty()) {
            throw Refusal.input(place + ": say how alike or how different, by lt, lte, gt or gte");
        }
        return DSL.and(conditions);
    }

    static Condition isNotTrue(Condition condition) {
        return DSL.condition("({0}) is not true", condition);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object value) {
        return (Map<String, Object>) value;
    }
}
