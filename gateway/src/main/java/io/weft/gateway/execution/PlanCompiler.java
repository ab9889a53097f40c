package io.weft.gateway.execution;

import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.planning.plan.FetchId;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a plan ready to run. First all fetches are read to learn which keys may stand where in the data tree; places
 * that one call looks up together are laid out alike. Then keys become slots.
 */
public final class PlanCompiler {

    private final Supergraph supergraph;
    private final Map<SubgraphName, InProcessSubgraph> inProcess;
    private final Set<String> objectTypes;

    public PlanCompiler(Supergraph supergraph) {
        this(supergraph, Map.of());
    }

    /** @param inProcess the subgraphs that this process answers itself */
    public PlanCompiler(Supergraph supergraph, Map<SubgraphName, InProcessSubgraph> inProcess) {
        this.supergraph = supergraph;
        this.inProcess = Map.copyOf(inProcess);
        this.objectTypes = supergraph.schema().getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLNamedSchemaElement::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    public CompiledPlan compile(Plan plan) {
        Layout.Builder root = new Layout.Builder().asObject();
        for (Fetch fetch : plan.fetches()) {
            fetch.calls().forEach(call -> layOut(call, root));
        }
        Layout layout = root.build(objectTypes);
        Map<FetchId, Integer> places = new HashMap<>();
        List<CompiledFetch> compiled = new ArrayList<>();
        for (Fetch fetch : plan.fetches()) {
            places.put(fetch.id(), places.size());
            compiled.add(new CompileFetch(fetch, supergraph.subgraph(fetch.subgraph()), layout, objectTypes)
                    .compile(compiled.size(), dependents(fetch, plan)));
        }
        return new CompiledPlan(plan, layout, compiled, inProcess, prefetches(compiled));
    }

    /** By the fetch of this process whose answer they are about. */
    private Map<Integer, List<CompiledPrefetch>> prefetches(List<CompiledFetch> compiled) {
        Map<Integer, List<CompiledPrefetch>> prefetches = new HashMap<>();
        for (CompiledFetch fetch : compiled) {
            if (inProcess.containsKey(fetch.fetch().subgraph())) {
                prefetches.put(
                        fetch.index(),
                        Arrays.stream(fetch.dependents())
                                .mapToObj(compiled::get)
                                .flatMap(next ->
                                        CompiledPrefetch.of(
                                                next,
                                                fetch,
                                                supergraph.subgraph(next.fetch().subgraph()))
                                                .stream())
                                .toList());
            }
        }
        return prefetches;
    }

    private static void layOut(Call call, Layout.Builder root) {
        switch (call) {
            case Call.Root(var targets, SelectionSet selections, var when)
            when targets.isEmpty() -> layOut(selections, root);
            case Call.Root(var targets, SelectionSet selections, var when) -> layOut(targets, selections, root);
            case Call.Keyed keyed -> layOut(keyed.targets(), keyed.selections(), root);
        }
    }

    private static void layOut(List<DataPath> targets, SelectionSet selections, Layout.Builder root) {
        Layout.Builder place = place(targets.getFirst(), root);
        targets.forEach(target -> place.join(place(target, root)));
        layOut(selections, place);
    }

    private static Layout.Builder place(DataPath path, Layout.Builder root) {
        Layout.Builder here = root;
        for (DataPath.Step step : path.steps()) {
            here = switch (step) {
                case DataPath.Step.Key(String dataKey, int lists) ->
                    here.child(dataKey).asObject();
                case DataPath.Step.OfType(var types) -> here;
            };
        }
        return here;
    }

    private static void layOut(SelectionSet selections, Layout.Builder place) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case FieldSelection field -> {
                    Layout.Builder child = place.child(field.responseKey());
                    if (!field.selections().isEmpty()) {
                        layOut(field.selections(), child.asObject());
                    }
                }
                case InlineFragment fragment -> layOut(fragment.selections(), place);
            }
        }
    }

    private static int[] dependents(Fetch fetch, Plan plan) {
        return IntStream.range(0, plan.fetches().size())
                .filter(index -> plan.fetches().get(index).after().contains(fetch.id()))
                .toArray();
    }
}
