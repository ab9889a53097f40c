package io.weft.gateway.supergraph;

import io.weft.gateway.document.TypeReference;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A root field of a subgraph that says which entities match, as the selection contract describes it.
 *
 * @param subgraph  who is asked
 * @param url       where it answers
 * @param field     the root field
 * @param all       whether every entity that there is takes part, so that {@code not} within its filter says the same as
 *                  outside of it
 * @param filter    what it can filter by; empty where it only orders
 * @param order     what it can order by
 * @param kinds     what is peculiar to some of its orders
 * @param facets    what it can say of a selection as a whole
 * @param offers    what else it says of a selection, though the contract does not demand it
 */
public record Selector(
        SubgraphName subgraph,
        URI url,
        String field,
        boolean all,
        Optional<Filter> filter,
        Optional<Part> order,
        OrderKinds kinds,
        Optional<Part> facets,
        Set<Offer> offers) {

    public Selector {
        Objects.requireNonNull(subgraph);
        Objects.requireNonNull(url);
        Objects.requireNonNull(field);
        Objects.requireNonNull(filter);
        Objects.requireNonNull(order);
        Objects.requireNonNull(facets);
        Objects.requireNonNull(kinds);
        offers = Set.copyOf(offers);
    }

    /** A field of its answer that it may leave out. */
    public enum Offer {
        /** About how many match. */
        ESTIMATE("estimate", "Float!"),
        /** About what part of the nearest are among the entries. */
        RECALL("recall", "Float"),
        /** The cursor of the last entry. */
        END_CURSOR("endCursor", "String"),
        /** The entities themselves. */
        NODES("nodes", "[%s!]!");

        private final String field;
        private final String type;

        Offer(String field, String type) {
            this.field = field;
            this.type = type;
        }

        public String field() {
            return field;
        }

        /** As it is printed, of a selector of entities of a type. */
        public String type(String entity) {
            return type.formatted(entity);
        }
    }

    /**
     * Orders, each by the path of its fields in the selector's own input, such as {@code a.b}.
     *
     * @param relative    an entity's place depends on what else is selected: only the whole selection can be put in such an order
     * @param approximate of many, the first ones may be told without some that should be among them; of few, none is missing
     */
    public record OrderKinds(Set<String> relative, Set<String> approximate) {
        public OrderKinds {
            relative = Set.copyOf(relative);
            approximate = Set.copyOf(approximate);
        }
    }

    /** Filters are looked up by it, again and again: no two selectors of a graph have one root field. */
    @Override
    public int hashCode() {
        return 31 * subgraph.hashCode() + field.hashCode();
    }

    public boolean offers(Offer offer) {
        return offers.contains(offer);
    }

    public boolean estimates() {
        return offers(Offer.ESTIMATE);
    }

    /**
     * What a subgraph contributes to an input, or to the facets, of the whole.
     *
     * @param type   of the argument, or of the field, in the subgraph
     * @param fields by which it is addressed in the whole
     * @param within whether those are one field that holds the subgraph's own value; else they are its own fields
     */
    public record Part(TypeReference type, Set<String> fields, boolean within) {
        public Part {
            Objects.requireNonNull(type);
            fields = Set.copyOf(fields);
        }
    }

    /** @param connectives which of {@code and}, {@code or} and {@code not} it understands */
    public record Filter(Part part, Set<String> connectives) {
        public static final List<String> CONNECTIVES = List.of("and", "or", "not");

        public Filter {
            Objects.requireNonNull(part);
            connectives = Set.copyOf(connectives);
        }
    }
}
