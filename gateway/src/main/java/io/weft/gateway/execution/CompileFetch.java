package io.weft.gateway.execution;

import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Shape;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.translation.SentTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one fetch of a plan ready to run, once the data tree is laid out. */
final class CompileFetch {

    private final Fetch fetch;
    private final Subgraph subgraph;
    private final Layout root;
    private final Set<String> objectTypes;
    private final AskedFetch asked;
    private final Layout answer;
    private final List<Shape.Field> fields = new ArrayList<>();
    private final List<Shape.Numbered> numbered = new ArrayList<>();
    private final List<Shape.Made> made = new ArrayList<>();

    /** @param root the layout of the data tree's root */
    CompileFetch(Fetch fetch, Subgraph subgraph, Layout root, Set<String> objectTypes) {
        this.fetch = fetch;
        this.subgraph = subgraph;
        this.root = root;
        this.objectTypes = objectTypes;
        this.asked = AskedFetch.of(fetch, subgraph);
        this.answer = layOut(fetch, asked).build(objectTypes);
    }

    CompiledFetch compile(int index, int[] dependents) {
        List<CompiledCall> calls = calls();
        return new CompiledFetch(
                index,
                fetch,
                subgraph.url(),
                new Shape(answer, fields, numbered, made),
                calls,
                (int) fetch.after().stream().distinct().count(),
                dependents,
                new RequestTexts(asked.request()),
                new FetchForms(
                        fetch, form -> new CompileFetch(form, subgraph, root, objectTypes).compile(index, dependents)),
                subgraph.batching(),
                SentVariables.of(fetch, subgraph),
                subgraph.isLocal() ? new CompileLocal(subgraph, root).compile(calls) : null);
    }

    private List<CompiledCall> calls() {
        List<CompiledCall> calls = new ArrayList<>();
        for (int i = 0; i < fetch.calls().size(); i++) {
            calls.add(compile(
                    fetch.calls().get(i),
                    asked.request().calls().get(i),
                    asked.answers().get(i)));
        }
        return calls;
    }

    /** To tell which objects have what the parts need; it is a form of the fetch that asks them. */
    private List<CompiledCall.Keyed> parts(Call.Keyed call) {
        List<CompiledCall.Keyed> parts = new ArrayList<>();
        for (Call.Part part : call.parts()) {
            Fetch alone = fetch.asking(List.of(call.only(part)));
            if (new CompileFetch(alone, subgraph, root, objectTypes).calls().getFirst()
                    instanceof CompiledCall.Keyed compiled) {
                parts.add(compiled);
            }
        }
        return parts;
    }

    /** Of the answer's root. */
    private static Layout.Builder layOut(Fetch fetch, AskedFetch asked) {
        Layout.Builder envelope = new Layout.Builder().asObject();
        for (int i = 0; i < fetch.calls().size(); i++) {
            switch (asked.request().calls().get(i)) {
                case Call.Root sent -> dataKeys(fetch.calls().get(i)).forEach(envelope::child);
                case Call.Entities entities -> envelope.child(entities.responseKey());
                case Call.ByField byField -> {
                    Layout.Builder place = envelope.child(byField.responseKey());
                    for (String name : deeper(byField)) {
                        place = place.asObject().child(name);
                    }
                }
            }
        }
        return envelope;
    }

    private static List<String> dataKeys(Call root) {
        return List.copyOf(ShapeOfSelections.merged(List.of(root.selections())).keySet());
    }

    /** The fields below the first one, on the way to the one that finds. */
    private static List<String> deeper(Call.ByField sent) {
        return sent.lookup().path().subList(1, sent.lookup().path().size());
    }

    /** @param sent the call in the service's terms */
    private CompiledCall compile(Call call, Call sent, AskedFetch.Answers answers) {
        return switch (call) {
            case Call.Root rootCall -> compile(rootCall, answers);
            case Call.Entities entities -> compile(entities, answers);
            case Call.ByField byField -> compile(byField, (Call.ByField) sent, answers);
        };
    }

    private CompiledCall compile(Call.Root call, AskedFetch.Answers answers) {
        List<TargetPath> targets = targets(call.targets());
        Layout layout = targets.isEmpty() ? root : targets.getFirst().layout();
        AskedFetch.Top top = answers.atTop(answer, layout);
        fields.addAll(top.fields());
        made.addAll(top.made());
        List<String> keys = dataKeys(call);
        return new CompiledCall.Root(
                call,
                targets,
                keys.stream().mapToInt(answer::slot).toArray(),
                keys.stream().mapToInt(layout::slot).toArray());
    }

    private CompiledCall compile(Call.Entities call, AskedFetch.Answers answers) {
        List<TargetPath> targets = targets(call.targets());
        Layout layout = targets.getFirst().layout();
        int slot = answer.slot(call.responseKey());
        fields.add(new Shape.Field(call.responseKey(), slot, answers.below(layout)));
        SentTerms terms = new SentTerms(subgraph, call.lookup().type());
        return new CompiledCall.Entities(
                call,
                slot,
                targets,
                call.representations().stream()
                        .map(representation -> new RepresentationWriter(representation, layout, terms))
                        .toList(),
                call.contexts().stream()
                        .map(context -> new ContextWriter(context, call.targets(), root))
                        .toList(),
                parts(call));
    }

    private CompiledCall compile(Call.ByField call, Call.ByField sent, AskedFetch.Answers answers) {
        List<TargetPath> targets = targets(call.targets());
        Layout layout = targets.getFirst().layout();
        int slot = answer.slot(call.responseKey());
        List<Shape.Field> way = new ArrayList<>();
        Shape first = around(answers.below(layout), answer.child(slot), deeper(sent), way);
        if (call.isPerKey()) {
            numbered.add(new Shape.Numbered(call.responseKey(), slot, first));
        } else {
            fields.add(new Shape.Field(call.responseKey(), slot, first));
        }
        int[] below = way.reversed().stream().mapToInt(Shape.Field::slot).toArray();
        return new CompileByField(call, sent, subgraph, layout).compile(slot, below, targets, parts(call));
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

    private List<TargetPath> targets(List<DataPath> paths) {
        return paths.stream().map(path -> new TargetPath(path, root)).toList();
    }
}
