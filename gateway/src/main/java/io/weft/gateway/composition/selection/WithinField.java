package io.weft.gateway.composition.selection;

import graphql.language.AstPrinter;
import graphql.language.ObjectValue;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.supergraph.SelectionWithin;
import java.util.Set;

/**
 * A {@code @selects} on a type, as far as it can be read by itself.
 *
 * @param type   the type it stands on
 * @param field  what the gateway is to call the field
 * @param entity what is selected
 * @param filter with a variable for each field of the type that it needs
 */
record WithinField(
        ParsedSubgraph subgraph,
        String type,
        String field,
        String entity,
        ObjectValue filter,
        Set<String> needs,
        int line) {

    WithinField {
        needs = Set.copyOf(needs);
    }

    Coordinate coordinate() {
        return Coordinate.of(type, field);
    }

    String printedFilter() {
        return AstPrinter.printAstCompact(filter);
    }

    boolean saysAs(WithinField other) {
        return entity.equals(other.entity) && printedFilter().equals(other.printedFilter());
    }

    SelectionWithin told() {
        return new SelectionWithin(type, field, filter, needs);
    }
}
