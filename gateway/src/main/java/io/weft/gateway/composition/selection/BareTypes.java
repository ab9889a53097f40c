package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Types as a server that knows nothing of federation has them: without any directive. */
final class BareTypes {

    private BareTypes() {}

    static Map<String, SchemaType> of(Map<String, SchemaType> types) {
        Map<String, SchemaType> bare = new LinkedHashMap<>(types);
        bare.replaceAll((name, type) -> bare(type));
        return bare;
    }

    private static SchemaType bare(SchemaType type) {
        SchemaType.Header header = type.header().withDirectives(List.of());
        return switch (type) {
            case SchemaType.Composite composite -> {
                Map<String, SchemaField> fields = new LinkedHashMap<>(composite.fields());
                fields.replaceAll(
                        (name, field) -> field.withDirectives(List.of()).withArguments(bareInputs(field.arguments())));
                yield composite.with(header, fields);
            }
            case SchemaType.InputType input -> new SchemaType.InputType(header, bareInputs(input.fields()));
            case SchemaType.EnumType enumType -> {
                Map<String, SchemaEnumValue> values = new LinkedHashMap<>(enumType.values());
                values.replaceAll((name, value) -> value.withDirectives(List.of()));
                yield new SchemaType.EnumType(header, values);
            }
            case SchemaType.UnionType union -> new SchemaType.UnionType(header, union.members());
            case SchemaType.ScalarType _ -> new SchemaType.ScalarType(header);
        };
    }

    private static Map<String, SchemaInputValue> bareInputs(Map<String, SchemaInputValue> inputs) {
        Map<String, SchemaInputValue> bare = new LinkedHashMap<>(inputs);
        bare.replaceAll((name, input) -> input.withDirectives(List.of()));
        return bare;
    }
}
