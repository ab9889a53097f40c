package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.planning.plan.ContextValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One request of a fetch: the calls that take part, each with all or some of its keys. */
final class RequestRun {

    private final FetchRun run;
    private final @Nullable Range[] ranges;
    private final BitSet taking = new BitSet();

    /** The calls that found something to merge, or at least a place for it. */
    private final BitSet found = new BitSet();

    /** @param ranges by call: the keys it asks for; null where it takes no part in this request */
    RequestRun(FetchRun run, @Nullable Range[] ranges) {
        this.run = run;
        this.ranges = ranges;
        for (int call = 0; call < ranges.length; call++) {
            taking.set(call, ranges[call] != null);
        }
    }

    FetchRun run() {
        return run;
    }

    CompiledFetch fetch() {
        return run.fetch();
    }

    private Range range(int call) {
        return Objects.requireNonNull(ranges[call]);
    }

    /** How many keys a call asks for here. */
    int size(int call) {
        return range(call).size();
    }

    /** One of the tree's objects for each key that a call asks for here, in their order. */
    List<ObjectNode> firsts(int call) {
        return run.batch(call).firsts(range(call));
    }

    /** The request's body. */
    byte[] body(Variables variables) {
        JsonOutput out = new JsonOutput().raw('{').string("query").raw(':').raw('"');
        fetch().requests().of(taking).write(call -> range(call).size(), out);
        out.raw('"').raw(',').string("variables").raw(':').raw('{');
        int empty = out.length();
        fetch().variables().write(variables, out);
        for (int i = taking.nextSetBit(0); i >= 0; i = taking.nextSetBit(i + 1)) {
            switch (fetch().calls().get(i)) {
                case CompiledCall.Root root -> {}
                case CompiledCall.Entities entities -> {
                    separate(out, empty).string(entities.call().variable()).raw(':');
                    run.batch(i).writeArray(range(i), out);
                    contexts(entities, run.batch(i), out);
                }
                case CompiledCall.ByField byField -> keys(byField, run.batch(i), range(i), out, empty);
            }
        }
        return out.raw('}').raw('}').toByteArray();
    }

