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
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The entities of a selector's page become a cell of each of its rows: a subquery by the entity's key, which PostgreSQL evaluates for the
 * rows that are left after LIMIT.
 */
final class CompileNodes {

    /** What the selection contract promises to gateways. */
    private static final int PROMISED = 400;

    private final Publication publication;
    private final QueryLimits limits;
    private final Aliases aliases;
    private final CompileFilter filters;
    private final Needs needs;

    /**
     * @param filters of the whole statement, whose conditions are counted together
     * @param needs   gets what the nodes' fields need
     */
    CompileNodes(Publication publication, QueryLimits limits, Aliases aliases, CompileFilter filters, Needs needs) {
        this.publication = publication;
        this.limits = limits;
        this.aliases = aliases;
        this.filters = filters;
        this.needs = needs;
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
        Scope scope = Scope.ofEntities(publication, limits, aliases, filters, needs, first, place);
        Map<String, ObjectReader> readers = new LinkedHashMap<>();
        for (SelectedField field : fields) {
            String name = field.getResultKey();
            readers.put(
                    name,
                    new CompileObject(scope)
                            .compile(
                                    selector.type(), field.getSelectionSet().getImmediateFields(), place + "." + name));
        }
        scope.needCell();
        Field<String> cell = DSL.field(
                "({0})::text",
                SQLDataType.CLOB,
                DSL.select(Expressions.array(scope.cells()))
                        .from(Expressions.table(selector.type().table().name(), scope.alias()))
                        .where(
                                "{0} = {1}",
                                Expressions.column(scope.alias(), selector.keyColumn()),
                                Expressions.column(SelectionOrder.ENTITY, selector.keyColumn())));
        return Optional.of(new Nodes(cell, readers));
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
