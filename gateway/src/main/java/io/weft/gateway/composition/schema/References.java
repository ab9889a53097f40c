package io.weft.gateway.composition.schema;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which types the types of a schema name. */
public final class References {

    private References() {}

    public static Set<String> in(Map<String, SchemaType> types) {
        Set<String> names = new HashSet<>();
        for (SchemaType type : types.values()) {
            switch (type) {
                case SchemaType.Composite composite -> {
                    names.addAll(composite.interfaces());
                    for (SchemaField field : composite.fields().values()) {
                        names.add(field.type().typeName());
                        inputs(field.arguments(), names);
                    }
                }
                case SchemaType.UnionType union -> names.addAll(union.members());
                case SchemaType.InputType input -> inputs(input.fields(), names);
                case SchemaType.EnumType enumType -> {}
                case SchemaType.ScalarType scalar -> {}
            }
        }
        return names;
    }

    private static void inputs(Map<String, SchemaInputValue> inputs, Set<String> names) {
        inputs.values().forEach(input -> names.add(input.type().typeName()));
    }
}
