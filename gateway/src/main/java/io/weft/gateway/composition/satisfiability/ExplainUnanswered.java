package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Subgraphs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of each subgraph why it does not answer a field. */
final class ExplainUnanswered {

    private final Subgraphs subgraphs;
    private final Reach reach;
    private final Set<SubgraphName> stitched;

    /** @param stitched the subgraphs that have no keys but a merge configuration */
    ExplainUnanswered(Subgraphs subgraphs, Reach reach, Set<SubgraphName> stitched) {
        this.stitched = stitched;
        this.subgraphs = subgraphs;
        this.reach = reach;
    }

    /** Why the subgraph does not answer the field; empty where it has nothing to do with the type. */
    Optional<String> whyNot(Position position, Set<Source> reached, Subgraph subgraph, String fieldName) {
        String type = position.type();
        Optional<SubgraphField> field = reach.field(subgraph.name(), type, fieldName);
        boolean isReached =
                reached.stream().anyMatch(source -> source.subgraph().equals(subgraph.name()));
        if (field.isEmpty()) {
            return isReached
                    ? Optional.of("the object comes from here, but has no field " + fieldName)
                    : Optional.empty();
        }
        if (field.get().resolution() instanceof Resolution.Overridden(SubgraphName by)) {
            return Optional.of(fieldName + " is overridden by " + by);
        }
        if (!reach.isResolved(subgraph.name(), field.get())) {
            return Optional.of(
                    field.get().resolution() instanceof Resolution.Progressive(String label, SubgraphName by)
                            ? fieldName + (by.equals(subgraph.name()) ? " moves here" : " moves to " + by)
                                    + " by the label " + label
                            : fieldName + " is @external");
        }
        List<ContextualArgument> missing = reach.missing(position, subgraph.name(), field.get());
        if (isReached && !missing.isEmpty()) {
            return Optional.of("nothing above has what " + fieldName + "("
                    + missing.getFirst().name() + ":) takes from the context "
                    + missing.getFirst().context());
        }
        if (isReached) {
            return Optional.of(field.get()
                    .requires()
                    .map(set -> "what " + fieldName + " requires, '" + set.text() + "', cannot be had or brought here")
                    .orElse(fieldName + " cannot be resolved"));
        }
        List<String> keys = reach.types().names(type).stream()
                .flatMap(name -> subgraphs.lookups(subgraph.name(), name).stream())
                .map(lookup -> "'" + lookup.key().text() + "'")
                .toList();
        return Optional.of(
                keys.isEmpty()
                        ? "it resolves " + fieldName + ", but " + type
                                + (stitched.contains(subgraph.name())
                                        ? " has no merge configuration here that says how it is looked up"
                                        : " has no resolvable @key here")
                        : "it resolves " + fieldName + ", but its key " + String.join(" or ", keys)
                                + " cannot be had from "
                                + String.join(
                                        ", ",
                                        position.subgraphs().stream()
                                                .map(SubgraphName::value)
                                                .toList()));
    }
}
