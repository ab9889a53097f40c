package io.weft.gateway.composition.schema;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The members of a type by name, in their order, with what they come to. Immutable. */
final class Members<E extends Element> extends AbstractMap<String, E> {

    private final Map<String, E> members;
    /** Found when it is asked for; whoever finds it at the same time finds the same. */
    private volatile @Nullable Outline outline;

    private Members(Map<String, E> members) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The same object where it is already what it should be. */
    static <E extends Element> Members<E> of(Map<String, E> members) {
        return members instanceof Members<E> same ? same : new Members<>(members);
    }

    Outline outline() {
        Outline known = outline;
        if (known == null) {
            known = Outline.of(members.values());
            outline = known;
        }
        return known;
    }

    @Override
    public @Nullable E get(Object name) {
        return members.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return members.containsKey(name);
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public Set<String> keySet() {
        return members.keySet();
    }

    @Override
    public Collection<E> values() {
        return members.values();
    }

    @Override
    public Set<Map.Entry<String, E>> entrySet() {
        return members.entrySet();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super E> visit) {
        members.forEach(visit);
    }
}
