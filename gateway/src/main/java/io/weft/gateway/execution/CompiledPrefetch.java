package io.weft.gateway.execution;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonMembers;
import io.weft.gateway.execution.data.JsonMembers.Members;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.operation.VariableDefinition;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.planning.plan.Representation;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * A fetch that needs nothing of the one before it but integer keys, so that it can be asked before those are known for certain.
 *
 * @param fields  of the answer before it, below which its objects are
 * @param keySlot of the objects
 * @param isCheap whether no lists of objects are asked for
 */
record CompiledPrefetch(
        CompiledFetch fetch,
        CompiledCall.Entities call,
        Set<String> fields,
        Layout layout,
        int keySlot,
        boolean isCheap) {

    private static final String ENTITIES = "_entities";

    private static final Leaf NULL = Leaf.of("null");
    private static final Rider.Entities NOTHING = new Rider.Entities(Map.of());

    /** What our own variables begin with, where they stand beside a client's. */
    private static final String OWN = "weft__";

    private static final String REPRESENTATIONS = OWN + "representations";
    /** By which key an entity tells itself apart from others of a list. */
    private static final String KEY = OWN + "key";

    /** Empty where it needs more. */
    static Optional<CompiledPrefetch> of(CompiledFetch fetch, CompiledFetch before, Subgraph subgraph) {
        boolean followsOnlyThat = fetch.waitsFor() == 1
                && fetch.fetch().after().contains(before.fetch().id());
        if (!followsOnlyThat
                || fetch.local() != null
                || fetch.calls().size() != 1
                || !subgraph.translation().isEmpty()) {
            return Optional.empty();
        }
        return fetch.calls().getFirst() instanceof CompiledCall.Entities call
                        && call.contexts().isEmpty()
                        && call.keys().size() == 1
                ? keySlot(call)
                        .map(slot -> new CompiledPrefetch(
                                fetch,
                                call,
                                call.call().targets().stream()
                                        .flatMap(CompiledPrefetch::root)
                                        .collect(Collectors.toSet()),
                                call.targets().getFirst().layout(),
                                slot,
                                isCheap(call.call().selections(), null, subgraph)))
                : Optional.empty();
    }

    private static Optional<Integer> keySlot(CompiledCall.Entities call) {
        Representation representation = call.call().representations().getFirst();
        List<RepresentationField> fields = representation.fields();
        if (fields.size() != 1 || fields.getFirst().role() != Representation.Role.KEY) {
            return Optional.empty();
        }
        int slot = call.targets().getFirst().layout().slot(fields.getFirst().dataKey());
        return fields.getFirst().children().isEmpty() && slot >= 0 ? Optional.of(slot) : Optional.empty();
    }

    private static Stream<String> root(DataPath target) {
        return target.steps().getFirst() instanceof DataPath.Step.Key(String dataKey, int _)
                ? Stream.of(dataKey)
                : Stream.of();
    }

    /** Whether there is no list of objects in it. */
    private static boolean isCheap(SelectionSet selections, @Nullable String type, Subgraph subgraph) {
        for (Selection selection : selections.selections()) {
            boolean cheap = switch (selection) {
                case FieldSelection field when field.selections().isEmpty() -> true;
                case FieldSelection field ->
                    type != null
                            && subgraph.field(type, field.name())
                                    .map(known -> !isList(known.type())
                                            && isCheap(
                                                    field.selections(),
                                                    known.type().typeName(),
                                                    subgraph))
                                    .orElse(false);
                case InlineFragment fragment ->
                    isCheap(fragment.selections(), fragment.typeCondition().orElse(type), subgraph);
            };
            if (!cheap) {
                return false;
            }
        }
        return true;
    }

    private static boolean isList(TypeReference type) {
        return switch (type) {
            case TypeReference.ListOf _ -> true;
            case TypeReference.NonNull(TypeReference nullable) -> isList(nullable);
            case TypeReference.Named _ -> false;
        };
    }

    SubgraphName subgraph() {
        return fetch.fetch().subgraph();
    }

    boolean isAsked(Variables variables) {
        return fetch.fetch().when().holds(variables::isTrue)
                && call.call().when().holds(variables::isTrue);
    }

    /** Empty where the keys cannot be written as the plan's own objects would be. */
    Optional<FetchRun> run(int[] keys) {
        return batch(keys).map(batch -> FetchRun.of(fetch, batch));
    }

    private Optional<KeyBatch> batch(int[] keys) {
        KeyBatch batch = new KeyBatch(List.of());
        for (int key : keys) {
            ObjectNode object = new ObjectNode(layout);
            if (layout.typenameSlot() >= 0) {
                object.set(
                        layout.typenameSlot(),
                        Leaf.of('"' + call.call().lookup().type() + '"'));
            }
            object.set(keySlot, Leaf.of(String.valueOf(key)));
            if (batch.add(object, call.keys().getFirst()) != Written.Plainly.WHOLE) {
                return Optional.empty();
            }
        }
        return Optional.of(batch);
    }

    /**
     * Empty where a client's variables are called as ours are.
     *
     * @param found takes the entities
     */
    Optional<Rider.OfNodes> ofNodes(Variables values, Consumer<Rider.Entities> found) {
        String selections = call.call().selections().print();
        if (isInOurWay() || selections.contains(KEY)) {
            return Optional.empty();
        }
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        declare(values, types, variables);
        return Optional.of(new Rider.OfNodes(
                types,
                variables,
                KEY + ": " + keyField() + " " + selections,
                this::nodes,
                (_, entities) -> found.accept(entities)));
    }

    /**
     * Empty where the subgraph takes less in one request, and where a client's variables are called as ours are.
     *
     * @param found takes the entities
     */
    Optional<Rider.RootField> rootField(int[] keys, Variables values, Consumer<Rider.Entities> found) {
        if (keys.length > fetch.batching().keysPerCall() || isInOurWay()) {
            return Optional.empty();
        }
        return batch(keys).map(batch -> {
            JsonOutput representations = new JsonOutput();
            batch.writeArray(new Range(0, keys.length), representations);
            Map<String, String> types = new LinkedHashMap<>();
            Map<String, @Nullable Object> variables = new LinkedHashMap<>();
            types.put(REPRESENTATIONS, "[_Any!]!");
            variables.put(
                    REPRESENTATIONS, new RawValue(new String(representations.toByteArray(), StandardCharsets.UTF_8)));
            declare(values, types, variables);
            String field = ENTITIES + "(representations: $" + REPRESENTATIONS + ") {"
                    + call.call().selections().print() + "}";
            return new Rider.RootField(types, variables, field, ENTITIES, list -> inOrder(keys, list), found);
        });
    }

    private boolean isInOurWay() {
        return call.call().selections().variables().stream().anyMatch(name -> name.startsWith(OWN));
    }

    /** The client's variables that its selections use. */
    private void declare(Variables values, Map<String, String> types, Map<String, @Nullable Object> variables) {
        Set<String> used = call.call().selections().variables();
        for (VariableDefinition variable : fetch.fetch().variables()) {
            if (used.contains(variable.name())) {
                types.put(variable.name(), declared(variable));
                if (values.values().containsKey(variable.name())) {
                    variables.put(variable.name(), values.values().get(variable.name()));
                }
            }
        }
    }

    private static String declared(VariableDefinition variable) {
        return variable.type().print()
                + variable.defaultValue().map(value -> " = " + value).orElse("");
    }

    private String keyField() {
        return call.call().representations().getFirst().fields().getFirst().name();
    }

    /** Entities in the order of their keys; {@code null} for what is not there. */
    static Rider.Entities inOrder(int[] keys, Leaf list) {
        List<DataNode> entities = list.elements();
        Map<Leaf, Leaf> byKey = new HashMap<>();
        for (int i = 0; i < keys.length && entities.size() == keys.length; i++) {
            byKey.put(Leaf.of(String.valueOf(keys[i])), entities.get(i) instanceof Leaf entity ? entity : NULL);
        }
        return new Rider.Entities(byKey);
    }

    /** Nodes by their keys, whatever order they come in; none where they are not the entities of these keys, each once: they are asked for by key. */
    private Rider.Entities nodes(int[] keys, Leaf list) {
        Map<Leaf, Leaf> byKey = new HashMap<>();
        for (DataNode node : list.elements()) {
            if (!(node instanceof Leaf entity
                            && entity.first() == '{'
                            && JsonMembers.read(entity.bytes(), entity.offset(), entity.length())
                                    instanceof Members(Map<String, Leaf> members)
                            && members.get(KEY) instanceof Leaf key)
                    || byKey.put(key, entity) != null) {
                return NOTHING;
            }
        }
        boolean areAll = byKey.size() == keys.length
                && Arrays.stream(keys).allMatch(key -> byKey.containsKey(Leaf.of(String.valueOf(key))));
        return areAll ? new Rider.Entities(byKey) : NOTHING;
    }

    /** The key of an object, as JSON. */
    @Nullable Leaf key(ObjectNode object) {
        return object.get(keySlot) instanceof Leaf key ? key : null;
    }

    /** Where the plan's own request has its answer. */
    String responseKey() {
        return call.call().responseKey();
    }
}
