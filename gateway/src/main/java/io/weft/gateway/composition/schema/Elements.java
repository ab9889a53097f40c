package io.weft.gateway.composition.schema;

import java.util.Map;
import java.util.function.Consumer;

/** All that a schema consists of, types and what is in them. */
public final class Elements {

    private Elements() {}

    public static void each(Map<String, SchemaType> types, Consumer<Element> visit) {
        for (SchemaType type : types.values()) {
            visit.accept(type);
            switch (type) {
                case SchemaType.Composite composite ->
                    composite.fields().values().forEach(field -> {
                        visit.accept(field);
                        field.arguments().values().forEach(visit);
                    });
                case SchemaType.InputType input -> input.fields().values().forEach(visit);
                case SchemaType.EnumType enumType -> enumType.values().values().forEach(visit);
                case SchemaType.UnionType union -> {}
                case SchemaType.ScalarType scalar -> {}
            }
        }
    }
}
