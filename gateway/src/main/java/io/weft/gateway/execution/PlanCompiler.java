package io.weft.gateway.execution;

import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Shape;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.planning.plan.FetchId;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan ready to run. First all fetches are read to learn which keys may stand where in the data tree; places
 * that one call looks up together are laid out alike. Then keys become slots.
 */
public final class PlanCompiler {

    private final Supergraph supergraph;
    private final Set<String> objectTypes;

    public PlanCompiler(Supergraph supergraph) {
        this.supergraph = supergraph;
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
            compiled.add(compile(fetch, compiled.size(), dependents(fetch, plan), layout));
        }
        return new CompiledPlan(plan, layout, compiled);
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

    private CompiledFetch compile(Fetch fetch, int index, int[] dependents, Layout root) {
        Layout.Builder envelope = new Layout.Builder().asObject();
        for (Call call : fetch.calls()) {
            switch (call) {
                case Call.Root(var targets, SelectionSet selections, var when) ->
                    merged(List.of(selections)).keySet().forEach(envelope::child);
                case Call.Entities entities -> envelope.child(entities.responseKey());
                case Call.ByField byField -> {
                    Layout.Builder place = envelope.child(byField.responseKey());
                    for (String name : deeper(byField)) {
                        place = place.asObject().child(name);
                    }
                }
            }
        }
        Layout answer = envelope.build(Set.of());
        List<Shape.Field> fields = new ArrayList<>();
        List<Shape.Numbered> numbered = new ArrayList<>();
        Subgraph subgraph = supergraph.subgraph(fetch.subgraph());
        List<CompiledCall> calls = fetch.calls().stream()
                .map(call -> compile(call, subgraph, answer, root, fields, numbered))
                .toList();
        return new CompiledFetch(
                index,
                fetch,
                subgraph.url(),
                new Shape(answer, fields, numbered),
                calls,
                (int) fetch.after().stream().distinct().count(),
                dependents,
                new RequestTexts(fetch),
                new FetchForms(fetch, form -> compile(form, index, dependents, root)),
                subgraph.batching());
    }

    /** The fields below the first one, on the way to the one that finds. */
    private static List<String> deeper(Call.ByField call) {
        return call.lookup().path().subList(1, call.lookup().path().size());
    }

    private static CompiledCall compile(
            Call call,
            Subgraph subgraph,
            Layout answer,
            Layout root,
            List<Shape.Field> fields,
            List<Shape.Numbered> numbered) {
        return switch (call) {
            case Call.Root rootCall -> {
                List<TargetPath> targets = rootCall.targets().stream()
                        .map(target -> new TargetPath(target, root))
                        .toList();
                Layout layout = targets.isEmpty() ? root : targets.getFirst().layout();
                Shape shape = shape(List.of(rootCall.selections()), layout);
                List<String> keys =
                        List.copyOf(merged(List.of(rootCall.selections())).keySet());
                for (Shape.Field field : shapeFields(List.of(rootCall.selections()), layout)) {
                    fields.add(new Shape.Field(field.key(), answer.slot(field.key()), field.child()));
                }
                yield new CompiledCall.Root(
                        rootCall,
                        targets,
                        keys.stream().mapToInt(answer::slot).toArray(),
                        keys.stream().mapToInt(shape.layout()::slot).toArray());
            }
            case Call.Entities entities -> {
                List<TargetPath> targets = targets(entities, root);
                Layout layout = targets.getFirst().layout();
                int slot = answer.slot(entities.responseKey());
                fields.add(
                        new Shape.Field(entities.responseKey(), slot, shape(List.of(entities.selections()), layout)));
                yield new CompiledCall.Entities(
                        entities,
                        slot,
                        targets,
                        entities.representations().stream()
                                .map(representation -> new RepresentationWriter(representation, layout))
                                .toList(),
                        entities.contexts().stream()
                                .map(context -> new ContextWriter(context, entities.targets(), root))
                                .toList(),
                        parts(entities, subgraph, answer, root));
            }
            case Call.ByField byField -> {
                List<TargetPath> targets = targets(byField, root);
                Layout layout = targets.getFirst().layout();
                int slot = answer.slot(byField.responseKey());
                Shape found = shape(List.of(byField.selections()), layout);
                List<Shape.Field> way = new ArrayList<>();
                Shape first = around(found, answer.child(slot), deeper(byField), way);
                if (byField.isPerKey()) {
                    numbered.add(new Shape.Numbered(byField.responseKey(), slot, first));
                } else {
                    fields.add(new Shape.Field(byField.responseKey(), slot, first));
                }
                int[] below =
                        way.reversed().stream().mapToInt(Shape.Field::slot).toArray();
                yield new CompileByField(byField, subgraph, layout)
                        .compile(slot, below, targets, parts(byField, subgraph, answer, root));
            }
        };
    }

    /** To tell which objects have what the parts need; it is a form of the fetch that asks them. */
    private static List<CompiledCall.Keyed> parts(Call.Keyed call, Subgraph subgraph, Layout answer, Layout root) {
        List<CompiledCall.Keyed> parts = new ArrayList<>();
        for (Call.Part part : call.parts()) {
            if (compile(call.only(part), subgraph, answer, root, new ArrayList<>(), new ArrayList<>())
                    instanceof CompiledCall.Keyed compiled) {
                parts.add(compiled);
            }
        }
        return parts;
    }

    /** The shape of what stands on the way to found objects; the fields it leads through are told from the last. */
    private static Shape around(Shape found, @Nullable Layout at, List<String> path, List<Shape.Field> way) {
        if (path.isEmpty()) {
            return found;
        }
        Layout layout = Objects.requireNonNull(at, "what stands on the way to objects is laid out");
        int slot = layout.slot(path.getFirst());
        Shape below = around(found, layout.child(slot), path.subList(1, path.size()), way);
        Shape.Field field = new Shape.Field(path.getFirst(), slot, below);
        way.add(field);
        return new Shape(layout, List.of(field));
    }

    private static List<TargetPath> targets(Call.Keyed call, Layout root) {
        return call.targets().stream()
                .map(target -> new TargetPath(target, root))
                .toList();
    }

    private static Shape shape(List<SelectionSet> selections, Layout layout) {
        return new Shape(layout, shapeFields(selections, layout));
    }

    private static List<Shape.Field> shapeFields(List<SelectionSet> selections, Layout layout) {
        List<Shape.Field> fields = new ArrayList<>();
        merged(selections).forEach((key, below) -> {
            int slot = layout.slot(key);
            fields.add(new Shape.Field(
                    key, slot, below.isEmpty() ? null : shape(below, Objects.requireNonNull(layout.child(slot), key))));
        });
        return fields;
    }

    /** What is selected below each response key, over all types. */
    private static Map<String, List<SelectionSet>> merged(List<SelectionSet> selections) {
        Map<String, List<SelectionSet>> byKey = new LinkedHashMap<>();
        selections.forEach(set -> collect(set, byKey));
        return byKey;
    }

    private static void collect(SelectionSet set, Map<String, List<SelectionSet>> byKey) {
        for (Selection selection : set.selections()) {
            switch (selection) {
                case FieldSelection field -> {
                    List<SelectionSet> below = byKey.computeIfAbsent(field.responseKey(), key -> new ArrayList<>());
                    if (!field.selections().isEmpty()) {
                        below.add(field.selections());
                    }
                }
                case InlineFragment fragment -> collect(fragment.selections(), byKey);
            }
        }
    }
}
