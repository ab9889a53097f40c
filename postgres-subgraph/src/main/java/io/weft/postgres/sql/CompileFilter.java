package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.Names;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Operator;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A filter argument in, a condition out. Counts depth, predicates and relations over one whole statement. */
final class CompileFilter {

    private static final ColumnType COUNT = ColumnType.of(ScalarKind.BIGINT);

    private final Publication publication;
    private final QueryLimits limits;
    private final Aliases aliases;
    private int predicates;
    private int relations;

    CompileFilter(Publication publication, QueryLimits limits, Aliases aliases) {
        this.publication = publication;
        this.limits = limits;
        this.aliases = aliases;
    }

    Condition compile(ObjectType type, String alias, @Nullable Object filter, String place) {
        return filter == null ? DSL.noCondition() : all(type.fields(), alias, fields(filter), place, 1);
    }

    /** A filter that stands within another, so deep. */
    Condition rows(List<PublishedField> known, String alias, Map<String, Object> filter, String place, int depth) {
        return all(known, alias, filter, place, depth);
    }

    private Condition all(
            List<PublishedField> known, String alias, Map<String, Object> filter, String place, int depth) {
        deeper(depth - 1, place);
        List<Condition> conditions = new ArrayList<>();
        filter.forEach((name, value) -> {
            String here = place + "." + name;
            if (value == null) {
                throw refuse(
                        ProblemCode.BAD_USER_INPUT,
                        here,
                        "null says nothing: leave it out" + (isColumn(known, name) ? ", or use {isNull: true}" : ""));
            }
            conditions.add(
                    switch (name) {
                        case "and" -> DSL.and(list(known, alias, value, here, depth));
                        case "or" -> DSL.or(list(known, alias, value, here, depth));
                        case "not" -> CompilePredicate.isNotTrue(all(known, alias, fields(value), here, depth + 1));
                        default -> field(known, alias, name, fields(value), here, depth);
                    });
        });
        return DSL.and(conditions);
    }

    private static boolean isColumn(List<PublishedField> known, String name) {
        return known.stream()
                .anyMatch(field -> field instanceof ColumnField && field.name().equals(name));
    }

    /** One level below. */
    int deeper(int depth, String place) {
        if (depth >= limits.filterDepth()) {
            throw refuse(ProblemCode.LIMIT_EXCEEDED, place, "a filter nests at most " + limits.filterDepth() + " deep");
        }
        return depth + 1;
    }

    private List<Condition> list(List<PublishedField> known, String alias, Object value, String place, int depth) {
        List<Condition> conditions = new ArrayList<>();
        int index = 0;
        for (Object item : (Collection<?>) value) {
            conditions.add(all(known, alias, fields(item), place + "[" + index++ + "]", depth + 1));
        }
        return conditions;
    }

