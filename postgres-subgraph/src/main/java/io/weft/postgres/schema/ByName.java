package io.weft.postgres.schema;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types in their order, of which each is found by its name at once. Immutable. */
final class ByName extends AbstractList<ObjectType> {

    private final List<ObjectType> types;
    private final Map<String, ObjectType> byName = new HashMap<>();

    private ByName(List<ObjectType> types) {
        this.types = List.copyOf(types);
        types.forEach(type -> byName.putIfAbsent(type.name(), type));
    }

    /** The same object where it is already what it should be. */
    static ByName of(List<ObjectType> types) {
        return types instanceof ByName same ? same : new ByName(types);
    }

    @Nullable ObjectType type(String name) {
        return byName.get(name);
    }

    @Override
    public ObjectType get(int index) {
        return types.get(index);
    }

    @Override
    public int size() {
        return types.size();
    }
}
