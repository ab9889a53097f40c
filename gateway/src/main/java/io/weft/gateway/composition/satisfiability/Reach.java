package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Subgraphs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which subgraphs can be reached from where, and what they resolve there. */
final class Reach {

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final Subgraphs subgraphs;
    private final MergedSchema merged;
    private final RuntimeTypes types;
    private final Map<Position, Set<Source>> known = new HashMap<>();
    private final Set<Position> opened = new HashSet<>();
    private final Set<Requirement> underway = new HashSet<>();
    private final Set<Position> walking = new HashSet<>();
    private final Set<Position> giving = new HashSet<>();
    private final FindGiven findGiven;
    private final Set<String> labelsOn;

    private record Requirement(Position position, SubgraphName subgraph, String field) {}

    /** @param labelsOn the labels of progressive overrides that are on */
    Reach(Subgraphs subgraphs, MergedSchema merged, RuntimeTypes types, Set<String> labelsOn) {
        this.subgraphs = subgraphs;
        this.merged = merged;
        this.types = types;
        this.findGiven = new FindGiven(subgraphs, types);
        this.labelsOn = labelsOn;
    }

    RuntimeTypes types() {
        return types;
    }

    boolean isNew(Position position) {
        return opened.add(position);
    }

    /** The objects a field of the position gives. */
    List<Position> below(Position position, String typeName, List<Source> sources) {
        Set<Given> given = givenBelow(position);
        return types.positions(typeName, sources).stream()
                .map(below -> below.below(given))
                .toList();
    }

    private Set<Given> givenBelow(Position position) {
        if (!findGiven.isGiving(position.type()) || !giving.add(position)) {
            return position.given();
        }
        try {
            Set<Source> reached = from(position);
            return findGiven.below(position.type(), position.given(), selection -> has(position, reached, selection));
        } finally {
            giving.remove(position);
        }
    }

