package io.weft.postgres.sql;

import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.schema.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One row while its statement is compiled: the table's alias and the cells selected so far. */
final class Scope {

    private final Publication publication;
    private final QueryLimits limits;
    private final Aliases aliases;
    private final CompileFilter filters;
    private final Needs needs;
    private final String alias;
    private final List<Amount> pagesAround;
    private final List<Field<String>> cells = new ArrayList<>();

    private Scope(
            Publication publication,
            QueryLimits limits,
            Aliases aliases,
            CompileFilter filters,
            Needs needs,
            String alias,
            List<Amount> pagesAround) {
        this.publication = publication;
        this.limits = limits;
        this.aliases = aliases;
        this.filters = filters;
        this.needs = needs;
        this.alias = alias;
        this.pagesAround = pagesAround;
    }

    static Scope root(Publication publication, QueryLimits limits) {
        Aliases aliases = new Aliases();
        CompileFilter filters = new CompileFilter(publication, limits, aliases);
        return new Scope(publication, limits, aliases, filters, new Needs(), aliases.next(), List.of());
    }

    /**
     * The scope of a selector's entities, in a statement of others' aliases: at most so many, as a page has.
     *
     * @param alias what has the columns that are read of them
     */
    static Scope ofEntities(
            Publication publication,
            QueryLimits limits,
            Aliases aliases,
            CompileFilter filters,
            Needs needs,
            String alias,
            Amount atMost,
            String place) {
        return new Scope(publication, limits, aliases, filters, needs, "", List.of()).nested(alias, atMost, place);
    }

    /** The scope of rows nested in this one, at most so many for each row of this. */
    Scope nested(Amount atMost, String place) {
        return nested(aliases.next(), atMost, place);
    }

    /** The same of rows that have an alias already. */
    Scope nested(String nested, Amount atMost, String place) {
        List<Amount> pages = new ArrayList<>(pagesAround);
        pages.add(atMost);
        check(pages.stream().mapToLong(Amount::sample), place);
        if (pages.stream().anyMatch(Amount::isGiven)) {
            needs.check(given -> check(pages.stream().mapToLong(page -> page.of(given)), place));
        }
        return new Scope(publication, limits, aliases, filters, needs, nested, pages);
    }

    private void check(LongStream pages, String place) {
        long rows = pages.map(page -> Math.max(1, page)).reduce(1, Math::multiplyExact);
        if (rows > limits.nestedRows()) {
            throw Problem.of(
                            ProblemCode.LIMIT_EXCEEDED,
                            place + ": pages within pages could give " + rows + " rows, the limit is "
                                    + limits.nestedRows() + ". Ask for smaller pages")
                    .with("limit", limits.nestedRows())
                    .refusal();
        }
    }

    /** Other rows, as many. */
    Scope beside() {
        return new Scope(publication, limits, aliases, filters, needs, aliases.next(), pagesAround);
    }

    /** Other rows, whose filter says again what another says: it is not counted twice. */
    Scope repeating() {
        return new Scope(
                publication,
                limits,
                aliases,
                new CompileFilter(publication, limits, aliases),
                needs,
                aliases.next(),
                pagesAround);
    }

    /** The same rows in a subquery of their own. */
    Scope again() {
        return new Scope(publication, limits, aliases, filters, needs, alias, pagesAround);
    }

    /** Adds a cell where there is none: PostgreSQL has no array without a type. */
    void needCell() {
        if (cells.isEmpty()) {
            cell(DSL.inline("1", SQLDataType.CLOB));
        }
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

    ReadOrder orders() {
        return new ReadOrder(publication, aliases, needs);
    }

    Needs needs() {
        return needs;
    }

    /** Whether there is one row of it: the whole answer. */
    boolean isRoot() {
        return pagesAround.isEmpty() && alias.equals("t1");
    }

    CompileFilter filters() {
        return filters;
    }
}