    private static void contexts(CompiledCall.Entities entities, KeyBatch batch, JsonOutput out) {
        List<ContextValue> contexts = entities.call().contexts();
        for (int i = 0; i < contexts.size(); i++) {
            out.raw(',')
                    .string(contexts.get(i).variable())
                    .raw(':')
                    .raw(batch.contexts().get(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void keys(CompiledCall.ByField call, KeyBatch batch, Range range, JsonOutput out, int empty) {
        boolean perKey = call.call().isPerKey();
        int parts = call.variables().stream()
                .mapToInt(variable -> variable.parts().size())
                .sum();
        for (int key = range.from(); perKey && key < range.to(); key++) {
            for (KeyVariable variable : call.variables()) {
                int before = out.length();
                if (!variable.write(batch, key, key - range.from(), separate(out, empty))) {
                    out.truncate(before);
                }
            }
        }
        for (KeyVariable variable : call.variables()) {
            if (!perKey) {
                variable.write(batch, range, parts == 1, separate(out, empty));
            }
        }
    }

    private static JsonOutput separate(JsonOutput out, int empty) {
        return out.length() == empty ? out : out.raw(',');
    }

    /**
     * What is wrong with what a call was answered.
     *
     * @param objects it is about; empty: all of the call's
     * @param why     as it goes on behind "answered, but"
     */
    record Problem(CompiledCall.Keyed call, List<ObjectNode> objects, String why) {}

    /**
     * Merges an answer into the tree; answers what is wrong with it.
     *
     * @param missing takes the objects that were not found
     */
    List<Problem> merge(ObjectNode answer, ObjectNode root, boolean hasErrors, Consumer<ObjectNode> missing) {
        List<Problem> problems = new ArrayList<>();
        for (int i = taking.nextSetBit(0); i >= 0; i = taking.nextSetBit(i + 1)) {
            switch (fetch().calls().get(i)) {
                case CompiledCall.Root rootCall -> merge(rootCall, answer, root);
                case CompiledCall.Keyed keyed -> {
                    MergeFound merge = new MergeFound(keyed, run.batch(i), range(i), answer, missing);
                    found.set(i, merge.hasList());
                    merge.merge(hasErrors).ifPresent(why -> problems.add(new Problem(keyed, List.of(), why)));
                    if (!merge.mistaken().isEmpty()) {
                        String type = keyed.call().lookup().type();
                        problems.add(
                                new Problem(keyed, merge.mistaken(), "it found no " + type + ", but another type"));
                    }
                }
            }
        }
        return problems;
    }

    private static void merge(CompiledCall.Root call, ObjectNode answer, ObjectNode root) {
        if (call.targets().isEmpty()) {
            merge(answer, call.answered(), root, call.merged());
        } else {
            for (ObjectNode object : objects(call.targets(), root)) {
                merge((ObjectNode) answer.copy(), call.answered(), object, call.merged());
            }
        }
    }

    private static void merge(ObjectNode answer, int[] answered, ObjectNode into, int[] merged) {
        for (int field = 0; field < answered.length; field++) {
            DataNode value = answer.get(answered[field]);
            if (value != null) {
                into.merge(merged[field], value);
            }
        }
    }

    static List<ObjectNode> objects(List<TargetPath> targets, ObjectNode root) {
        List<ObjectNode> objects = new ArrayList<>();
        targets.forEach(target -> target.forEach(root, objects::add));
        return objects;
    }

    /** The calls that take part. */
    List<CompiledCall> calls() {
        return taking.stream().mapToObj(fetch().calls()::get).toList();
    }

    /**
     * What a path of the answer is about.
     *
     * @param call    the call that looked it up
     * @param objects the objects of the tree; empty where it is about all that the call looked up
     * @param below   from there on
     */
    record About(CompiledCall.Keyed call, List<ObjectNode> objects, List<Segment> below) {}

    /**
     * Empty where the path is not one of what has been looked up. An error in one element that took all the others with
     * it, since none of them may be null, is about all. To be called after the answer is merged.
     */
    Optional<About> about(List<Segment> path) {
        for (int i = taking.nextSetBit(0); i >= 0; i = taking.nextSetBit(i + 1)) {
            if (fetch().calls().get(i) instanceof CompiledCall.Keyed keyed) {
                Optional<FoundPath> place = FoundPath.of(keyed, path);
                if (place.isPresent()) {
                    int key = range(i).from() + place.get().element();
                    boolean one = found.get(i) && place.get().element() >= 0 && range(i).has(key);
                    return Optional.of(new About(
                            keyed,
                            one ? run.batch(i).occurrences(new Range(key, key + 1)) : List.of(),
                            one ? place.get().below() : List.of()));
                }
            }
        }
        return Optional.empty();
    }

    /** Takes note that what stands at a path of the answer is not known. To be called when the answer is merged. */
    void markFailed(List<Segment> path, ObjectNode root) {
        about(path)
                .ifPresentOrElse(
                        found -> found.objects().forEach(object -> MarkFailed.along(object, found.below())), () -> {
                            for (CompiledCall.Root call : asking(path)) {
                                List<ObjectNode> asked =
                                        call.targets().isEmpty() ? List.of(root) : objects(call.targets(), root);
                                asked.forEach(object -> MarkFailed.along(object, path));
                            }
                        });
    }

    /** The calls of root fields that asked for what a path of the answer leads to. */
    List<CompiledCall.Root> asking(List<Segment> path) {
        if (path.isEmpty() || !(path.getFirst() instanceof Segment.Key(String key))) {
            return List.of();
        }
        int slot = fetch().answer().layout().slot(key);
        return calls().stream()
                .filter(CompiledCall.Root.class::isInstance)
                .map(CompiledCall.Root.class::cast)
                .filter(call -> IntStream.of(call.answered()).anyMatch(answered -> answered == slot))
                .toList();
    }

    /** All objects that a call of this request looks up. */
    List<ObjectNode> objects(CompiledCall.Keyed call) {
        int index = fetch().calls().indexOf(call);
        return run.batch(index).occurrences(range(index));
    }

    /** Whether a key of the answer is a root field's. */
    boolean hasRootField(String responseKey) {
        int slot = fetch().answer().layout().slot(responseKey);
        return slot >= 0
                && calls().stream()
                        .noneMatch(call -> call instanceof CompiledCall.Keyed keyed && keyed.answered() == slot);
    }
}
