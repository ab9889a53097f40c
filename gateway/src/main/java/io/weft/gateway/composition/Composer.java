package io.weft.gateway.composition;

import graphql.language.Document;
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
import io.weft.gateway.composition.problem.CompositionError;
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
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.composition.transform.RewriteDefaults;
import io.weft.gateway.composition.transform.TransformSubgraph;
import io.weft.gateway.composition.validation.UpgradeFederationOne;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.stitching.TypeMerging;
import io.weft.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Subgraph schemas in, a supergraph out, or all that is wrong with them.
 *
 * <p>Each step has a type of its own: SDL is parsed ({@link ParsedSubgraph}) and transformed, federation 1 schemas are upgraded, each
 * subgraph is validated by itself ({@link ValidatedSubgraph}), overrides are followed, types are merged
 * ({@link MergedSchema}), and the supergraph is built and checked. A step that finds errors is the last one.
 */
public final class Composer {

    private final StitchedGraph stitching;
    private final KnownDefinitions known;

    public Composer() {
        this(StitchedGraph.PLAIN);
    }

    /** @param stitching what is said of stitched services together, and of the gateway's own fields */
    public Composer(StitchedGraph stitching) {
        this(stitching, new KnownDefinitions());
    }

    /** @param known from the composition before */
    public Composer(StitchedGraph stitching, KnownDefinitions known) {
        this.stitching = stitching;
        this.known = known;
    }

    /** @param sources in the order of preference: plans prefer earlier ones where all else is equal */
    public CompositionResult compose(List<SubgraphSource> sources) {
        known.begin();
        CompositionResult result = compose(sources, known::document, true);
        known.end();
        return switch (result) {
            case CompositionResult.Composed _ -> result;
            // Errors name lines.
            case CompositionResult.Refused _ -> compose(sources, ParseSubgraph::document, true);
        };
    }

    /** @param selecting whether the gateway is to offer selections over several subgraphs by itself */
    private CompositionResult compose(
            List<SubgraphSource> sources, Function<String, Document> reads, boolean selecting) {
        Problems problems = new Problems();
        checkNames(sources, problems);
        List<ParsedSubgraph> parsed = new ArrayList<>();
        for (SubgraphSource source : sources) {
            Optional<ParsedSubgraph> subgraph = new ParseSubgraph(source, reads, problems).parse();
            subgraph.map(RewriteDefaults::ofEnums)
                    .map(own -> new TransformSubgraph(own, problems).transform())
                    .map(own -> selecting ? own : KeepSelectors.in(own))
                    .ifPresent(parsed::add);
        }
        parsed.forEach(subgraph -> checkGraphql(subgraph, problems));
        if (problems.hasErrors()) {
            validateSound(parsed, problems);
            return new CompositionResult.Refused(problems.errors());
        }
        OfferSelections.Offered offered = selecting
                ? new OfferSelections(parsed, problems).offer()
                : new OfferSelections.Offered(parsed, Optional.empty());
        if (problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        List<ParsedSubgraph> upgraded = new UpgradeFederationOne(offered.subgraphs(), problems).upgrade();
        List<ValidatedSubgraph> validated = upgraded.stream()
                .map(subgraph -> new ValidateSubgraph(subgraph, problems).validate())
                .toList();
        if (problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        new CheckLinkNames(validated, problems).check();
        Overrides overrides = new ResolveOverrides(validated, problems).resolve();
        Optional<LocalSubgraph> local = new ReadLocalSubgraph(stitching, validated, problems).read();
        List<ValidatedSubgraph> own = LocalSubgraph.beside(validated, local.map(LocalSubgraph::own));
        MergeStitched stitched = new MergeStitched(own, stitching.typeMerging(), problems);
        MergedSchema merged = new MergeTypes(own, overrides, stitched, problems).merge();
        if (!problems.hasErrors()) {
            new CheckMerged(own, merged, problems).check();
            new CheckStitches(own, merged, problems).check();
            new HintInconsistencies(own, problems).hint();
            local.ifPresent(fields -> fields.check(merged, problems));
        }
        if (!problems.hasErrors()) {
            new CheckInaccessible(merged, problems).check();
            new CheckAccess(own, merged, problems).check();
        }
        if (problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        List<ValidatedSubgraph> all = LocalSubgraph.beside(validated, local.map(fields -> fields.referring(merged)));
        Optional<Supergraph> supergraph =
                new BuildSupergraph(all, overrides, merged, problems).build(offered.selections());
        supergraph.ifPresent(built ->
                CheckSatisfiability.check(built, merged, stitched.services(), unreachable(stitched), problems));
        if (supergraph.isEmpty() || problems.hasErrors()) {
            return new CompositionResult.Refused(problems.errors());
        }
        SupergraphSdl sdl = new SupergraphSdl(all, overrides, merged);
        return new CompositionResult.Composed(
                supergraph.get(),
                offered.selections().isPresent() ? () -> withSelectors(sources) : sdl::print,
                problems.hints());
    }

    /** What other gateways can serve, too: the selectors, marked as such, in the place of the selections. */
    private String withSelectors(List<SubgraphSource> sources) {
        return switch (compose(sources, ParseSubgraph::document, false)) {
            case CompositionResult.Composed composed -> composed.supergraphSdl();
            case CompositionResult.Refused(List<CompositionError> errors) ->
                throw new IllegalStateException("composes only with selections over several subgraphs: " + errors);
        };
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
