package io.weft.gateway.planning;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.planning.QueryGraph.Way;
import io.weft.gateway.supergraph.ContextualArgument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects at one path of the data tree, of those types that are treated alike. */
final class Place {
    /** Null for the root. */
    final @Nullable Slot slot;

    /** The object types; the first stands for all, since they do not differ in anything that is asked here. */
    final List<String> types;

    /** The subgraphs that might have the objects, by number: no other has a say in what they are. */
    final BitSet candidates;

    /**
     * Whether the objects should not be met, because a subgraph that answers the field as well does not know their
     * types. Nothing is asked for their sake; what comes anyway is taken.
     */
    final boolean isUnexpected;

    final Map<Slot.Key, Slot> slots = new LinkedHashMap<>();
    final List<Entrance> entrances = new ArrayList<>();
    final List<Fact> presences = new ArrayList<>();

    Place(@Nullable Slot slot, List<String> types, BitSet candidates, boolean isUnexpected) {
        this.slot = slot;
        this.types = List.copyOf(types);
        this.candidates = candidates;
        this.isUnexpected = isUnexpected;
    }

    /**
     * A way in, with what has to be known first.
     *
     * @param inputs       leaves of the key, and the type's name where it is not certain
     * @param mayBeShut    whether nulls may leave an object without this key
     * @param requirements for each field of the subgraph that needs more, the leaves it needs: of the object, or of
     *                     objects above it
     */
    record Entrance(Way way, List<Slot> inputs, boolean mayBeShut, Map<Slot, List<Slot>> requirements) {}

    String type() {
        return types.getFirst();
    }

    boolean isOneOfSeveral() {
        return slot != null && slot.places.size() > 1;
    }

    /** The nearest place above whose objects give the argument its value. */
    Place giving(ContextualArgument argument, QueryGraph graph) {
        for (Slot above = slot; above != null; above = above.parent.slot) {
            if (graph.isGivenBy(above.parent.type(), argument)) {
                return above.parent;
            }
        }
        throw new IllegalStateException("nothing above " + type() + " sets $" + argument.context());
    }

    @Nullable Slot slot(FieldSelection field) {
        return slots.get(Slot.Key.of(field));
    }

    /**
     * The leaves of a selection set below this place.
     *
     * @return false where the place does not have them all: they stand deeper than keys of keys are looked for
     */
    boolean leaves(SelectionSet set, QueryGraph graph, List<Slot> into) {
        for (Selection selection : set.selections()) {
            boolean found = switch (selection) {
                case FieldSelection field -> leaves(field, graph, into);
                case InlineFragment fragment ->
                    !fragment.typeCondition()
                                    .map(type -> graph.possible(type).contains(type()))
                                    .orElse(true)
                            || leaves(fragment.selections(), graph, into);
            };
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private boolean leaves(FieldSelection field, QueryGraph graph, List<Slot> into) {
        Slot found = slot(field);
        if (found == null) {
            return field.name().equals(FieldSelection.TYPENAME);
        }
        if (!found.isComposite) {
            if (!into.contains(found)) {
                into.add(found);
            }
            return true;
        }
        for (Place below : found.places) {
            if (!below.isUnexpected && !below.leaves(field.selections(), graph, into)) {
                return false;
            }
        }
        return true;
    }
}
