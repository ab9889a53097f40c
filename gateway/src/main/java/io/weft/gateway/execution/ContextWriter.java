package io.weft.gateway.execution;

import io.weft.gateway.document.TypeReference;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.planning.plan.ContextValue;
import io.weft.gateway.planning.plan.DataPath;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a value from above an object, straight from the data tree. */
final class ContextWriter {

    private final boolean nullable;
    private final List<Origin> origins;

    /** For one of the call's targets. */
    private record Origin(int steps, List<Reader> readers) {}

    /** @param children empty for the value itself */
    private record Reader(int slot, Names onTypes, List<Reader> children) {}

    ContextWriter(ContextValue context, List<DataPath> targets, Layout root) {
        this.nullable = !(context.type() instanceof TypeReference.NonNull);
        this.origins = IntStream.range(0, targets.size())
                .mapToObj(target -> {
                    ContextValue.Origin origin = context.origins().get(target);
                    DataPath way = new DataPath(targets.get(target).steps().subList(0, origin.steps()));
                    return new Origin(origin.steps(), readers(origin.field(), new TargetPath(way, root).layout()));
                })
                .toList();
    }

    private static List<Reader> readers(List<RepresentationField> fields, @Nullable Layout layout) {
        return fields.stream()
                .map(field -> {
                    int slot = layout == null ? -1 : layout.slot(field.dataKey());
                    Layout below = layout == null || slot < 0 ? null : layout.child(slot);
                    return new Reader(slot, new Names(field.onTypes()), readers(field.children(), below));
                })
                .toList();
    }

    /**
     * Empty where the value was never answered, or is null and must not be.
     *
     * @param target which of the call's targets the object was reached by
     * @param above  the objects on the way to it, by the number of steps before them
     */
    Optional<String> value(int target, @Nullable ObjectNode[] above) {
        Origin origin = origins.get(target);
        ObjectNode object = above[origin.steps()];
        JsonOutput out = new JsonOutput();
        if (object == null || !write(object, origin.readers(), out)) {
            return Optional.empty();
        }
        String json = out.toString();
        return nullable || !json.equals("null") ? Optional.of(json) : Optional.empty();
    }

    private static boolean write(ObjectNode object, List<Reader> readers, JsonOutput out) {
        for (Reader reader : readers) {
            if (reader.onTypes.allow(object)) {
                DataNode value = reader.slot < 0 ? null : object.get(reader.slot);
                return value != null && write(value, reader.children, out);
            }
        }
        return false;
    }

    private static boolean write(DataNode value, List<Reader> below, JsonOutput out) {
        return switch (value) {
            case DataNode.Null none -> {
                out.raw(JsonOutput.NULL);
                yield none != DataNode.Null.FAILED;
            }
            case Leaf leaf -> {
                out.raw(leaf);
                yield true;
            }
            case ObjectNode object -> write(object, below, out);
            case ListNode list -> {
                out.raw('[');
                for (int i = 0; i < list.size(); i++) {
                    if (i > 0) {
                        out.raw(',');
                    }
                    if (!write(list.get(i), below, out)) {
                        yield false;
                    }
                }
                out.raw(']');
                yield true;
            }
        };
    }
}
