package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A root field with {@code @selector}, as far as it keeps the contract.
 *
 * @param entity    the type it selects from
 * @param key       the entity's field that is the key
 * @param rootField what the gateway is to call the selection
 * @param as        the field that holds its filter, order and facets
 * @param kinds     what it says of its orders
 * @param answer    the field's type
 */
record SelectorField(
        ParsedSubgraph subgraph,
        SchemaField field,
        String entity,
        String key,
        String rootField,
        Optional<String> as,
        boolean all,
        Selector.OrderKinds kinds,
        SchemaType.ObjectType answer) {

    SubgraphName name() {
        return subgraph.name();
    }

    Coordinate coordinate() {
        return Coordinate.of("Query", field.name());
    }

    Optional<SchemaType.InputType> input(String argument) {
        SchemaInputValue value = field.arguments().get(argument);
        return value != null && subgraph.types().get(value.type().typeName()) instanceof SchemaType.InputType input
                ? Optional.of(input)
                : Optional.empty();
    }

    /** What else the answer says, though the contract does not demand it. */
    Set<Selector.Offer> offers() {
        return Arrays.stream(Selector.Offer.values())
                .filter(offer -> answer.fields().containsKey(offer.field()))
                .collect(Collectors.toSet());
    }

    Optional<SchemaType.ObjectType> facets() {
        SchemaField facets = answer.fields().get("facets");
        return facets != null && subgraph.types().get(facets.type().typeName()) instanceof SchemaType.ObjectType type
                ? Optional.of(type)
                : Optional.empty();
    }

    /** Of an argument that is there. */
    TypeReference argumentType(String argument) {
        return Objects.requireNonNull(field.arguments().get(argument), argument).type();
    }

    /** Where there are facets. */
    TypeReference facetsType() {
        return Objects.requireNonNull(answer.fields().get("facets"), "facets").type();
    }
}