    /** The sources of the position, and every subgraph that a chain of keys leads to. */
    Set<Source> from(Position position) {
        Set<Source> found = known.get(position);
        if (found != null) {
            return found;
        }
        Set<Source> reached = new LinkedHashSet<>(position.sources());
        if (!walking.add(position)) {
            return reached;
        }
        if (ROOTS.contains(position.type())) {
            for (Subgraph subgraph : subgraphs.all()) {
                if (subgraph.type(position.type()).isPresent()) {
                    reached.add(Source.of(subgraph.name()));
                }
            }
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String name : types.names(position.type())) {
                for (Lookup lookup : subgraphs.lookups(name)) {
                    Source target = Source.of(lookup.subgraph());
                    if (!reached.contains(target)
                            && finds(lookup, position.type())
                            && has(position, reached, lookup.key().selections())) {
                        grown |= reached.add(target);
                    }
                }
            }
        }
        walking.remove(position);
        // inside a circle of keys or requirements less seems reachable than is
        if (walking.isEmpty() && underway.isEmpty()) {
            known.put(position, reached);
        }
        return reached;
    }

    /** An interface's lookup finds what implements it there; an interface object stands for every implementation. */
    private boolean finds(Lookup lookup, String type) {
        return lookup.type().equals(type)
                || switch (subgraphs
                        .subgraph(lookup.subgraph())
                        .type(lookup.type())
                        .orElse(null)) {
                    case SubgraphType.InterfaceObject object -> true;
                    case SubgraphType.InterfaceType contract ->
                        contract.implementations().contains(type);
                    case null, default -> false;
                };
    }

    /** Whether everything selected can be had of the object. */
    private boolean has(Position position, Set<Source> reached, SelectionSet selections) {
        for (Selection selection : selections.selections()) {
            boolean found = switch (selection) {
                case InlineFragment fragment ->
                    !fragment.typeCondition()
                                    .map(type -> types.of(type).contains(position.type()))
                                    .orElse(true)
                            || has(position, reached, fragment.selections());
                case FieldSelection field -> hasField(position, reached, field);
            };
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private boolean hasField(Position position, Set<Source> reached, FieldSelection field) {
        if (field.name().equals(FieldSelection.TYPENAME)) {
            return true;
        }
        List<Source> next = resolving(position, reached, field.name());
        if (next.isEmpty()) {
            return false;
        }
        if (field.selections().isEmpty()) {
            return true;
        }
        return merged.types().get(position.type()) instanceof SchemaType.Composite composite
                && composite.fields().get(field.name()) instanceof SchemaField own
                && below(position, own.type().typeName(), next).stream()
                        .allMatch(below -> has(below, from(below), field.selections()));
    }

    /** The sources that resolve the field, as sources of what it gives. */
    List<Source> resolving(Position position, Set<Source> reached, String fieldName) {
        List<Source> resolving = new ArrayList<>();
        for (Source source : reached) {
            Optional<SubgraphField> field = field(source.subgraph(), position.type(), fieldName);
            Optional<FieldSelection> provided = provided(source, position.type(), fieldName);
            boolean resolves = provided.isPresent()
                    || (field.isPresent()
                            && isResolved(source.subgraph(), field.get())
                            && isSatisfied(position, reached, source.subgraph(), field.get()));
            if (resolves) {
                SelectionSet below = provided.map(FieldSelection::selections)
                        .filter(selections -> !selections.isEmpty())
                        .or(() -> field.flatMap(SubgraphField::provides).map(FieldSet::selections))
                        .orElse(SelectionSet.EMPTY);
                resolving.add(new Source(source.subgraph(), below));
            }
        }
        return resolving;
    }

    private Optional<FieldSelection> provided(Source source, String type, String fieldName) {
        return provided(source.provided(), type, fieldName);
    }

    private Optional<FieldSelection> provided(SelectionSet selections, String type, String fieldName) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case FieldSelection field -> {
                    if (field.name().equals(fieldName)) {
                        return Optional.of(field);
                    }
                }
                case InlineFragment fragment -> {
                    boolean applies = fragment.typeCondition()
                            .map(condition -> types.of(condition).contains(type))
                            .orElse(true);
                    Optional<FieldSelection> found =
                            applies ? provided(fragment.selections(), type, fieldName) : Optional.empty();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    Optional<SubgraphField> field(SubgraphName subgraph, String type, String field) {
        Subgraph in = subgraphs.subgraph(subgraph);
        Optional<SubgraphField> own = in.field(type, field);
        if (own.isPresent()) {
            return own;
        }
        for (String name : types.names(type)) {
            if (in.type(name).orElse(null) instanceof SubgraphType.InterfaceObject object) {
                SubgraphField found = object.fields().get(field);
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    boolean isResolved(SubgraphName subgraph, SubgraphField field) {
        return switch (field.resolution()) {
            case Resolution.Resolved resolved -> true;
            case Resolution.Progressive(String label, SubgraphName by) ->
                by.equals(subgraph) == labelsOn.contains(label);
            case Resolution.External external -> false;
            case Resolution.Overridden overridden -> false;
        };
    }

    /** Those of the field's arguments that no object above gives. */
    List<ContextualArgument> missing(Position position, SubgraphName subgraph, SubgraphField field) {
        return field.contextual().stream()
                .filter(argument -> !position.given().contains(Given.of(subgraph, argument)))
                .toList();
    }

    /**
     * What a field requires, or takes from above, is had elsewhere and brought here by a key. A requirement of itself is
     * never had.
     */
    private boolean isSatisfied(Position position, Set<Source> reached, SubgraphName subgraph, SubgraphField field) {
        if (!field.isDemanding()) {
            return true;
        }
        if (!missing(position, subgraph, field).isEmpty()) {
            return false;
        }
        boolean enterable = types.names(position.type()).stream()
                .flatMap(name -> subgraphs.lookups(subgraph, name).stream())
                .anyMatch(lookup -> finds(lookup, position.type())
                        && has(position, reached, lookup.key().selections()));
        Requirement requirement = new Requirement(position, subgraph, field.name());
        if (!enterable || !underway.add(requirement)) {
            return false;
        }
        try {
            return field.requires()
                    .map(required -> has(position, reached, required.selections()))
                    .orElse(true);
        } finally {
            underway.remove(requirement);
        }
    }
}
