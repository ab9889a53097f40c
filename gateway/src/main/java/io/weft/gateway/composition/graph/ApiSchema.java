package io.weft.gateway.composition.graph;

import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.ExecutableDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What clients see of a merged schema: nothing {@code @inaccessible}, and none of federation's directives. */
final class ApiSchema {

    private final MergedSchema merged;

    ApiSchema(MergedSchema merged) {
        this.merged = merged;
    }

    MergedSchema visible() {
        Map<String, SchemaType> types = new LinkedHashMap<>();
        merged.types().forEach((name, type) -> {
            if (isVisible(type)) {
                types.put(name, visible(type));
            }
        });
        Map<String, graphql.language.DirectiveDefinition> directives = new LinkedHashMap<>();
        merged.directives().forEach((name, definition) -> {
            if (ExecutableDirective.isExecutable(definition)) {
                directives.put(name, definition);
            }
        });
        return new MergedSchema(types, directives);
    }

    private static boolean isVisible(Element element) {
        return !element.has(FederationDirective.INACCESSIBLE);
    }

    private static SchemaType.Header visible(SchemaType.Header header) {
        return header.withDirectives(visible(header.directives()));
    }

    private static List<AppliedDirective> visible(List<AppliedDirective> directives) {
        return directives.stream()
                .filter(directive ->
                        directive.federation().isEmpty() && BuiltInNames.DIRECTIVES.contains(directive.name()))
                .toList();
    }

    private SchemaType visible(SchemaType type) {
        SchemaType.Header header = visible(type.header());
        return switch (type) {
            case SchemaType.ObjectType object ->
                new SchemaType.ObjectType(header, fields(object.fields()), visibleTypes(object.interfaces()));
            case SchemaType.InterfaceType contract ->
                new SchemaType.InterfaceType(header, fields(contract.fields()), visibleTypes(contract.interfaces()));
            case SchemaType.UnionType union -> new SchemaType.UnionType(header, visibleTypes(union.members()));
            case SchemaType.EnumType enumType -> {
                Map<String, SchemaEnumValue> values = new LinkedHashMap<>();
                enumType.values().values().stream()
                        .filter(ApiSchema::isVisible)
                        .forEach(value -> values.put(
                                value.name(),
                                new SchemaEnumValue(
                                        value.name(), value.description(), visible(value.directives()), value.line())));
                yield new SchemaType.EnumType(header, values);
            }
            case SchemaType.ScalarType scalar -> new SchemaType.ScalarType(header);
            case SchemaType.InputType input -> new SchemaType.InputType(header, inputs(input.fields()));
        };
    }

    private Set<String> visibleTypes(Set<String> names) {
        Set<String> visible = new LinkedHashSet<>();
        for (String name : names) {
            SchemaType type = merged.types().get(name);
            if (type != null && isVisible(type)) {
                visible.add(name);
            }
        }
        return visible;
    }

    private static Map<String, SchemaField> fields(Map<String, SchemaField> fields) {
        Map<String, SchemaField> visible = new LinkedHashMap<>();
        fields.values().stream()
                .filter(ApiSchema::isVisible)
                .forEach(field -> visible.put(
                        field.name(),
                        new SchemaField(
                                field.name(),
                                field.description(),
                                field.type(),
                                inputs(field.arguments()),
                                visible(field.directives()),
                                field.line())));
        return visible;
    }

    private static Map<String, SchemaInputValue> inputs(Map<String, SchemaInputValue> inputs) {
        Map<String, SchemaInputValue> visible = new LinkedHashMap<>();
        inputs.values().stream()
                .filter(ApiSchema::isVisible)
                .forEach(input -> visible.put(
                        input.name(),
                        new SchemaInputValue(
                                input.name(),
                                input.description(),
                                input.type(),
                                input.defaultValue(),
                                visible(input.directives()),
                                input.line())));
        return visible;
    }
}
