package io.weft.gateway.planning.plan;

import io.weft.gateway.document.TypeReference;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A value that stands above the objects of a call and is given to a field of theirs as an argument
 * ({@code @fromContext}). Objects below different values are asked for apart.
 *
 * @param variable the variable (without {@code $}) that carries the value
 * @param type     the argument's; an object whose value is null where the type forbids it is not asked
 * @param origins  where the value stands: one for each of the call's targets, in their order
 */
public record ContextValue(String variable, TypeReference type, List<Origin> origins) {

    public ContextValue {
        Objects.requireNonNull(variable);
        Objects.requireNonNull(type);
        origins = List.copyOf(origins);
    }

    /**
     * @param steps how many steps of the target's path lead to the object that has the value
     * @param field the value below that object: of several alternatives the first that is for the object's type.
     *              Where a list is met on the way, the value is a list.
     */
    public record Origin(int steps, List<RepresentationField> field) {
        public Origin {
            field = List.copyOf(field);
        }
    }

    ContextValue named(String replacement) {
        return new ContextValue(replacement, type, origins);
    }

    /** With more origins: those of the other's that stand at these places. */
    public ContextValue and(ContextValue other, List<Integer> added) {
        List<Origin> all = new ArrayList<>(origins);
        added.forEach(place -> all.add(other.origins.get(place)));
        return new ContextValue(variable, type, all);
    }
}
