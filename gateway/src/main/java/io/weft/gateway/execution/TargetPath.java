package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.planning.plan.DataPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A path through the data tree, as slots. */
final class TargetPath {

    private final Step[] steps;
    private final Layout layout;

    private sealed interface Step {
        record Into(int slot) implements Step {}

        record OfType(Names types) implements Step {}
    }

    TargetPath(DataPath path, Layout root) {
        Layout here = root;
        List<Step> compiled = new ArrayList<>();
        for (DataPath.Step step : path.steps()) {
            switch (step) {
                case DataPath.Step.Key(String dataKey, int lists) -> {
                    int slot = here.slot(dataKey);
                    compiled.add(new Step.Into(slot));
                    here = Objects.requireNonNull(here.child(slot), () -> "no objects at " + path.print());
                }
                case DataPath.Step.OfType(var types) -> compiled.add(new Step.OfType(new Names(types)));
            }
        }
        this.steps = compiled.toArray(Step[]::new);
        this.layout = here;
    }

    /** Of the objects the path leads to. */
    Layout layout() {
        return layout;
    }

    /** Hands over every object the path leads to, in the tree's order. */
    void forEach(ObjectNode root, Consumer<ObjectNode> visitor) {
        walk(root, 0, null, null, (object, trail) -> visitor.accept(object));
    }

    /** The same, with the objects on the way to each, by the number of steps before them. They change with the next. */
    void forEachBelow(ObjectNode root, BiConsumer<ObjectNode, @Nullable ObjectNode[]> visitor) {
        @Nullable ObjectNode[] above = new ObjectNode[steps.length + 1];
        walk(root, 0, above, null, (object, trail) -> visitor.accept(object, above));
    }

    /** The same, with the way to each object in the data tree's keys. The list changes with the next object. */
    void forEachWithTrail(ObjectNode root, BiConsumer<ObjectNode, List<Segment>> visitor) {
        walk(root, 0, null, new ArrayList<>(), visitor);
    }

    /** The way to the objects, up to the first list. */
    List<Segment> trailToFirstList(ObjectNode root) {
        List<Segment> trail = new ArrayList<>();
        DataNode here = root;
        for (Step step : steps) {
            if (here instanceof ObjectNode object && step instanceof Step.Into(int slot)) {
                trail.add(AnswerPath.key(object.layout().key(slot)));
                here = object.get(slot);
            }
        }
        return trail;
    }

    private void walk(
            DataNode node,
            int at,
            @Nullable ObjectNode @Nullable [] above,
            @Nullable List<Segment> trail,
            BiConsumer<ObjectNode, List<Segment>> visitor) {
        switch (node) {
            case ListNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    if (trail == null) {
                        walk(list.get(i), at, above, null, visitor);
                    } else {
                        trail.add(AnswerPath.index(i));
                        walk(list.get(i), at, above, trail, visitor);
                        trail.removeLast();
                    }
                }
            }
            case ObjectNode object -> {
                if (above != null) {
                    above[at] = object;
                }
                if (at == steps.length) {
                    visitor.accept(object, trail == null ? List.of() : trail);
                } else {
                    step(object, at, above, trail, visitor);
                }
            }
            case Leaf leaf -> {}
            case DataNode.Null none -> {}
        }
    }

    private void step(
            ObjectNode object,
            int at,
            @Nullable ObjectNode @Nullable [] above,
            @Nullable List<Segment> trail,
            BiConsumer<ObjectNode, List<Segment>> visitor) {
        switch (steps[at]) {
            case Step.Into(int slot) -> {
                DataNode next = object.get(slot);
                if (next != null && trail == null) {
                    walk(next, at + 1, above, null, visitor);
                } else if (next != null && trail != null) {
                    trail.add(AnswerPath.key(object.layout().key(slot)));
                    walk(next, at + 1, above, trail, visitor);
                    trail.removeLast();
                }
            }
            case Step.OfType(Names types) -> {
                if (types.contains(object.typename())) {
                    walk(object, at + 1, above, trail, visitor);
                }
            }
        }
    }
}
