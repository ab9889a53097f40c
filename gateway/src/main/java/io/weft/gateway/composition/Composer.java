package io.weft.gateway.composition;

import io.weft.gateway.composition.graph.BuildSupergraph;
import io.weft.gateway.composition.join.SupergraphSdl;
import io.weft.gateway.composition.local.LocalSubgraph;
import io.weft.gateway.composition.local.ReadLocalSubgraph;
import io.weft.gateway.composition.merge.CheckAccess;
import io.weft.gateway.composition.merge.CheckInaccessible;
import io.weft.gateway.composition.merge.CheckLinkNames;
import io.weft.gateway.composition.merge.CheckMerged;
import io.weft.gateway.composition.merge.HintInconsistencies;
import io.weft.gateway.composition.merge.MergeStitched;
import io.weft.gateway.composition.merge.MergeTypes;
import io.weft.gateway.composition.merge.Overrides;
import io.weft.gateway.composition.merge.ResolveOverrides;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.satisfiability.CheckSatisfiability;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.selection.KeepSelectors;
import io.weft.gateway.composition.selection.OfferSelections;
import io.weft.gateway.composition.stitch.CheckStitches;
import io.weft.gateway.composition.subgraph.CheckApplications;
import io.weft.gateway.composition.subgraph.CheckTypes;
import io.weft.gateway.composition.subgraph.KnownDefinitions;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.ReadSdl;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.composition.transform.RewriteDefaults;
import io.weft.gateway.composition.transform.TransformSubgraph;
import io.weft.gateway.composition.validation.UpgradeFederationOne;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.stitching.TypeMerging;
import io.weft.gateway.supergraph.Selections;
import io.weft.gateway.supergraph.Subgraphs;
import io.weft.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Subgraph schemas in, a supergraph out, or all that is wrong with them.
 *
 * <p>Each step has a type of its own: SDL is parsed ({@link ParsedSubgraph}) and transformed, federation 1 schemas are upgraded, each
 * subgraph is validated by itself ({@link ValidatedSubgraph}), overrides are followed, types are merged
 * ({@link MergedSchema}), and the supergraph is built and checked. A step that finds errors is the last one.
 */
public final class Composer {

    private final StitchedGraph stitching;
    private final Remembered remembered;

    public Composer() {
        this(StitchedGraph.PLAIN);
    }

    /** @param stitching what is said of stitched services together, and of the gateway's own fields */
    public Composer(StitchedGraph stitching) {
        this(stitching, new Remembered());
    }

    /** @param remembered of the composition before; of this one afterwards */
    public Composer(StitchedGraph stitching, Remembered remembered) {
        this.stitching = stitching;
        this.remembered = remembered;
    }

    /** @param sources in the order of preference: plans prefer earlier ones where all else is equal */
    public CompositionResult compose(List<SubgraphSource> sources) {
        KnownDefinitions known = remembered.definitions();
        known.begin();
        CompositionResult result = compose(sources, known);
        known.end();
        return switch (result) {
            case CompositionResult.Composed _ -> result;
            // Errors name lines.
            case CompositionResult.Refused _ -> compose(sources, ReadSdl.ANEW);
        };
    }

