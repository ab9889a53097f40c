package io.weft.gateway.composition.schema;

import java.util.Map;
import java.util.function.Consumer;

/** What a schema consists of, types and what is in them. */
public final class Elements {

    private Elements() {}

    /** Those that have directives, and perhaps some that have none. */
    public static void directed(Map<String, SchemaType> types, Consumer<Element> visit) {
        types.values().stream().filter(SchemaType::hasDirectives).forEach(type -> each(type, visit));
    }

    private static void each(SchemaType type, Consumer<Element> visit) {
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
