package io.weft.postgres.schema;

import static io.weft.postgres.schema.Definitions.field;

import java.util.Optional;

/** The root field of a {@link Selector}, and its types. What all selectors share is in the contract's own SDL. */
final class SelectorSdl {

    private static final String NODES =
            "The page's entities: in the order of `entries`; where those are not selected, ascending by key.";

    private final Publication publication;
    private final Definitions definitions;
    private final FilterSdl filters;
    private final OrderSdl orders;

    SelectorSdl(Publication publication, Definitions definitions, ValueTypeSdl values, SearchSdl searches) {
        this.publication = publication;
        this.definitions = definitions;
        this.filters = new FilterSdl(publication, definitions, values, searches);
        this.orders = new OrderSdl(publication, definitions, searches);
    }

    /** The root field; writes its types. */
    String of(Selector selector) {
        String name = selector.typeName();
        definitions.put(name + "Selection", """
                type %sSelection @inaccessible {
                  keys: KeySet!
                  complete: Boolean!
                  count: Int!
                  estimate: Float!
                  entries: [SelectionEntry!]!
                  endCursor: String
                %s%s}
                """.formatted(
                        name,
                        field(NODES, "nodes", "[" + selector.type().name() + "!]!"),
                        new FacetSdl(publication, definitions, selector.keyColumn())
                                .ofFields(name, selector.fields())
                                .map(facets -> field(null, "facets", facets + "!"))
                                .orElse("")));
        String order =
                ordered(selector).map(input -> "orderBy: [" + input + "!], ").orElse("");
        return field(
                "Which match: for gateways.",
                selector.fieldName() + "(filter: " + filters.ofFields(name, selector.fields()) + ", " + order
                        + "backward: Boolean! = false, after: String, within: KeySet, first: Int!)",
                name + "Selection! @selector(entity: \"" + selector.type().name() + "\", key: \"" + selector.key()
                        + "\", all: true) @inaccessible");
    }

    private Optional<String> ordered(Selector selector) {
        if (!orders.hasSortable(selector.fields())) {
            return Optional.empty();
        }
        definitions.put("SortOrder", ConnectionSdl.SORT_ORDER);
        return Optional.of(orders.ofFields(selector.typeName(), selector.fields()));
    }
}