    private CompositionResult compose(List<SubgraphSource> sources, ReadSdl reads) {
        Problems problems = new Problems();
        Optional<Merging> merging = merge(sources, reads, Selectors.OFFERED, problems);
        if (merging.isEmpty() || problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        Merging merged = merging.get();
        Optional<Supergraph> supergraph = supergraph(merged, problems);
        if (supergraph.isEmpty() || problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        return new CompositionResult.Composed(
                supergraph.get(),
                merged.selections().isPresent() ? () -> withSelectors(sources) : () -> sdl(merged),
                problems.hints());
    }

    /** What becomes of selectors. */
    private enum Selectors {
        /** The gateway offers selections over several subgraphs in their place. */
        OFFERED,
        /** They stay as they are, marked as such. */
        KEPT
    }

    /**
     * @param own with the gateway's own fields
     */
    private record Merging(
            Optional<Selections> selections,
            Overrides overrides,
            MergeStitched stitched,
            Optional<LocalSubgraph> local,
            List<ValidatedSubgraph> validated,
            List<ValidatedSubgraph> own,
            MergedSchema schema) {

        /** With the gateway's own fields, as those refer to others. */
        List<ValidatedSubgraph> all() {
            return LocalSubgraph.beside(validated, local.map(fields -> fields.referring(schema)));
        }
    }

    /** Empty where something is wrong; problems may be there though it is not. */
    private Optional<Merging> merge(
            List<SubgraphSource> sources, ReadSdl reads, Selectors selectors, Problems problems) {
        checkNames(sources, problems);
        List<ParsedSubgraph> parsed = new ArrayList<>();
        for (SubgraphSource source : sources) {
            Optional<ParsedSubgraph> subgraph = new ParseSubgraph(source, reads, problems).parse();
            subgraph.map(RewriteDefaults::ofEnums)
                    .map(own -> new TransformSubgraph(own, problems).transform())
                    .map(own -> selectors == Selectors.OFFERED ? own : KeepSelectors.in(own))
                    .ifPresent(parsed::add);
        }
        parsed.forEach(subgraph -> checkGraphql(subgraph, problems));
        if (problems.hasErrors()) {
            validateSound(parsed, problems);
            return Optional.empty();
        }
        OfferSelections.Offered offered = selectors == Selectors.OFFERED
                ? new OfferSelections(parsed, problems).offer()
                : new OfferSelections.Offered(parsed, Optional.empty());
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        List<ParsedSubgraph> upgraded = new UpgradeFederationOne(offered.subgraphs(), problems).upgrade();
        List<ValidatedSubgraph> validated = upgraded.stream()
                .map(subgraph -> new ValidateSubgraph(subgraph, problems).validate())
                .toList();
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        new CheckLinkNames(validated, problems).check();
        Overrides overrides = new ResolveOverrides(validated, problems).resolve();
        Optional<LocalSubgraph> local = new ReadLocalSubgraph(stitching, validated, problems).read();
        List<ValidatedSubgraph> own = LocalSubgraph.beside(validated, local.map(LocalSubgraph::own));
        MergeStitched stitched = new MergeStitched(own, stitching.typeMerging(), problems);
        MergedSchema merged = new MergeTypes(own, overrides, stitched, problems).merge();
        return Optional.of(new Merging(offered.selections(), overrides, stitched, local, validated, own, merged));
    }

    /** Its schemas are built while all else is checked. Empty where something is wrong; problems may be there though it is not. */
    private Optional<Supergraph> supergraph(Merging merged, Problems problems) {
        try (BuildSupergraph build =
                BuildSupergraph.begin(merged.all(), merged.overrides(), merged.schema(), remembered.graph())) {
            check(merged, problems);
            if (problems.hasErrors()) {
                return Optional.empty();
            }
            Subgraphs subgraphs = build.subgraphs();
            Problems unsatisfiable = new Problems();
            CheckSatisfiability.check(
                    subgraphs,
                    merged.schema(),
                    merged.stitched().services(),
                    unreachable(merged.stitched()),
                    unsatisfiable);
            Optional<Supergraph> supergraph = build.end(subgraphs, merged.selections(), problems);
            // What is no GraphQL has no answers that one could miss.
            if (supergraph.isPresent()) {
                problems.addAll(unsatisfiable);
            }
            return supergraph;
        }
    }

    private static void check(Merging merging, Problems problems) {
        MergedSchema merged = merging.schema();
        new CheckMerged(merging.own(), merged, problems).check();
        new CheckStitches(merging.own(), merged, problems).check();
        new HintInconsistencies(merging.own(), problems).hint();
        merging.local().ifPresent(fields -> fields.check(merged, problems));
        if (!problems.hasErrors()) {
            new CheckInaccessible(merged, problems).check();
            new CheckAccess(merging.own(), merged, problems).check();
        }
    }

    private static String sdl(Merging merging) {
        return new SupergraphSdl(merging.all(), merging.overrides(), merging.schema()).print();
    }

    /**
     * What other gateways can serve, too: the selectors, marked as such, in the place of the selections. It has been checked with these; that
     * nothing else may be there for clients to see is the business of who serves it.
     */
    private String withSelectors(List<SubgraphSource> sources) {
        Problems problems = new Problems();
        Optional<Merging> merging = merge(sources, ReadSdl.ANEW, Selectors.KEPT, problems);
        if (merging.isEmpty() || problems.hasErrors()) {
            throw new IllegalStateException(
                    "composes only with selections over several subgraphs: " + problems.errors());
        }
        return sdl(merging.get());
    }

    /** What a service that is away would answer cannot be had yet. */
    private TypeMerging.Unreachable unreachable(MergeStitched stitched) {
        boolean isAwaited = stitching.services() == StitchedGraph.Services.SOME_AWAY
                && !stitched.services().isEmpty();
        return isAwaited
                ? TypeMerging.Unreachable.NULL
                : stitching.typeMerging().unreachableFields();
    }

    private static void checkGraphql(ParsedSubgraph subgraph, Problems problems) {
        boolean linked = !problems.hasErrors(subgraph.name());
        new CheckTypes(subgraph, problems).check();
        // where a link is wrong, directives seem unknown that are not; what stitches is checked where it is read
        if (linked && subgraph.stitched().isEmpty()) {
            new CheckApplications(subgraph, problems).check();
        }
    }

    /** So that all is said at once. What is wrong with federation 1 schemas may depend on the broken ones. */
    private static void validateSound(List<ParsedSubgraph> parsed, Problems problems) {
        for (ParsedSubgraph subgraph : parsed) {
            if (subgraph.links().isFederationTwo() && !problems.hasErrors(subgraph.name())) {
                new ValidateSubgraph(subgraph, problems).validate();
            }
        }
    }

    private static void checkNames(List<SubgraphSource> sources, Problems problems) {
        Set<String> names = new HashSet<>();
        for (SubgraphSource source : sources) {
            if (!names.add(source.name().value())) {
                problems.error(
                        ErrorCode.INVALID_SUBGRAPH_NAME, "two subgraphs are called " + source.name(), source.name(), 0);
            }
        }
        if (sources.isEmpty()) {
            problems.error(ErrorCode.NO_QUERIES, "there are no subgraphs to compose");
        }
    }
}
