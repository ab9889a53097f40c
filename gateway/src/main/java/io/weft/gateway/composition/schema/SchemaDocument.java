package io.weft.gateway.composition.schema;

import graphql.language.Argument;
import graphql.language.Definition;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import io.weft.gateway.document.TypeReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link SchemaType} as the syntax tree of its definition. */
public final class SchemaDocument {

    private SchemaDocument() {}

    public static Definition<?> definition(SchemaType type) {
        SchemaType.Header header = type.header();
        List<Directive> directives = directives(header.directives());
        @Nullable Description description = description(header.description());
        return switch (type) {
            case SchemaType.ObjectType object ->
                ObjectTypeDefinition.newObjectTypeDefinition()
                        .name(header.name())
                        .description(description)
                        .directives(directives)
                        .implementz(names(object.interfaces()))
                        .fieldDefinitions(fields(object.fields().values()))
                        .build();
            case SchemaType.InterfaceType contract ->
                InterfaceTypeDefinition.newInterfaceTypeDefinition()
                        .name(header.name())
                        .description(description)
                        .directives(directives)
                        .implementz(names(contract.interfaces()))
                        .definitions(fields(contract.fields().values()))
                        .build();
            case SchemaType.UnionType union ->
                UnionTypeDefinition.newUnionTypeDefinition()
                        .name(header.name())
                        .description(description)
                        .directives(directives)
                        .memberTypes(names(union.members()))
                        .build();
            case SchemaType.EnumType enumType ->
                EnumTypeDefinition.newEnumTypeDefinition()
                        .name(header.name())
                        .description(description)
                        .directives(directives)
                        .enumValueDefinitions(enumType.values().values().stream()
                                .map(SchemaDocument::value)
                                .toList())
                        .build();
            case SchemaType.ScalarType scalar ->
                ScalarTypeDefinition.newScalarTypeDefinition()
                        .name(header.name())
                        .description(description)
                        .directives(directives)
                        .build();
            case SchemaType.InputType input ->
                InputObjectTypeDefinition.newInputObjectDefinition()
                        .name(header.name())
                        .description(description)
                        .directives(directives)
                        .inputValueDefinitions(inputs(input.fields()))
                        .build();
        };
    }

    private static EnumValueDefinition value(SchemaEnumValue value) {
        return EnumValueDefinition.newEnumValueDefinition()
                .name(value.name())
                .description(description(value.description()))
                .directives(directives(value.directives()))
                .build();
    }

    private static List<FieldDefinition> fields(Collection<SchemaField> fields) {
        return fields.stream()
                .map(field -> FieldDefinition.newFieldDefinition()
                        .name(field.name())
                        .description(description(field.description()))
                        .type(type(field.type()))
                        .inputValueDefinitions(inputs(field.arguments()))
                        .directives(directives(field.directives()))
                        .build())
                .toList();
    }

    private static List<InputValueDefinition> inputs(Map<String, SchemaInputValue> inputs) {
        return inputs.values().stream()
                .map(input -> InputValueDefinition.newInputValueDefinition()
                        .name(input.name())
                        .description(description(input.description()))
                        .type(type(input.type()))
                        .defaultValue(input.defaultValue().orElse(null))
                        .directives(directives(input.directives()))
                        .build())
                .toList();
    }

    private static List<Directive> directives(List<AppliedDirective> directives) {
        return directives.stream()
                .map(applied -> Directive.newDirective()
                        .name(applied.name())
                        .arguments(applied.arguments().entrySet().stream()
                                .map(entry -> Argument.newArgument(entry.getKey(), entry.getValue())
                                        .build())
                                .toList())
                        .build())
                .toList();
    }

    @SuppressWarnings("rawtypes") // graphql-java's builders take raw types here
    private static List<Type> names(Set<String> names) {
        return names.stream()
                .<Type>map(name -> TypeName.newTypeName(name).build())
                .toList();
    }

    static Type<?> type(TypeReference type) {
        return switch (type) {
            case TypeReference.Named(String name) -> TypeName.newTypeName(name).build();
            case TypeReference.ListOf(TypeReference element) ->
                ListType.newListType(type(element)).build();
            case TypeReference.NonNull(TypeReference nullable) ->
                NonNullType.newNonNullType(type(nullable)).build();
        };
    }

    private static @Nullable Description description(Optional<String> text) {
        return text.map(content -> new Description(content, null, content.contains("\n")))
                .orElse(null);
    }
}
