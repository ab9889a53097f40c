package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Operator;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A filter argument in, a condition out. Counts depth and predicates over one whole statement. */
final class CompileFilter {

    private final Publication publication;
    private final QueryLimits limits;
    private final Aliases aliases;
    private int predicates;

    CompileFilter(Publication publication, QueryLimits limits, Aliases aliases) {
        this.publication = publication;
        this.limits = limits;
        this.aliases = aliases;
    }

    Condition compile(ObjectType type, String alias, @Nullable Object filter, String place) {
        return filter == null ? DSL.noCondition() : all(type, alias, fields(filter), place, 1);
    }

    private Condition all(ObjectType type, String alias, Map<String, Object> filter, String place, int depth) {
        if (depth > limits.filterDepth()) {
            throw refuse(ProblemCode.LIMIT_EXCEEDED, place, "a filter nests at most " + limits.filterDepth() + " deep");
        }
        List<Condition> conditions = new ArrayList<>();
        filter.forEach((name, value) -> {
            String here = place + "." + name;
            if (value == null) {
                throw refuse(
                        ProblemCode.BAD_USER_INPUT, here, "null says nothing: leave it out, or use {isNull: true}");
            }
            conditions.add(
                    switch (name) {
                        case "and" -> DSL.and(list(type, alias, value, here, depth));
                        case "or" -> DSL.or(list(type, alias, value, here, depth));
                        case "not" -> isNotTrue(all(type, alias, fields(value), here, depth + 1));
                        default -> field(type, alias, name, value, here, depth);
                    });
        });
        return DSL.and(conditions);
    }

    private List<Condition> list(ObjectType type, String alias, Object value, String place, int depth) {
        List<Condition> conditions = new ArrayList<>();
        int index = 0;
        for (Object item : (Collection<?>) value) {
            conditions.add(all(type, alias, fields(item), place + "[" + index++ + "]", depth + 1));
        }
        return conditions;
    }

    private Condition field(ObjectType type, String alias, String name, Object value, String place, int depth) {
        PublishedField field = type.field(name)
                .orElseThrow(() -> refuse(ProblemCode.BAD_USER_INPUT, place, type.name() + " has no such field"));
        return switch (field) {
            case ColumnField column -> column(alias, column, fields(value), place);
            case ToOneField one -> related(one.typeName(), one.joins(), alias, fields(value), place, depth);
            case ToManyField many -> many(many, alias, fields(value), place, depth);
            case PublishedField.GroupField group ->
                throw refuse(ProblemCode.BAD_USER_INPUT, place, group.typeName() + " cannot be filtered by");
        };
    }

    private Condition many(ToManyField many, String alias, Map<String, Object> quantifiers, String place, int depth) {
        List<Condition> conditions = new ArrayList<>();
        quantifiers.forEach((quantifier, filter) -> {
            String here = place + "." + quantifier;
            conditions.add(
                    switch (quantifier) {
                        case "some" -> related(many.typeName(), many.joins(), alias, fields(filter), here, depth);
                        case "none" ->
                            related(many.typeName(), many.joins(), alias, fields(filter), here, depth)
                                    .not();
                        case "every" ->
                            breaks(many, alias, fields(filter), here, depth).not();
                        default -> throw refuse(ProblemCode.BAD_USER_INPUT, here, "use some, every or none");
                    });
        });
        return DSL.and(conditions);
    }

    private Condition related(
            String typeName, List<Join> joins, String alias, Map<String, Object> filter, String place, int depth) {
        ObjectType target = publication.type(typeName);
        String other = aliases.next();
        return DSL.exists(DSL.selectOne()
                .from(Expressions.table(target.table().name(), other))
                .where(joined(joins, alias, other).and(all(target, other, filter, place, depth + 1))));
    }

    private Condition breaks(ToManyField many, String alias, Map<String, Object> filter, String place, int depth) {
        ObjectType target = publication.type(many.typeName());
        String other = aliases.next();
        return DSL.exists(DSL.selectOne()
                .from(Expressions.table(target.table().name(), other))
                .where(joined(many.joins(), alias, other)
                        .and(isNotTrue(all(target, other, filter, place, depth + 1)))));
    }

    static Condition joined(List<Join> joins, String alias, String other) {
        return DSL.and(joins.stream()
                .map(join -> DSL.condition(
                        "{0} = {1}",
                        Expressions.column(other, join.targetColumn()), Expressions.column(alias, join.column())))
                .toList());
    }

