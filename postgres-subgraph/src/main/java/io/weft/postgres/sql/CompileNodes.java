package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The entities of a selector's page become a cell of each of its rows, which PostgreSQL evaluates for those that are left after LIMIT: what is
 * at hand of an entity, and subqueries by its key.
 */
final class CompileNodes {

    /** What the selection contract promises to gateways. */
    private static final int PROMISED = 400;

    private final Publication publication;
    private final QueryLimits limits;
    private final Aliases aliases;
    private final CompileFilter filters;
    private final Needs needs;
    private final AtHand atHand;

    /**
     * @param filters of the whole statement, whose conditions are counted together
     * @param needs   gets what the nodes' fields need
     * @param atHand  of each row of the page
     */
    CompileNodes(
            Publication publication,
            QueryLimits limits,
            Aliases aliases,
            CompileFilter filters,
            Needs needs,
            AtHand atHand) {
        this.publication = publication;
        this.limits = limits;
        this.aliases = aliases;
        this.filters = filters;
        this.needs = needs;
        this.atHand = atHand;
    }

    /**
     * @param cell    the cells of an entity as the text of an array; null where the caller sees no such row
     * @param readers of these cells, by the names of the fields in the answer
     */
    record Nodes(Field<String> cell, Map<String, ObjectReader> readers) {}

    /** @param fields those of the selection that are its nodes; without any, there is nothing to compute */
    Optional<Nodes> compile(Selector selector, Amount first, List<SelectedField> fields, String place) {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        check(first.sample(), place);
        if (first.isGiven()) {
            needs.check(given -> check(first.of(given), place));
        }
        Set<String> columns = fields.stream()
                .flatMap(field -> OwnColumns.of(selector.type(), below(field)).stream())
                .collect(Collectors.toSet());
        Optional<String> told = atHand.alias(selector.type().table(), selector.keyColumn(), columns);
        String alias = told.orElseGet(aliases::next);
        Scope scope = Scope.ofEntities(publication, limits, aliases, filters, needs, alias, first, place);
        Map<String, ObjectReader> readers = new LinkedHashMap<>();
        for (SelectedField field : fields) {
            String name = field.getResultKey();
            readers.put(
                    name, new CompileObject(scope, atHand).compile(selector.type(), below(field), place + "." + name));
        }
        scope.needCell();
        Field<String> cells = Expressions.array(scope.cells());
        Field<Object> key = Expressions.column(alias, selector.keyColumn());
        Field<String> cell = told.isPresent()
                ? AtHand.cell(key, cells)
                : DSL.field(
                        "({0})::text",
                        SQLDataType.CLOB,
                        DSL.select(cells)
                                .from(Expressions.table(selector.type().table().name(), alias))
                                .where(
                                        "{0} = {1}",
                                        key, Expressions.column(SelectionOrder.ENTITY, selector.keyColumn())));
        return Optional.of(new Nodes(cell, readers));
    }

    private static List<SelectedField> below(SelectedField field) {
        return field.getSelectionSet().getImmediateFields();
    }

    private void check(int first, String place) {
        int most = Math.max(PROMISED, limits.page());
        if (first > most) {
            throw Problem.of(
                            ProblemCode.LIMIT_EXCEEDED,
                            place + ".first: a page with nodes has at most " + most + " of them, not " + first
                                    + ". Ask for a smaller page, or for keys only")
                    .with("limit", most)
                    .refusal();
        }
    }
}
