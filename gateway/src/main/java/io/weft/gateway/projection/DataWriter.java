package io.weft.gateway.projection;

import io.weft.gateway.execution.AnswerPath;
import io.weft.gateway.execution.ErrorCode;
import io.weft.gateway.execution.Variables;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.projection.FieldShape.FieldSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code data} in one pass. Every method that writes a value answers whether it could: false means that null
 * stands where it may not, and the caller takes back what it has written and is null itself (specification, section
 * 6.4.4). Then an error is already there.
 */
final class DataWriter {

    private final Variables variables;
    private final Map<String, @Nullable Object> introspection;
    private final JsonOutput out;
    private final FoundErrors errors;
    private final Trail trail = new Trail();
    private final Set<ObjectNode> missing;
    /** Whether what is not written is an object that its page is to do without. */
    private boolean gone;

    /**
     * @param missing the objects that a subgraph does not know
     * @param errors  what is known already; what is found while writing is added
     */
    DataWriter(
            Variables variables,
            Map<String, @Nullable Object> introspection,
            Set<ObjectNode> missing,
            JsonOutput out,
            FoundErrors errors) {
        this.missing = missing;
        this.variables = variables;
        this.introspection = introspection;
        this.out = out;
        this.errors = errors;
    }

    void write(ObjectShape shape, ObjectNode root) {
        int start = out.length();
        if (!fields(shape, root)) {
            out.truncate(start);
            out.raw(JsonOutput.NULL);
        }
    }

    private boolean fields(ObjectShape declared, ObjectNode object) {
        ObjectShape shape = declared.collectFields(object, variables);
        out.raw('{');
        boolean first = true;
        for (FieldShape field : shape.fields()) {
            if (field.isUnconditional() || field.appliesTo(object, variables)) {
                if (!first) {
                    out.raw(',');
                }
                first = false;
                out.raw(field.prefix());
                trail.enter(field.responseKey());
                boolean written = field(field, shape, object);
                trail.leave();
                if (!written) {
                    return false;
                }
            }
        }
        out.raw('}');
        return true;
    }

    private boolean field(FieldShape field, ObjectShape siblings, ObjectNode object) {
        return switch (field.source()) {
            case FieldSource.Slot _
            when isMissing(field, object)
                    && siblings.fields().stream().anyMatch(other -> takesTheObjectAlong(other, object)) -> false;
            case FieldSource.Slot(int slot) -> value(field.value(), slot < 0 ? null : object.get(slot));
            case FieldSource.OfListed(int slot) -> {
                DataNode node = slot < 0 ? null : object.get(slot);
                yield (node != null || !field.value().nonNull() || !isGone(object)) && value(field.value(), node);
            }
            case FieldSource.StaticTypename(byte[] json) -> {
                out.raw(json);
                yield true;
            }
            case FieldSource.DynamicTypename(Names objectTypes) ->
                typename(field.value(), objectTypes, object.typename());
            case FieldSource.Unreachable(String coordinate) -> {
                error(
                        ErrorCode.UNREACHABLE_FIELD,
                        "No subgraph can be asked for '" + coordinate + "' here: none of its keys is known.");
                yield absent(field.value());
            }
            case FieldSource.Denied(String coordinate) -> {
                error(
                        ErrorCode.UNAUTHORIZED_FIELD_OR_TYPE,
                        "'" + coordinate + "' asks for access that the caller does not have.");
                yield absent(field.value());
            }
            case FieldSource.Nothing() -> absent(field.value());
            case FieldSource.Introspection() -> {
                out.value(introspection.get(field.responseKey()));
                yield true;
            }
        };
    }

    /** Whether nobody told a value that must be there. */
    private static boolean isMissing(FieldShape field, ObjectNode object) {
        return field.value().nonNull()
                && field.source() instanceof FieldSource.Slot(int slot)
                && (slot < 0 || object.get(slot) == null);
    }

