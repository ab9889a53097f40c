package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a part of a key can stand where something of another type is wanted. */
public final class KeyFit {

    /** Kinds of identifiers, which are converted into one another. */
    private static final Set<String> CONVERTED = Set.of("ID", "String", "Int");

    private final Map<String, SchemaType> keys;
    private final Map<String, SchemaType> takers;

    /**
     * @param keys   the types that keys are parts of
     * @param takers the types that are wanted
     */
    public KeyFit(Map<String, SchemaType> keys, Map<String, SchemaType> takers) {
        this.keys = keys;
        this.takers = takers;
    }

    /** A part of the key; lists on the way make a list of it. Empty where fragments leave it open. */
    public Optional<TypeReference> part(String typeName, List<String> path) {
        String owner = typeName;
        Optional<TypeReference> part = Optional.empty();
        int lists = 0;
        for (String name : path) {
            if (!(keys.get(owner) instanceof SchemaType.Composite composite)
                    || !(composite.fields().get(name) instanceof SchemaField field)) {
                return Optional.empty();
            }
            owner = field.type().typeName();
            lists += depth(field.type());
            part = Optional.of(new TypeReference.Named(owner));
        }
        for (int i = 0; i < lists; i++) {
            part = part.map(TypeReference.ListOf::new);
        }
        return part;
    }

    public boolean isTaken(TypeReference part, TypeReference taken) {
        if (takers.get(taken.typeName()) instanceof SchemaType.ScalarType && depth(taken) == 0) {
            return true;
        }
        String given = part.typeName();
        String wanted = taken.typeName();
        boolean fits = given.equals(wanted)
                || (CONVERTED.contains(given) && CONVERTED.contains(wanted))
                || (given.equals("Int") && wanted.equals("Float"))
                || takers.get(wanted) instanceof SchemaType.ScalarType
                || (keys.get(given) instanceof SchemaType.ScalarType && BuiltInNames.SCALARS.contains(wanted))
                || (keys.get(given) instanceof SchemaType.Composite
                        && takers.get(wanted) instanceof SchemaType.InputType);
        return fits && depth(part) == depth(taken);
    }

    public static int depth(TypeReference type) {
        return switch (type) {
            case TypeReference.NonNull(TypeReference nullable) -> depth(nullable);
            case TypeReference.ListOf(TypeReference element) -> 1 + depth(element);
            case TypeReference.Named named -> 0;
        };
    }
}
