package io.weft.gateway.projection;

import io.weft.gateway.execution.Variables;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object. Where two of them share a response key, those that apply to an object must be merged first;
 * each set of fields that was met so far keeps its merged form.
 */
final class ObjectShape {

    private final List<FieldShape> fields;
    private final @Nullable Function<BitSet, ObjectShape> mergeFields;
    private final Map<BitSet, ObjectShape> merged = new ConcurrentHashMap<>();
    private final @Nullable Names known;

    /**
     * @param known       names that may stand under {@code __typename}; null where the type is known statically
     * @param mergeFields merges the chosen fields; null where all response keys differ
     */
    ObjectShape(List<FieldShape> fields, @Nullable Names known, @Nullable Function<BitSet, ObjectShape> mergeFields) {
        this.fields = List.copyOf(fields);
        this.known = known;
        this.mergeFields = mergeFields;
    }

    List<FieldShape> fields() {
        return fields;
    }

    /** Whether clients may know objects of this type. */
    boolean knows(@Nullable Leaf typename) {
        return known == null || typename == null || known.contains(typename);
    }

    /** The shape for this object: all its response keys differ. */
    ObjectShape collectFields(ObjectNode object, Variables variables) {
        if (mergeFields == null) {
            return this;
        }
        BitSet applying = new BitSet(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            applying.set(i, fields.get(i).appliesTo(object, variables));
        }
        ObjectShape present = merged.get(applying);
        return present != null ? present : merged.computeIfAbsent(applying, mergeFields);
    }
}
