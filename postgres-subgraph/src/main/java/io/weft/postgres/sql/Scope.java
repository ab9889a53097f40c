package io.weft.postgres.sql;

import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.schema.Publication;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

/** One row while its statement is compiled: the table's alias and the cells selected so far. */
final class Scope {

    private final Publication publication;
    private final QueryLimits limits;
    private final Aliases aliases;
    private final CompileFilter filters;
    private final String alias;
    private final long rowsAround;
    private final List<Field<String>> cells = new ArrayList<>();

    private Scope(
            Publication publication, QueryLimits limits, Aliases aliases, CompileFilter filters, long rowsAround) {
        this.publication = publication;
        this.limits = limits;
        this.aliases = aliases;
        this.filters = filters;
        this.alias = aliases.next();
        this.rowsAround = rowsAround;
    }

    static Scope root(Publication publication, QueryLimits limits) {
        Aliases aliases = new Aliases();
        return new Scope(publication, limits, aliases, new CompileFilter(publication, limits, aliases), 1);
    }

    /** The scope of rows nested in this one, at most so many for each row of this. */
    Scope nested(int atMost, String place) {
        long rows = rowsAround * Math.max(1, atMost);
        if (rows > limits.nestedRows()) {
            throw Problem.of(
                            ProblemCode.LIMIT_EXCEEDED,
                            place + ": pages within pages could give " + rows + " rows, the limit is "
                                    + limits.nestedRows() + ". Ask for smaller pages")
                    .with("limit", limits.nestedRows())
                    .refusal();
        }
        return new Scope(publication, limits, aliases, filters, rows);
    }

    /** Adds a cell and says where it is. */
    int cell(Field<String> expression) {
        cells.add(expression);
        return cells.size() - 1;
    }

    List<Field<String>> cells() {
        return cells;
    }

    String alias() {
        return alias;
    }

    Publication publication() {
        return publication;
    }

    QueryLimits limits() {
        return limits;
    }

    CompileFilter filters() {
        return filters;
    }
}
