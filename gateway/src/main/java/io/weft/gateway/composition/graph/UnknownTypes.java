package io.weft.gateway.composition.graph;

import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.CheckTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a merged schema refers to and does not have, or has as something that cannot stand there. */
final class UnknownTypes {

    private final MergedSchema merged;
    private final List<String> found = new ArrayList<>();

    UnknownTypes(MergedSchema merged) {
        this.merged = merged;
    }

    /** One sentence each; empty where all is well. */
    List<String> find() {
        for (SchemaType type : merged.types().values()) {
            if (isKnownAtAGlance(type)) {
                continue;
            }
            switch (type) {
                case SchemaType.Composite composite -> composite(composite);
                case SchemaType.UnionType union -> {
                    for (String member : union.members()) {
                        if (!(merged.types().get(member) instanceof SchemaType.ObjectType)) {
                            found.add(member + ", a member of " + type.name() + ", is no object type");
                        }
                    }
                }
                case SchemaType.InputType input -> inputs(input.fields().values(), type.name() + ".");
                case SchemaType.EnumType enumType -> {}
                case SchemaType.ScalarType scalar -> {}
            }
        }
        return List.copyOf(found);
    }

    private boolean isKnownAtAGlance(SchemaType type) {
        boolean isOfFieldsOnly = type instanceof SchemaType.InputType
                || type instanceof SchemaType.Composite composite
                        && composite.interfaces().isEmpty();
        return isOfFieldsOnly
                && type.outline().inputs().stream().allMatch(name -> CheckTypes.isInput(merged.types(), name))
                && type.outline().outputs().stream().allMatch(name -> CheckTypes.isOutput(merged.types(), name));
    }

    private void composite(SchemaType.Composite type) {
        for (String implemented : type.interfaces()) {
            if (!(merged.types().get(implemented) instanceof SchemaType.InterfaceType)) {
                found.add(type.name() + " implements " + implemented + ", which is no interface");
            }
        }
        for (SchemaField field : type.fields().values()) {
            String at = type.name() + "." + field.name();
            String name = field.type().typeName();
            if (merged.types().get(name) instanceof SchemaType.InputType) {
                found.add(at + " is of the input type " + name);
            } else if (!isKnown(name)) {
                found.add(at + " is of type " + name + ", which is unknown");
            }
            inputs(field.arguments().values(), at + " ");
        }
    }

    private void inputs(Collection<SchemaInputValue> inputs, String owner) {
        for (SchemaInputValue input : inputs) {
            if (!CheckTypes.isInput(merged.types(), input.type().typeName())) {
                found.add(owner + input.name() + " is of type " + input.type().typeName() + ", which is no input type");
            }
        }
    }

    private boolean isKnown(String name) {
        return merged.types().containsKey(name) || BuiltInNames.SCALARS.contains(name);
    }
}
