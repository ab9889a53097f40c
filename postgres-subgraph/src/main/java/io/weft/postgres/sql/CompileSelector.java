package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Select;

/** The arguments of a selector's root field and what is selected of it in, its statements out. */
public final class CompileSelector {

    private final Publication publication;
    private final QueryLimits limits;

    public CompileSelector(Publication publication, QueryLimits limits) {
        this.publication = publication;
        this.limits = limits;
    }

    /** @param fields what is selected */
    public SelectorQuery compile(
            Selector selector, Map<String, Object> arguments, List<SelectedField> fields, String place) {
        Aliases aliases = new Aliases();
        Needs needs = new Needs();
        CompileFilter filters = new CompileFilter(publication, limits, aliases);
        SelectionScope scope = new SelectionScope(publication, selector, aliases);
        WriteKeys write = new WriteKeys(scope.entities(), aliases);
        Keys keys =
                new CompileKeys(scope, filters).compile(selector.fields(), arguments.get("filter"), place + ".filter");
        SelectionOrder order = new ReadSelectionOrder(scope, new ReadOrder(publication, aliases, needs))
                .read(selector, arguments.get("orderBy"), place);
        Select<?> all = write.select(keys, Within.of(arguments));
        boolean everything = keys.equals(Keys.ALL) && arguments.get("within") == null;
        Map<String, Query<Row>> facets = new LinkedHashMap<>();
        named("facets", fields)
                .forEach(field -> facets.put(
                        field.getResultKey(),
                        new CompileFacets(scope, needs)
                                .compile(
                                        selector.typeName(),
                                        selector.fields(),
                                        field.getSelectionSet().getImmediateFields(),
                                        everything ? Optional.empty() : Optional.of(all),
                                        place + "." + field.getResultKey())));
        return new WriteSelection(scope, write, keys, keys, order, needs)
                .write(
                        arguments,
                        Wanted.of(fields),
                        atHand -> new CompileNodes(publication, limits, aliases, filters, needs, atHand)
                                .compile(selector, WriteSelection.first(arguments), named("nodes", fields), place),
                        all,
                        place)
                .with(facets, RangeInOrder.isIn(arguments));
    }

    private static List<SelectedField> named(String name, List<SelectedField> fields) {
        return fields.stream().filter(field -> field.getName().equals(name)).toList();
    }
}
