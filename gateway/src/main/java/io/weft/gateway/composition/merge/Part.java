package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.List;

/** An element as one subgraph defines it. */
record Part<E extends Element>(ValidatedSubgraph subgraph, E element) {

    SourcePlace place() {
        return new SourcePlace(subgraph.name(), element.line());
    }

    static <E extends Element> List<SourcePlace> places(List<Part<E>> parts) {
        return parts.stream().map(Part::place).toList();
    }

    static <E extends Element> String subgraphs(List<Part<E>> parts) {
        return String.join(
                ", ", parts.stream().map(part -> part.subgraph().name().value()).toList());
    }
}
