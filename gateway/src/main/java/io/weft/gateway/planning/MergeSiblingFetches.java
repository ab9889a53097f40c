package io.weft.gateway.planning;

import io.weft.gateway.document.TypeReference;
import io.weft.gateway.document.When;
import io.weft.gateway.operation.Operation;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.operation.VariableDefinition;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.Call.KeyArgument;
import io.weft.gateway.planning.plan.ContextValue;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.planning.plan.FetchId;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All calls to one subgraph at one level become one request with aliases.
 *
 * <p>Before: two lookups in {@code b} that both follow the root request. After: {@code {_e0: _entities(..) {..} _e1:
 * _entities(..) {..}}}. A call may so wait for more than it needs, but never longer than the level before takes.
 */
final class MergeSiblingFetches {
    private final QueryGraph graph;
    private final Operation operation;
    private final Set<String> clientVariables = new HashSet<>();

    MergeSiblingFetches(QueryGraph graph, Operation operation) {
        this.graph = graph;
        this.operation = operation;
        operation.variables().stream().map(VariableDefinition::name).forEach(clientVariables::add);
    }

    /**
     * @param firstId the first fetch's number
     * @param barrier what all of these fetches have to wait for
     */
    List<Fetch> apply(List<DraftCall> calls, int firstId, List<FetchId> barrier) {
        TreeMap<Integer, List<DraftCall>> requests = new TreeMap<>();
        List<DraftCall> alone = new ArrayList<>();
        Map<Integer, Set<String>> taken = new HashMap<>();
        for (DraftCall call : calls) {
            if (isRootElsewhere(call) && !isFree(call, taken)) {
                alone.add(call);
            } else {
                requests.computeIfAbsent(number(call), key -> new ArrayList<>()).add(call);
            }
        }
        List<List<DraftCall>> all = new ArrayList<>(requests.values());
        alone.forEach(call -> all.add(List.of(call)));
        all.sort(Comparator.comparingInt(together -> number(together.getFirst())));
        Map<Integer, List<FetchId>> ids = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            ids.computeIfAbsent(number(all.get(i).getFirst()), key -> new ArrayList<>())
                    .add(new FetchId(firstId + i));
        }
        Map<FetchId, Set<FetchId>> ancestors = new HashMap<>();
        List<Fetch> fetches = new ArrayList<>();
        for (List<DraftCall> together : all) {
            Set<Integer> waits = new TreeSet<>(Comparator.reverseOrder());
            together.forEach(call -> waits.addAll(call.after()));
            Set<FetchId> before = new HashSet<>();
            List<FetchId> direct = new ArrayList<>();
            for (int wait : waits) {
                for (FetchId id : Objects.requireNonNull(ids.get(wait)).reversed()) {
                    if (before.add(id)) {
                        direct.addFirst(id);
                        before.addAll(ancestors.getOrDefault(id, Set.of()));
                    }
                }
            }
            FetchId id = new FetchId(firstId + fetches.size());
            ancestors.put(id, before);
            fetches.add(fetch(id, together, direct.isEmpty() ? barrier : direct));
        }
        return fetches;
    }

    private int number(DraftCall call) {
        return ChooseSteps.request(graph, call.level(), call.subgraph());
    }

    /**
     * Takes the call's names in its request. Names like ours could not be told apart from lookups; those of another root
     * could stand for something else there.
     */
    private boolean isFree(DraftCall call, Map<Integer, Set<String>> taken) {
        Set<String> keys = call.selections().responseKeys();
        Set<String> others = taken.computeIfAbsent(number(call), key -> new HashSet<>());
        return keys.stream().noneMatch(key -> key.startsWith("_") || others.contains(key)) && others.addAll(keys);
    }

    /** Fields of a query type that stands below the root. */
    private static boolean isRootElsewhere(DraftCall call) {
        return call.lookup() == null && !call.targets().isEmpty();
    }

    private Fetch fetch(FetchId id, List<DraftCall> together, List<FetchId> after) {
        List<Call> calls = new ArrayList<>();
        long entities = together.stream()
                .filter(call -> call.lookup() instanceof Lookup.Entities)
                .count();
        long fields = together.stream()
                .filter(call -> call.lookup() instanceof Lookup.RootField)
                .count();
        When when = together.getFirst().when();
        int number = 0;
        for (DraftCall draft : together) {
            when = when.or(draft.when());
            switch (draft.lookup()) {
                case null -> calls.add(new Call.Root(draft.targets(), draft.selections(), draft.when()));
                case Lookup.Entities lookup -> {
                    Call.Entities call = new Call.Entities(
                            "_entities",
                            "representations",
                            draft.targets(),
                            lookup,
                            draft.representations(),
                            draft.selections(),
                            draft.contexts(),
                            draft.parts(),
                            draft.when());
                    calls.add(named(call, entities == 1 ? "" : String.valueOf(number++)));
                }
                case Lookup.RootField lookup ->
                    calls.add(byField(draft, lookup, fields == 1 ? "" : Call.ByField.letters(number++)));
            }
        }
        boolean root = together.stream().noneMatch(call -> call.lookup() != null || isRootElsewhere(call));
        Set<String> used = new HashSet<>();
        calls.forEach(call -> used.addAll(call.selections().variables()));
        List<VariableDefinition> variables = operation.variables().stream()
                .filter(variable -> used.contains(variable.name()))
                .toList();
        return Fetch.of(
                id,
                graph.name(together.getFirst().subgraph()),
                root ? operation.kind() : OperationKind.QUERY,
                operation.name(),
                calls,
                variables,
                after,
                when);
    }

    private Call byField(DraftCall draft, Lookup.RootField lookup, String suffix) {
        SubgraphField field = graph.rootField(draft.subgraph(), lookup.path());
        List<KeyArgument> arguments = new ArrayList<>();
        lookup.arguments().forEach((name, value) -> {
            TypeReference type = field.arguments().get(name);
            if (type == null) {
                throw new IllegalArgumentException("a lookup gives " + field.name() + " an argument " + name
                        + ", which it does not take in " + graph.name(draft.subgraph()));
            }
            arguments.add(new KeyArgument(name, type, value));
        });
        return new Call.ByField(
                freePrefix("_k" + suffix),
                draft.targets(),
                lookup,
                draft.representations(),
                arguments,
                draft.matches(),
                field.type().typeName(),
                draft.selections(),
                draft.parts(),
                draft.when());
    }

    /** @param number of the call; empty where it is the only one */
    private Call.Entities named(Call.Entities call, String number) {
        Map<String, String> variables = new HashMap<>();
        for (ContextValue context : call.contexts()) {
            String apart = number.isEmpty() ? "" : "_" + number;
            String name = context.variable().substring(Contexts.PROVISIONAL.length());
            variables.put(context.variable(), free(name + apart));
        }
        return call.named(number.isEmpty() ? "_entities" : "_e" + number, free("representations" + number), variables);
    }

    private String freePrefix(String wish) {
        String prefix = wish;
        while (isBegunBy(prefix)) {
            prefix += "_";
        }
        return prefix;
    }

    private boolean isBegunBy(String prefix) {
        return clientVariables.stream().anyMatch(name -> name.startsWith(prefix));
    }

    /** Neither the name nor one that begins with it is the client's: what it stands for may be asked several times. */
    private String free(String wish) {
        String name = wish;
        while (isBegunBy(name)) {
            name = "_" + name;
        }
        return name;
    }
}
