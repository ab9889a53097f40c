package io.weft.gateway.planning.plan;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.When;
import io.weft.gateway.supergraph.Lookup;
import java.util.List;
import java.util.Objects;

/** One part of a fetch. */
public sealed interface Call {

    /** What is asked, in the subgraph's terms; response keys are the data tree's keys. */
    SelectionSet selections();

    /** When it is asked at all. */
    When when();

    /**
     * Fields of the subgraph's root type.
     *
     * @param targets paths to objects of the query type below the root, into each of which the answer is merged; empty:
     *                into the data tree's root
     */
    record Root(List<DataPath> targets, SelectionSet selections, When when) implements Call {
        public Root {
            targets = List.copyOf(targets);
            Objects.requireNonNull(selections);
            Objects.requireNonNull(when);
        }
    }

    /**
     * Objects of the data tree are found again in the subgraph and get more fields.
     *
     * @param responseKey     where the answer's list stands: {@code _entities}, or an alias where a fetch has several
     * @param variable        the variable (without {@code $}) that carries the representations
     * @param targets         paths to the objects; one object reached by two paths is asked once
     * @param lookup          how they are found; where the representations are of several types, one of their
     *                        lookups: the others differ in the type only
     * @param representations what is sent for an object, by its type; an object none of them fits is left alone
     * @param selections      on what the lookup returns: for {@code _entities} that is a union, so the fields stand in
     *                        inline fragments
     */
    record Entities(
            String responseKey,
            String variable,
            List<DataPath> targets,
            Lookup lookup,
            List<Representation> representations,
            SelectionSet selections,
            When when)
            implements Call {
        public Entities {
            Objects.requireNonNull(responseKey);
            Objects.requireNonNull(variable);
            targets = List.copyOf(targets);
            Objects.requireNonNull(lookup);
            representations = List.copyOf(representations);
            Objects.requireNonNull(selections);
            Objects.requireNonNull(when);
            if (targets.isEmpty() || representations.isEmpty()) {
                throw new IllegalArgumentException(
                        "a lookup of " + lookup.type() + " without objects or representations");
            }
        }
    }
}
