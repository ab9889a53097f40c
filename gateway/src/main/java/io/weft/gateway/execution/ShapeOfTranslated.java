package io.weft.gateway.execution;

import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.LeafTerms;
import io.weft.gateway.execution.data.Shape;
import io.weft.gateway.execution.data.Shape.Placing;
import io.weft.gateway.translation.Answered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The shape of a transformed service's answer, whose values go where the data tree has them. */
record ShapeOfTranslated(List<Answered> answered) implements AskedFetch.Answers {

    @Override
    public Shape below(Layout layout) {
        Parts parts = new Parts(layout, layout);
        parts.add(answered);
        return new Shape(layout, parts.fields, List.of(), parts.made);
    }

    @Override
    public AskedFetch.Top atTop(Layout envelope, Layout layout) {
        Parts parts = new Parts(envelope, layout);
        parts.add(answered);
        return new AskedFetch.Top(parts.fields, parts.made);
    }

    /** What an object of the service answers. */
    private static final class Parts {

        /** The answered object's layout. */
        private final Layout own;

        /** The layout that it has in the tree: another one at the top of an answer, whose root only has what is asked. */
        private final Layout tree;

        private final List<Shape.Field> fields = new ArrayList<>();
        private final List<Shape.Made> made = new ArrayList<>();

        Parts(Layout own, Layout tree) {
            this.own = own;
            this.tree = tree;
        }

        void add(List<Answered> answered) {
            Map<List<String>, Answered.Wrapper> wrappers = new LinkedHashMap<>();
            Map<String, List<Answered>> byKey = new LinkedHashMap<>();
            for (Answered part : answered) {
                switch (part) {
                    case Answered.Wrapper wrapper -> wrappers.putIfAbsent(wrapper.place(), wrapper);
                    case Answered.Value value -> put(value.key(), value, byKey);
                    case Answered.Through through -> put(through.key(), through, byKey);
                }
            }
            wrappers.values().forEach(wrapper -> made.add(made(wrapper)));
            byKey.forEach((key, parts) -> fields.add(field(key, parts)));
        }

        private static void put(String key, Answered part, Map<String, List<Answered>> byKey) {
            byKey.computeIfAbsent(key, name -> new ArrayList<>()).add(part);
        }

        private Shape.Made made(Answered.Wrapper wrapper) {
            List<String> place = wrapper.place();
            return new Shape.Made(wayTo(place), slot(place), child(place), Leaf.of('"' + wrapper.typename() + '"'));
        }

        private Shape.Field field(String key, List<Answered> parts) {
            List<Answered> below = parts.stream().flatMap(Parts::below).toList();
            return switch (parts.getFirst()) {
                case Answered.Value value ->
                    new Shape.Field(
                            key,
                            slot(value.place()),
                            below.isEmpty() ? null : new ShapeOfTranslated(below).below(child(value.place())),
                            new Placing.Into(wayTo(value.place()), LeafTerms.of(value.names())));
                case Answered.Through through -> {
                    Parts inside = new Parts(own, tree);
                    inside.made.addAll(made);
                    inside.add(below);
                    yield new Shape.Field(
                            key, -1, new Shape(own, inside.fields, List.of(), inside.made), new Placing.Through());
                }
                case Answered.Wrapper wrapper -> throw new IllegalStateException("no service answers " + wrapper);
            };
        }

        /** What is answered below a key, for one of the types that have it. */
        private static Stream<Answered> below(Answered part) {
            return switch (part) {
                case Answered.Value value -> value.below().stream();
                case Answered.Through through -> through.below().stream();
                case Answered.Wrapper wrapper -> Stream.of();
            };
        }

        /** The slots to the object that has the place: the first one is the answered object's own. */
        private int[] wayTo(List<String> place) {
            int[] slots = new int[place.size() - 1];
            for (int i = 0; i < slots.length; i++) {
                slots[i] = slot(place.subList(0, i + 1));
            }
            return slots;
        }

        private int slot(List<String> place) {
            return (place.size() == 1 ? own : holder(place)).slot(place.getLast());
        }

        /** Of the objects at a place. */
        private Layout child(List<String> place) {
            Layout holder = holder(place);
            return Objects.requireNonNull(holder.child(holder.slot(place.getLast())), place::toString);
        }

        private Layout holder(List<String> place) {
            Layout here = tree;
            for (String key : place.subList(0, place.size() - 1)) {
                here = Objects.requireNonNull(here.child(here.slot(key)), key);
            }
            return here;
        }
    }
}
