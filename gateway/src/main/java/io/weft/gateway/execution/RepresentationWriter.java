package io.weft.gateway.execution;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.LeafTerms;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.planning.plan.Representation;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.planning.plan.Representation.Role;
import io.weft.gateway.translation.SentTerms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object's representation straight from the data tree. An object has none where nothing of its key is left,
 * where a part of the key is null that the subgraph never has as null, and where something that must be sent along is
 * not known: it was never answered, or with an error.
 */
final class RepresentationWriter implements KeyWriter {

    private static final byte[] TYPENAME = bytes("\"__typename\":");

    private final Names appliesTo;
    private final byte @Nullable [] fixedTypename;
    private final FieldWriter[] fields;

    /** Whether all of the key may be null, so that it has to be looked at. */
    private final boolean mayBeNobody;

    private final @Nullable LeafTerms typenames;

    /** @param terms of the objects that are written */
    RepresentationWriter(Representation representation, Layout layout, SentTerms terms) {
        this.appliesTo = new Names(representation.appliesTo());
        this.fixedTypename = switch (representation.typename()) {
            case Representation.Typename.OfObject() -> null;
            case Representation.Typename.Fixed(String name) ->
                bytes('"' + terms.types().getOrDefault(name, name) + '"');
        };
        this.typenames = LeafTerms.of(terms.types());
        this.fields = compile(representation.fields(), layout, terms);
        this.mayBeNobody = representation.fields().stream()
                .noneMatch(field -> field.role() == Role.KEY && field.children().isEmpty());
    }

    @Override
    public boolean appliesTo(ObjectNode object) {
        return appliesTo.allow(object);
    }

    @Override
    public Written write(ObjectNode object, JsonOutput out) {
        out.raw('{').raw(TYPENAME);
        Leaf typename = object.typename();
        if (fixedTypename != null) {
            out.raw(fixedTypename);
        } else if (typename != null) {
            out.raw(typenames == null ? typename : typenames.translate(typename));
        } else {
            return Written.Plainly.NO_KEY;
        }
        return fields(fields, object, out, false) && !(mayBeNobody && isNobody(fields, object))
                ? Written.Plainly.WHOLE
                : Written.Plainly.NO_KEY;
    }

    /** Whether nothing of the key is known but that it is null. */
    private static boolean isNobody(FieldWriter[] fields, ObjectNode object) {
        for (FieldWriter field : fields) {
            boolean identifies = field.role != Role.REQUIREMENT && field.slot >= 0 && field.onTypes.allow(object);
            if (identifies && !isNobody(field, object.get(field.slot))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNobody(FieldWriter field, @Nullable DataNode value) {
        return switch (value) {
            case null -> true;
            case DataNode.Null none -> true;
            case Leaf leaf -> field.isTypename;
            case ObjectNode object -> isNobody(field.children, object);
            case ListNode list -> false;
        };
    }

    private static boolean fields(FieldWriter[] fields, ObjectNode object, JsonOutput out, boolean first) {
        for (FieldWriter field : fields) {
            if (field.onTypes.allow(object)) {
                if (!first) {
                    out.raw(',');
                }
                first = false;
                DataNode value = field.slot < 0 ? null : object.get(field.slot);
                if (value == null || !value(field, value, out.raw(field.name))) {
                    return false;
                }
            }
        }
        out.raw('}');
        return true;
    }

    private static boolean value(FieldWriter field, DataNode value, JsonOutput out) {
        switch (value) {
            case DataNode.Null none -> {
                out.raw(JsonOutput.NULL);
                return field.role != Role.KEY && none != DataNode.Null.FAILED;
            }
            case Leaf leaf -> {
                out.raw(field.values == null ? leaf : field.values.translate(leaf));
                return field.children.length == 0;
            }
            case ObjectNode object -> {
                out.raw('{');
                return field.children.length != 0 && fields(field.children, object, out, true);
            }
            case ListNode list -> {
                out.raw('[');
                for (int i = 0; i < list.size(); i++) {
                    if (i > 0) {
                        out.raw(',');
                    }
                    if (!value(field, list.get(i), out)) {
                        return false;
                    }
                }
                out.raw(']');
                return true;
            }
        }
    }

    private static FieldWriter[] compile(List<RepresentationField> fields, @Nullable Layout layout, SentTerms terms) {
        return fields.stream()
                .map(field -> new FieldWriter(field, layout, terms))
                .toArray(FieldWriter[]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class FieldWriter {
        final byte[] name;
        final int slot;
        final Role role;
        final boolean isTypename;
        final Names onTypes;
        final @Nullable LeafTerms values;
        final FieldWriter[] children;

        FieldWriter(RepresentationField field, @Nullable Layout layout, SentTerms terms) {
            this.name = bytes('"' + terms.field(field) + "\":");
            this.values = LeafTerms.of(terms.values(field));
            this.slot = layout == null ? -1 : layout.slot(field.dataKey());
            this.role = field.role();
            this.isTypename = field.name().equals(FieldSelection.TYPENAME);
            this.onTypes = new Names(field.onTypes());
            this.children = compile(
                    field.children(), layout == null || slot < 0 ? null : layout.child(slot), terms.below(field));
        }
    }
}