    private Condition column(String alias, ColumnField field, Map<String, Object> operators, String place) {
        List<Condition> conditions = new ArrayList<>();
        ColumnType type = field.column().type();
        operators.forEach((name, value) -> {
            String here = place + "." + name;
            Operator operator = Operator.named(type, name)
                    .orElseThrow(() -> refuse(ProblemCode.BAD_USER_INPUT, here, "there is no such operator here"));
            if (value == null) {
                throw refuse(
                        ProblemCode.BAD_USER_INPUT,
                        here,
                        "null cannot be compared: use {isNull: true} or {isNull: false}");
            }
            if (++predicates > limits.filterPredicates()) {
                throw refuse(
                        ProblemCode.LIMIT_EXCEEDED,
                        here,
                        "a request has at most " + limits.filterPredicates() + " conditions");
            }
            conditions.add(
                    predicate(operator, Expressions.column(alias, field.column().name()), type, value));
        });
        return DSL.and(conditions);
    }

    private static Condition predicate(Operator operator, Field<Object> column, ColumnType type, Object value) {
        return switch (operator) {
            case EQ -> DSL.condition("{0} = {1}", column, Expressions.value(type, value));
            case NE -> DSL.condition("{0} is distinct from {1}", column, Expressions.value(type, value));
            case IN -> DSL.condition("{0} = any({1})", column, elements(type, value));
            case NOT_IN -> isNotTrue(DSL.condition("{0} = any({1})", column, elements(type, value)));
            case IS_NULL -> Boolean.TRUE.equals(value) ? column.isNull() : column.isNotNull();
            case LT -> DSL.condition("{0} < {1}", column, Expressions.value(type, value));
            case LTE -> DSL.condition("{0} <= {1}", column, Expressions.value(type, value));
            case GT -> DSL.condition("{0} > {1}", column, Expressions.value(type, value));
            case GTE -> DSL.condition("{0} >= {1}", column, Expressions.value(type, value));
            case CONTAINS -> like("like", column, "%" + escaped(value) + "%");
            case CONTAINS_IGNORE_CASE -> like("ilike", column, "%" + escaped(value) + "%");
            case STARTS_WITH -> like("like", column, escaped(value) + "%");
            case STARTS_WITH_IGNORE_CASE -> like("ilike", column, escaped(value) + "%");
            case ENDS_WITH -> like("like", column, "%" + escaped(value));
            case ENDS_WITH_IGNORE_CASE -> like("ilike", column, "%" + escaped(value));
            case MATCHES -> DSL.condition("{0} ~ {1}", column, Expressions.scalar(ScalarKind.TEXT, value));
            case SIMILAR_TO ->
                DSL.condition("similarity({0}, {1}) >= 0.3", column, Expressions.scalar(ScalarKind.TEXT, value));
            case HAS -> DSL.condition("{0} @> {1}", column, elements(type, List.of(value)));
            case HAS_ANY -> DSL.condition("{0} && {1}", column, elements(type, value));
            case HAS_ALL -> DSL.condition("{0} @> {1}", column, elements(type, value));
            case CONTAINS_JSON ->
                DSL.condition("{0} @> {1}", column, Expressions.scalar(ScalarKind.JSONB, WriteJson.text(value)));
            case PATH ->
                DSL.condition(
                        "jsonb_path_exists({0}, {1}::jsonpath)", column, Expressions.scalar(ScalarKind.TEXT, value));
        };
    }

    private static Condition like(String operator, Field<Object> column, String pattern) {
        return DSL.condition("{0} {1} {2}", column, DSL.sql(operator), Expressions.scalar(ScalarKind.TEXT, pattern));
    }

    private static String escaped(Object value) {
        return value.toString().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Field<?> elements(ColumnType type, Object values) {
        ScalarKind kind = switch (type) {
            case ColumnType.Scalar(ScalarKind scalar) -> scalar;
            case ColumnType.Array(ScalarKind element) -> element;
            case ColumnType.Vector _, ColumnType.Other _ -> ScalarKind.TEXT;
        };
        return Expressions.array(kind, (Collection<?>) values);
    }

    private static Condition isNotTrue(Condition condition) {
        return DSL.condition("({0}) is not true", condition);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object filter) {
        return (Map<String, Object>) filter;
    }

    private static Refusal refuse(ProblemCode code, String place, String message) {
        return Problem.of(code, place + ": " + message).with("argument", place).refusal();
    }
}
