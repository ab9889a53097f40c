package io.weft.gateway.planning;

import io.weft.gateway.document.Argument;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object of the data tree: asked for by the client, or perhaps needed as a key or a requirement.
 * Selections with the same field and arguments are one slot, under whatever names the client asks for them.
 */
final class Slot {
    final Place parent;
    final String name;
    final List<Argument> arguments;

    /** The named type, as the whole schema says. */
    final String type;

    /** How many lists stand around it. */
    final int lists;

    final boolean isComposite;

    /** Below: one place for each class of object types that is treated alike. */
    final List<Place> places = new ArrayList<>();

    /** The object types that may come. */
    Set<String> runtimeTypes = Set.of();

    /** When the client wants it; null where it does not. */
    @Nullable When wanted;

    /** What the client calls it, where it asks. */
    @Nullable String responseKey;

    /** The subgraphs it has been found in. */
    final List<Fact> values = new ArrayList<>();

    /** Its key in the data tree. */
    String dataKey;

    Slot(Place parent, FieldSelection field, String type, int lists, boolean isComposite) {
        this.parent = parent;
        this.name = field.name();
        this.arguments = field.arguments();
        this.type = type;
        this.lists = lists;
        this.isComposite = isComposite;
        this.dataKey = field.name();
    }

    /** What makes two selections of one object the same slot. */
    record Key(String name, List<Argument> arguments, String owner) {
        static Key of(FieldSelection field) {
            return of(field, "");
        }

        /** @param owner tells apart what must not be merged: the fields of a mutation's root */
        static Key of(FieldSelection field, String owner) {
            List<Argument> sorted = field.arguments().size() < 2
                    ? field.arguments()
                    : field.arguments().stream()
                            .sorted(Comparator.comparing(Argument::name))
                            .toList();
            return new Key(field.name(), sorted, owner);
        }
    }

    boolean isTypename() {
        return name.equals(FieldSelection.TYPENAME);
    }

    void want(When when, @Nullable String asKey) {
        wanted = wanted == null ? when : wanted.or(when);
        if (responseKey == null) {
            responseKey = asKey;
        }
    }

    boolean isUsed() {
        return values.stream().anyMatch(Fact::isUsed);
    }

    /** The only type an object here can have; null where there are several, or none. */
    @Nullable String onlyType(QueryGraph graph) {
        return graph.isAbstract(type) ? null : type;
    }

    @Override
    public String toString() {
        return parent.types.getFirst() + "." + name;
    }
}