    private Condition field(
            List<PublishedField> known, String alias, String name, Map<String, Object> value, String place, int depth) {
        PublishedField field = known.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refuse(ProblemCode.BAD_USER_INPUT, place, "there is no such field"));
        return switch (field) {
            case ColumnField column ->
                matched(column, alias, value, place)
                        .and(value(
                                Expressions.column(alias, column.column().name()),
                                column.column().type(),
                                value,
                                place));
            case GroupField group -> all(group.fields(), alias, value, place, depth + 1);
            case ToOneField one -> {
                Related rows = related(one.typeName(), one.joins(), alias, place);
                yield DSL.exists(rows.meeting(value, place, depth));
            }
            case ToManyField many -> many(many, alias, value, place, depth);
            case MeasureField measure ->
                throw refuse(ProblemCode.BAD_USER_INPUT, place, measure.name() + " cannot be filtered by");
        };
    }

    /** What a search is found by besides, if its column says so. */
    private static Condition matched(ColumnField column, String alias, Map<String, Object> operators, String place) {
        return operators.get("matchesText") instanceof Map<?, ?> search
                ? MatchedBy.of(column.column())
                        .map(by -> by.finds(alias, TextSearch.of(fields(search), place + ".matchesText")))
                        .orElse(DSL.noCondition())
                : DSL.noCondition();
    }

    private Condition many(ToManyField many, String alias, Map<String, Object> quantifiers, String place, int depth) {
        List<Condition> conditions = new ArrayList<>();
        quantifiers.forEach((quantifier, filter) -> {
            String here = place + "." + quantifier;
            if (filter == null) {
                throw refuse(ProblemCode.BAD_USER_INPUT, here, "null says nothing: leave it out");
            }
            Related rows = related(many.typeName(), many.joins(), alias, here);
            conditions.add(
                    switch (quantifier) {
                        case "some" -> DSL.exists(rows.meeting(fields(filter), here, depth));
                        case "none" -> DSL.notExists(rows.meeting(fields(filter), here, depth));
                        case "every" -> DSL.notExists(rows.breaking(fields(filter), here, depth));
                        case "count" -> rows.count(fields(filter), here, depth);
                        default -> throw refuse(ProblemCode.BAD_USER_INPUT, here, "use some, every, none or count");
                    });
        });
        return DSL.and(conditions);
    }

    private Related related(String typeName, List<Join> joins, String alias, String place) {
        follow(place);
        ObjectType target = publication.type(typeName);
        String other = aliases.next();
        return new Related(target, other, joined(joins, alias, other));
    }

    /** Counts a relation that is followed. */
    void follow(String place) {
        if (++relations > limits.filterRelations()) {
            throw refuse(
                    ProblemCode.LIMIT_EXCEEDED,
                    place,
                    "the filters of a request follow at most " + limits.filterRelations() + " relations");
        }
    }

    /** What a number of rows must be. */
    Condition count(Field<Object> count, Map<String, Object> operators, String place) {
        if (operators.isEmpty()) {
            throw refuse(ProblemCode.BAD_USER_INPUT, place, "say how many, by eq, ne, lt, lte, gt or gte");
        }
        return value(count, COUNT, operators, place);
    }

    /** The rows of another table that belong to a row. */
    private final class Related {

        private final ObjectType target;
        private final String alias;
        private final Condition joined;

        Related(ObjectType target, String alias, Condition joined) {
            this.target = target;
            this.alias = alias;
            this.joined = joined;
        }

        private Select<?> rows(SelectField<?> what, Condition condition) {
            return DSL.select(what)
                    .from(Expressions.table(target.table().name(), alias))
                    .where(joined.and(condition));
        }

        Select<?> meeting(Map<String, Object> filter, String place, int depth) {
            return rows(DSL.one(), all(target.fields(), alias, filter, place, depth + 1));
        }

        Select<?> breaking(Map<String, Object> filter, String place, int depth) {
            return rows(DSL.one(), CompilePredicate.isNotTrue(all(target.fields(), alias, filter, place, depth + 1)));
        }

        Condition count(Map<String, Object> wanted, String place, int depth) {
            Map<String, Object> operators = new LinkedHashMap<>(wanted);
            Object of = operators.remove("of");
            Condition counted =
                    of == null ? DSL.noCondition() : all(target.fields(), alias, fields(of), place + ".of", depth + 1);
            Field<Object> count = DSL.field("({0})", rows(DSL.count(), counted));
            return CompileFilter.this.count(count, operators, place);
        }
    }

    static Condition joined(List<Join> joins, String alias, String other) {
        return DSL.and(joins.stream()
                .map(join -> DSL.condition(
                        "{0} = {1}",
                        Expressions.column(other, join.targetColumn()), Expressions.column(alias, join.column())))
                .toList());
    }

    /** The operators of one value. */
    Condition value(Field<Object> value, ColumnType type, Map<String, Object> operators, String place) {
        List<Condition> conditions = new ArrayList<>();
        operators.forEach((name, argument) -> {
            String here = place + "." + name;
            if (argument == null) {
                throw refuse(
                        ProblemCode.BAD_USER_INPUT,
                        here,
                        "null cannot be compared: use {isNull: true} or {isNull: false}");
            }
            Optional<Operator> operator = Operator.named(type, name);
            if (operator.isEmpty()) {
                conditions.add(attribute(value, type, name, fields(argument), here));
                return;
            }
            if (++predicates > limits.filterPredicates()) {
                throw refuse(
                        ProblemCode.LIMIT_EXCEEDED,
                        here,
                        "a request has at most " + limits.filterPredicates() + " conditions");
            }
            conditions.add(
                    Refusal.placed(here, () -> CompilePredicate.compile(operator.get(), value, type, argument, here)));
        });
        return DSL.and(conditions);
    }

    /** A part of a composite value. */
    private Condition attribute(
            Field<Object> value, ColumnType type, String name, Map<String, Object> operators, String place) {
        if (type.plain() instanceof ColumnType.Composite composite) {
            for (ColumnType.Attribute attribute : composite.attributes()) {
                if (Names.camel(attribute.name()).equals(name)) {
                    Field<Object> part = DSL.field("({0}).{1}", value, DSL.name(attribute.name()));
                    return value(part, attribute.type(), operators, place);
                }
            }
        }
        throw refuse(ProblemCode.BAD_USER_INPUT, place, "there is no such operator here");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object filter) {
        return (Map<String, Object>) filter;
    }

    private static Refusal refuse(ProblemCode code, String place, String message) {
        return Problem.of(code, place + ": " + message).with("argument", place).refusal();
    }
}
