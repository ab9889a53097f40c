package io.weft.gateway.reload;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Composes what the subgraphs tell; where that does not compose, as much of it as does, so that one subgraph's mistake
 * does not hold up what others have changed. Who is held back keeps the schema that is served of it, and is left out
 * where none is. A change that needs another one goes with it, as all of them are tried before each alone.
 */
final class AdmitChanges {

    private final Function<List<SubgraphSource>, CompositionResult> composer;

    AdmitChanges(Function<List<SubgraphSource>, CompositionResult> composer) {
        this.composer = composer;
    }

    /** What came of it. */
    sealed interface Admission {

        /** Everything composes. */
        record Whole(CompositionResult.Composed composed) implements Admission {}

        /**
         * Some of it does.
         *
         * @param sources what was composed, in the order of what was told
         * @param errors  why all of it together does not; never empty
         */
        record Partial(CompositionResult.Composed composed, List<SubgraphSource> sources, List<CompositionError> errors)
                implements Admission {}

        /**
         * Nothing does beyond what is served.
         *
         * @param errors never empty
         */
        record Refused(List<CompositionError> errors) implements Admission {}
    }

    /**
     * Schemas that have composed.
     *
     * @param isServed as they are, by the same settings: there is nothing to be gained by composing them again
     */
    record Before(List<SubgraphSource> schemas, boolean isServed) {
        Before {
            schemas = List.copyOf(schemas);
        }
    }

    /**
     * @param told     the schemas as they are told now, in the order of preference
     * @param before   what stands for who is held back
     * @param suspects who may be held back, the most suspicious first; all others have to be in
     */
    Admission admit(List<SubgraphSource> told, Before before, List<SubgraphName> suspects) {
        return switch (composer.apply(told)) {
            case CompositionResult.Composed composed -> new Admission.Whole(composed);
            case CompositionResult.Refused(List<CompositionError> errors) ->
                new Attempts(told, before, suspects)
                        .best()
                        .<Admission>map(found -> new Admission.Partial(found.composed(), found.sources(), errors))
                        .orElseGet(() -> new Admission.Refused(errors));
        };
    }

    private record Found(CompositionResult.Composed composed, List<SubgraphSource> sources) {}

    /** Ways to hold somebody back, each tried once. */
    private final class Attempts {

        private final List<SubgraphSource> told;
        private final Map<SubgraphName, SubgraphSource> served = new HashMap<>();
        private final List<SubgraphName> changed;
        private final Set<List<SubgraphSource>> tried = new HashSet<>();

        Attempts(List<SubgraphSource> told, Before before, List<SubgraphName> suspects) {
            this.told = told;
            before.schemas().forEach(source -> this.served.put(source.name(), source));
            Map<SubgraphName, SubgraphSource> now = new HashMap<>();
            told.forEach(source -> now.put(source.name(), source));
            this.changed = suspects.stream()
                    .filter(name -> now.containsKey(name)
                            && !Objects.requireNonNull(now.get(name)).equals(this.served.get(name)))
                    .toList();
            tried.add(told);
            if (before.isServed()) {
                tried.add(before.schemas());
            }
        }

        Optional<Found> best() {
            return changed.stream()
                    .flatMap(suspect -> compose(Set.of(suspect)).stream())
                    .findFirst()
                    .or(this::oneByOne);
        }

        /** Holds all of them back, and lets in whoever composes with those before, the least suspicious first. */
        private Optional<Found> oneByOne() {
            Set<SubgraphName> back = new HashSet<>(changed);
            Optional<Found> best = compose(back);
            for (SubgraphName next : changed.reversed()) {
                back.remove(next);
                Optional<Found> more = compose(back);
                if (more.isPresent()) {
                    best = more;
                } else {
                    back.add(next);
                }
            }
            return best;
        }

        private Optional<Found> compose(Set<SubgraphName> back) {
            List<SubgraphSource> sources = new ArrayList<>();
            for (SubgraphSource source : told) {
                if (!back.contains(source.name())) {
                    sources.add(source);
                } else if (served.containsKey(source.name())) {
                    sources.add(served.get(source.name()));
                }
            }
            if (sources.isEmpty() || !tried.add(sources)) {
                return Optional.empty();
            }
            return composer.apply(sources) instanceof CompositionResult.Composed composed
                    ? Optional.of(new Found(composed, sources))
                    : Optional.empty();
        }
    }
}
