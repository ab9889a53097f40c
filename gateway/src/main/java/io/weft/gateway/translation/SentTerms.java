package io.weft.gateway.translation;

import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a service calls the fields of an object that is sent to it, and the types and enum values in it. */
public final class SentTerms {

    private final Subgraph subgraph;
    private final String type;

    /** @param type of the object, in the supergraph's name */
    public SentTerms(Subgraph subgraph, String type) {
        this.subgraph = subgraph;
        this.type = type;
    }

    public String field(RepresentationField field) {
        return switch (subgraph.translation().field(holder(field), field.name())) {
            case FieldTerms.Asked asked -> asked.last().field();
            case FieldTerms.Wrapper wrapper ->
                throw new IllegalStateException(field.name() + " of " + type + " is no field of " + subgraph.name());
        };
    }

    /** The service's names of the field's values, by the supergraph's; empty where they are the same. */
    public Map<String, String> values(RepresentationField field) {
        return definition(field)
                .map(found -> subgraph.translation()
                        .enumValues()
                        .getOrDefault(found.type().typeName(), Map.of()))
                .orElse(Map.of());
    }

    /** Of the objects under a field. */
    public SentTerms below(RepresentationField field) {
        return new SentTerms(
                subgraph,
                definition(field).map(found -> found.type().typeName()).orElse(""));
    }

    /** The service's names of types, by the supergraph's; without those that are the same. */
    public Map<String, String> types() {
        return subgraph.translation().types();
    }

    private Optional<SubgraphField> definition(RepresentationField field) {
        return subgraph.field(holder(field), field.name());
    }

    /** A field that only some types have is looked up in one of these. */
    private String holder(RepresentationField field) {
        Set<String> types = new TreeSet<>(field.onTypes());
        return subgraph.field(type, field.name()).isPresent()
                ? type
                : types.stream()
                        .filter(name -> subgraph.field(name, field.name()).isPresent())
                        .findFirst()
                        .orElse(type);
    }
}
