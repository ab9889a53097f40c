package io.weft.gateway.composition.join;

import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the {@code @join__} directives off a supergraph's type. */
final class WithoutJoins {

    SchemaType remove(SchemaType type) {
        SchemaType.Header header = type.header().withDirectives(plain(type.directives()));
        return switch (type) {
            case SchemaType.Composite composite -> {
                Map<String, SchemaField> fields = new LinkedHashMap<>();
                composite.fields().forEach((name, field) -> fields.put(name, field(field)));
                yield composite.with(header, fields);
            }
            case SchemaType.UnionType union -> new SchemaType.UnionType(header, union.members());
            case SchemaType.ScalarType scalar -> new SchemaType.ScalarType(header);
            case SchemaType.InputType input -> new SchemaType.InputType(header, inputs(input.fields()));
            case SchemaType.EnumType enumType -> {
                Map<String, SchemaEnumValue> values = new LinkedHashMap<>();
                enumType.values()
                        .forEach((name, value) -> values.put(
                                name,
                                new SchemaEnumValue(
                                        name, value.description(), plain(value.directives()), value.line())));
                yield new SchemaType.EnumType(header, values);
            }
        };
    }

    private static SchemaField field(SchemaField field) {
        return new SchemaField(
                field.name(),
                field.description(),
                field.type(),
                inputs(field.arguments()),
                plain(field.directives()),
                field.line());
    }

    private static Map<String, SchemaInputValue> inputs(Map<String, SchemaInputValue> inputs) {
        Map<String, SchemaInputValue> kept = new LinkedHashMap<>();
        inputs.forEach((name, input) -> kept.put(
                name,
                new SchemaInputValue(
                        name,
                        input.description(),
                        input.type(),
                        input.defaultValue(),
                        plain(input.directives()),
                        input.line())));
        return kept;
    }

    /** What other directives mean is the business of who composed it; only those we define ourselves stay. */
    private static List<AppliedDirective> plain(List<AppliedDirective> directives) {
        return directives.stream()
                .filter(applied -> applied.federation()
                        .map(FederationDirective::isMerged)
                        .orElse(BuiltInNames.DIRECTIVES.contains(applied.name())))
                .map(applied -> applied.federation()
                        .map(directive -> applied.named(directive.specName()))
                        .orElse(applied))
                .toList();
    }
}
