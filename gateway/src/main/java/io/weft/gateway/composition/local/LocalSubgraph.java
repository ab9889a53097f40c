package io.weft.gateway.composition.local;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.validation.FieldFacts;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.supergraph.LocalValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway's own fields in the terms of a subgraph: one that is no service, knows every object, and is asked nothing.
 * A constant is a field it resolves. A link is a field that requires what its key is made of, and provides that key of
 * the object it leads to; from there the object's services are looked up like any other.
 *
 * @param parsed    its types, with nothing but its own fields
 * @param links     in the order of their definition
 * @param constants by type and field
 */
public record LocalSubgraph(
        ParsedSubgraph parsed, List<LocalLink> links, Map<String, Map<String, LocalValue.Constant>> constants) {
    public LocalSubgraph {
        links = List.copyOf(links);
        constants = Map.copyOf(constants);
    }

    /** To be merged with the services: it has no type that the gateway only refers to. */
    public ValidatedSubgraph own() {
        return subgraph(parsed.types(), facts());
    }

    /** To be planned with: it knows keys of the objects that its links lead to. */
    public ValidatedSubgraph referring(MergedSchema merged) {
        Map<String, SchemaType> types = new LinkedHashMap<>(parsed.types());
        Map<String, Map<String, FieldFacts>> facts = facts();
        links.forEach(link -> link.addTargets(types, facts, merged));
        return subgraph(types, facts);
    }

    public void check(MergedSchema merged, Problems problems) {
        for (LocalLink link : links) {
            new CheckLocalLink(
                            link,
                            merged.types(),
                            reason -> problems.error(
                                    ErrorCode.LOCAL_LINK_INVALID,
                                    link.at() + ": " + reason,
                                    link.at(),
                                    List.of(SourcePlace.of(
                                            parsed.name(), link.said().at()))))
                    .check();
        }
    }

    private ValidatedSubgraph subgraph(Map<String, SchemaType> types, Map<String, Map<String, FieldFacts>> facts) {
        Map<Coordinate, Stitches.Requirement> requires = new LinkedHashMap<>();
        Map<String, Map<String, LocalValue>> local = new LinkedHashMap<>();
        constants.forEach((type, fields) ->
                local.computeIfAbsent(type, key -> new LinkedHashMap<>()).putAll(fields));
        for (LocalLink link : links) {
            link.needs()
                    .ifPresent(needs -> requires.put(
                            link.at(),
                            new Stitches.Requirement(
                                    needs,
                                    SourcePlace.of(parsed.name(), link.said().at()))));
            local.computeIfAbsent(link.at().type(), key -> new LinkedHashMap<>())
                    .put(link.field().name(), new LocalValue.Link(link.field().type(), link.key()));
        }
        return new ValidatedSubgraph(
                parsed.withTypes(types), Map.of(), facts, Map.of(), new Stitches(List.of(), requires, Map.of(), local));
    }

    private Map<String, Map<String, FieldFacts>> facts() {
        Map<Coordinate, LocalLink> byField = new HashMap<>();
        links.forEach(link -> byField.put(link.at(), link));
        Map<String, Map<String, FieldFacts>> facts = new LinkedHashMap<>();
        parsed.types().forEach((name, type) -> {
            if (type instanceof SchemaType.Composite composite) {
                Map<String, FieldFacts> ofType = new HashMap<>();
                composite.fields().keySet().forEach(field -> {
                    Optional<LocalLink> link = Optional.ofNullable(byField.get(Coordinate.of(name, field)));
                    ofType.put(
                            field,
                            new FieldFacts(
                                    FieldFacts.External.NO,
                                    FieldFacts.Sharing.SHAREABLE,
                                    link.flatMap(LocalLink::needs),
                                    link.map(LocalLink::known)));
                });
                facts.put(name, ofType);
            }
        });
        return facts;
    }

    /** The services, and beside them the gateway. */
    public static List<ValidatedSubgraph> beside(List<ValidatedSubgraph> services, Optional<ValidatedSubgraph> local) {
        List<ValidatedSubgraph> all = new ArrayList<>(services);
        local.ifPresent(all::add);
        return all;
    }
}