    /** Whether a field that failed is why its subgraph told no other of the object either. */
    private boolean takesTheObjectAlong(FieldShape other, ObjectNode object) {
        return isMissing(other, object)
                && other.appliesTo(object, variables)
                && errors.explain(trail.beside(other.responseKey()));
    }

    /** The name of an object type; where all that is known is an interface's name, there is none. */
    private boolean typename(ValueShape shape, Names objectTypes, @Nullable Leaf typename) {
        if (typename == null || !objectTypes.contains(typename)) {
            return nothing(shape);
        }
        out.raw(typename);
        return true;
    }

    private boolean value(ValueShape shape, @Nullable DataNode node) {
        if (node == null || node instanceof DataNode.Null) {
            return nothing(shape);
        }
        return switch (shape) {
            case ValueShape.LeafShape leaf -> leaf(leaf, node);
            case ValueShape.Composite(ObjectShape object, boolean nonNull) -> composite(shape, object, node);
            case ValueShape.ListShape(ValueShape element, boolean nonNull) -> list(shape, element, node);
        };
    }

    private boolean leaf(ValueShape.LeafShape shape, DataNode node) {
        if (node instanceof Leaf leaf && shape.type().write(leaf, out)) {
            return true;
        }
        return invalid(shape, "a value that is no " + shape.typeName());
    }

    private boolean composite(ValueShape shape, ObjectShape object, DataNode node) {
        if (!(node instanceof ObjectNode known)) {
            return invalid(shape, "something other than an object");
        }
        if (!object.knows(known.typename())) {
            return invalid(shape, "an object of a type that is not part of this graph");
        }
        int start = out.length();
        if (fields(object, known)) {
            return true;
        }
        out.truncate(start);
        return absent(shape);
    }

    private boolean list(ValueShape shape, ValueShape element, DataNode node) {
        return switch (node) {
            case ListNode list -> elements(shape, element, list);
            case Leaf leaf when leaf.first() == '[' -> elements(shape, element, ListNode.of(leaf.elements()));
            case Leaf leaf -> invalid(shape, "something other than a list");
            case ObjectNode object -> invalid(shape, "something other than a list");
            case DataNode.Null none -> nothing(shape);
        };
    }

    private boolean elements(ValueShape shape, ValueShape element, ListNode list) {
        int start = out.length();
        out.raw('[');
        trail.enterList();
        boolean written = true;
        int first = out.length();
        for (int i = 0; i < list.size() && written; i++) {
            int before = out.length();
            if (before > first) {
                out.raw(',');
            }
            trail.at(i);
            written = value(element, list.get(i));
            if (gone) {
                gone = false;
                written = true;
                out.truncate(before);
                errors.leftOut(trail.path());
            }
        }
        trail.leave();
        if (written) {
            out.raw(']');
            return true;
        }
        out.truncate(start);
        return absent(shape);
    }

    /** Whether a value is missing because its object is, and not because of something that went wrong. */
    private boolean isGone(ObjectNode object) {
        gone = missing.contains(object) && !errors.explain(trail.path());
        return gone;
    }

    /** There is no value, and nobody has said why. */
    private boolean nothing(ValueShape shape) {
        if (shape.nonNull()) {
            AnswerPath path = trail.path();
            if (!errors.explain(path)) {
                errors.add(
                        ErrorCode.UNEXPECTED_NULL,
                        "This field is never null, but its subgraph answered no value.",
                        path);
            }
        }
        return absent(shape);
    }

    private boolean invalid(ValueShape shape, String what) {
        error(ErrorCode.INVALID_VALUE, "A subgraph answered " + what + ".");
        return absent(shape);
    }

    /** Null, where that is allowed. */
    private boolean absent(ValueShape shape) {
        if (shape.nonNull()) {
            return false;
        }
        out.raw(JsonOutput.NULL);
        return true;
    }

    private void error(ErrorCode code, String message) {
        errors.add(code, message, trail.path());
    }
}
